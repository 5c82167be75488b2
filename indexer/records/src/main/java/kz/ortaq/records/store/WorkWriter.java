package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The writing half of {@link Works}: one plan, within the caller's transaction. */
final class WorkWriter {

    private static final int CHUNK = 500;

    private final Handle handle;
    private final WorkPlan plan;
    private final Set<String> touched = new LinkedHashSet<>();

    WorkWriter(Handle handle, WorkPlan plan) {
        this.handle = handle;
        this.plan = plan;
    }

    /** Writes the plan; false, and nothing is written, where another has moved on since it was made. */
    boolean write() {
        int fits = handle.createUpdate("""
                        update works_state set cursor = :next where cursor = :cursor and epoch = :epoch
                        """)
                .bind("next", plan.cursor())
                .bind("cursor", plan.state().cursor())
                .bind("epoch", plan.state().epoch())
                .execute();
        if (fits == 0) {
            return false;
        }
        long highest = highest();
        Map<Long, Long> before = standing();
        NewWorks founded = NewWorks.of(plan, before, highest);
        PlanRows rows = new PlanRows(handle, plan);
        rows.describe(founded);
        Set<Long> standing = new TreeSet<>(before.values());
        // Works whose oldest record may be another one now.
        Set<Long> renamed = new TreeSet<>();
        for (WorkPlan.Placed placed : plan.placed()) {
            if (!founded.has(placed.description())) {
                standing.add(placed.description());
            }
            Long stood = before.get(placed.record());
            if (stood == null ? placed.record() <= highest : stood != placed.description()) {
                renamed.add(placed.description());
                renamed.add(stood == null ? placed.description() : stood);
            }
        }
        touch(standing);
        rows.place();
        relink();
        renamed.addAll(new Bequests(handle, plan, before).leave());
        join();
        Map<String, Long> founders = new WorkNames(handle, founded.others()).name(renamed, touched);
        touch(standing);
        touched.addAll(founded.founders().keySet());
        founders.putAll(founded.founders());
        publish(founders);
        return true;
    }

    /** The highest number of a record that was ever placed; those above it found no work that is there already. */
    private long highest() {
        return handle.createQuery("select coalesce(max(record), 0) from placed_records")
                .mapTo(Long.class)
                .one();
    }

    /** Puts descriptions into the editions of others. */
    private void join() {
        if (plan.beside().isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
                update descriptions set edition = (select b.edition from descriptions b where b.number = :beside),
                    work = (select b.work from descriptions b where b.number = :beside) where number = :number
                """);
        plan.beside()
                .forEach((number, beside) ->
                        rows.bind("number", number).bind("beside", beside).add());
        rows.execute();
    }

    /** Where the records of the plan stood before it. */
    private Map<Long, Long> standing() {
        Map<Long, Long> standing = new LinkedHashMap<>();
        chunks(plan.placed().stream().map(WorkPlan.Placed::record).toList())
                .forEach(chunk -> handle.createQuery(
                                "select record, description from placed_records where record in (<records>)")
                        .bindList("records", chunk)
                        .map((row, context) -> standing.put(row.getLong("record"), row.getLong("description")))
                        .list());
        return standing;
    }

    private void relink() {
        for (List<Long> chunk : chunks(plan.unlinked())) {
            execute("delete from heading_links where one in (<numbers>)", chunk);
            execute("delete from heading_links where other in (<numbers>)", chunk);
        }
        for (List<Long> chunk : chunks(plan.gone())) {
            execute("delete from headings where number in (<numbers>)", chunk);
            // What no record has keeps its ids, and stands under nothing.
            execute("update descriptions set heading = 0 where heading in (<numbers>)", chunk);
        }
        PreparedBatch headings =
                handle.prepareBatch("insert into headings (number, id) values (:number, :id) on conflict do nothing");
        plan.headings()
                .forEach(heading -> headings.bind("number", heading.number())
                        .bind("id", heading.id())
                        .add());
        headings.execute();
        new KeyWriter(handle).write(plan);
        PreparedBatch links = handle.prepareBatch(
                "insert into heading_links (one, other) values (:one, :other) on conflict do nothing");
        plan.links()
                .forEach(link -> links.bind("one", link.one())
                        .bind("other", link.other())
                        .add());
        links.execute();
    }

    private void execute(String statement, List<Long> numbers) {
        handle.createUpdate(statement).bindList("numbers", numbers).execute();
    }

    private void touch(Collection<Long> descriptions) {
        chunks(descriptions)
                .forEach(chunk -> handle.createQuery(
                                "select distinct work from descriptions where work <> '' and number in (<numbers>)")
                        .bindList("numbers", chunk)
                        .mapTo(String.class)
                        .forEach(touched::add));
    }

    /** @param founders the records that works are called by, of all that may be new */
    private void publish(Map<String, Long> founders) {
        if (touched.isEmpty()) {
            return;
        }
        long version = handle.createQuery("""
                        update counters set value = value + :count where name = 'works' returning value
                        """)
                        .bind("count", touched.size())
                        .mapTo(Long.class)
                        .one()
                - touched.size();
        PreparedBatch rows = handle.prepareBatch("""
                insert into works (id, version, founder) values (:id, :version, :founder)
                on conflict (id) do update set version = excluded.version
                """);
        for (String work : touched) {
            rows.bind("id", work)
                    .bind("version", ++version)
                    .bind("founder", founders.get(work))
                    .add();
        }
        rows.execute();
    }

    static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += CHUNK) {
            chunks.add(list.subList(from, Math.min(from + CHUNK, list.size())));
        }
        return chunks;
    }
}
