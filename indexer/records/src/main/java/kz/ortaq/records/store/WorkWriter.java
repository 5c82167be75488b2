package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        describe();
        Map<Long, Long> before = standing();
        Set<Long> concerned = new TreeSet<>(before.values());
        plan.placed().forEach(placed -> concerned.add(placed.description()));
        plan.works().forEach(work -> work.forEach(concerned::addAll));
        touch(concerned);
        place();
        relink();
        concerned.addAll(bequeath(before));
        touch(concerned);
        Map<String, Long> founders = new WorkNames(handle, plan.works()).name(concerned);
        touch(concerned);
        publish(founders);
        return true;
    }

    private void describe() {
        if (plan.descriptions().isEmpty()) {
            return;
        }
        List<byte[]> traits = plan.descriptions().parallelStream()
                .map(description -> Compression.compress(description.traits()))
                .toList();
        PreparedBatch again =
                handle.prepareBatch("update descriptions set epoch = :epoch, traits = :traits where id = :id");
        for (int i = 0; i < traits.size(); i++) {
            again.bind("epoch", plan.descriptions().get(i).epoch())
                    .bind("traits", traits.get(i))
                    .bind("id", plan.descriptions().get(i).id())
                    .add();
        }
        int[] found = again.execute();
        PreparedBatch rows = handle.prepareBatch("""
                insert into descriptions (number, id, own, epoch, traits, edition, work)
                values (:number, :id, :own, :epoch, :traits, '', '')
                """);
        for (int i = 0; i < traits.size(); i++) {
            WorkPlan.Description description = plan.descriptions().get(i);
            if (found[i] == 0) {
                rows.bind("number", description.number())
                        .bind("id", description.id())
                        .bind("own", description.own())
                        .bind("epoch", description.epoch())
                        .bind("traits", traits.get(i))
                        .add();
            }
        }
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

    private void place() {
        PreparedBatch rows = handle.prepareBatch("""
                insert into placed_records (record, description, live, score, documents, expected, lacking, holding)
                values (:record, :description, :live, :score, :documents, :expected, :lacking, :holding)
                on conflict (record) do update set description = excluded.description, live = excluded.live,
                    score = excluded.score, documents = excluded.documents, expected = excluded.expected,
                    lacking = excluded.lacking, holding = excluded.holding
                """);
        for (WorkPlan.Placed placed : plan.placed()) {
            rows.bind("record", placed.record())
                    .bind("description", placed.description())
                    .bind("live", placed.live() ? 1 : 0)
                    .bind("score", placed.score())
                    .bind("documents", placed.documents())
                    .bind("expected", placed.expected())
                    .bind("lacking", placed.lacking())
                    .bind("holding", Json.write(placed.holding()))
                    .add();
        }
        rows.execute();
    }

    private void relink() {
        for (List<Long> chunk : chunks(plan.unlinked())) {
            execute("delete from description_keys where description in (<numbers>)", chunk);
            execute("delete from description_links where one in (<numbers>)", chunk);
            execute("delete from description_links where other in (<numbers>)", chunk);
        }
        PreparedBatch keys = handle.prepareBatch(
                "insert into description_keys (key, description) values (:key, :description) on conflict do nothing");
        for (WorkPlan.Description description : plan.descriptions()) {
            description
                    .keys()
                    .forEach(key -> keys.bind("key", key)
                            .bind("description", description.number())
                            .add());
        }
        keys.execute();
        PreparedBatch links = handle.prepareBatch(
                "insert into description_links (one, other) values (:one, :other) on conflict do nothing");
        plan.links()
                .forEach(link -> links.bind("one", link.one())
                        .bind("other", link.other())
                        .add());
        links.execute();
    }

    private void execute(String statement, List<Long> numbers) {
        handle.createUpdate(statement).bindList("numbers", numbers).execute();
    }

    /**
     * Leaves the ids of descriptions that no live record has any more to another: the one that its first record moved to,
     * else one that stood beside it in its edition or work. What leaves nothing beside it keeps its row and its ids.
     *
     * @return the heirs
     */
    private Set<Long> bequeath(Map<Long, Long> before) {
        Set<Long> heirs = new TreeSet<>();
        for (long left : new TreeSet<>(before.values())) {
            if (isLive(left)) {
                continue;
            }
            Optional<Long> heir = plan.placed().stream()
                    .filter(placed -> placed.live() && before.getOrDefault(placed.record(), 0L) == left)
                    .min((one, other) -> Long.compare(one.record(), other.record()))
                    .map(WorkPlan.Placed::description)
                    .or(() -> beside(left));
            heir.ifPresent(next -> {
                handle.createUpdate("update placed_records set description = :next where description = :left")
                        .bind("next", next)
                        .bind("left", left)
                        .execute();
                handle.createUpdate("delete from descriptions where number = :left")
                        .bind("left", left)
                        .execute();
                heirs.add(next);
            });
        }
        return heirs;
    }

    private boolean isLive(long description) {
        return handle.createQuery("""
                        select count(*) from (
                            select 1 from placed_records where description = :description and live = 1 limit 1) found
                        """)
                        .bind("description", description)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private Optional<Long> beside(long left) {
        return handle.createQuery("""
                        select p.description from descriptions l
                        join descriptions d on d.work = l.work and d.work <> ''
                        join placed_records p on p.description = d.number and p.live = 1
                        where l.number = :left
                        order by case when d.edition = l.edition then 0 else 1 end, p.record limit 1
                        """).bind("left", left).mapTo(Long.class).findOne();
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
