package kz.ortaq.records.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Stage;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which records are of one edition and one work, under ids that stay. Safe for use by many threads.
 *
 * <p>A work is named by the oldest record that ever stood in it. Where works come together the older name stays, where one
 * is divided the name stays with that record, and {@link #leadsTo} follows every name that was ever given.
 */
public final class Works {

    private static final Logger LOG = LoggerFactory.getLogger(Works.class);
    // Some pages of the log for each record that was placed.
    private static final int PLACED_UNTIL_WRITTEN_BACK = 8_000;

    private final Database database;
    private final Jdbi reading;
    private final Jdbi writing;
    private final Clock clock;
    private final AtomicInteger unwritten = new AtomicInteger();

    public Works(Database database, Clock clock) {
        this.database = database;
        this.reading = database.reading();
        this.writing = database.writing();
        this.clock = clock;
    }

    /**
     * Up to where works are made.
     *
     * @param cursor the version of the last record that was placed
     * @param epoch rises with every program that makes works in another way
     */
    public record State(long cursor, int epoch) {}

    /**
     * A program with its tables, that makes works in one way.
     *
     * @param number rises with every program that makes works in another way
     * @param tables changes with the tables that it goes by
     */
    public record Maker(int number, String tables) {

        String fingerprint() {
            return number + ";" + tables;
        }

        static int numberOf(String fingerprint) {
            String number = fingerprint.substring(0, Math.max(0, fingerprint.indexOf(';')));
            return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
        }
    }

    /**
     * The editions of a work, with what is needed to show it.
     *
     * @param editions how many records stand in each edition, by its id; the most widely held first
     * @param telling the records that tell most of it, of each edition the best first
     */
    public record Standing(Map<String, Integer> editions, List<Telling> telling) {}

    /** A record of an edition, and what it holds. */
    public record Telling(long record, String edition, Holding holding) {}

    /** A library that has a record in a work, and the source of the record. */
    public record Holder(String library, String source) {}

    /** Up to {@code limit} works that changed after {@code version}, in the order in which they were committed. */
    public List<Change> changedSince(long version, int limit) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select version, id from works where version > :version order by version limit :limit
                        """)
                .bind("version", version)
                .bind("limit", limit)
                .map((row, context) -> new Change(row.getLong("version"), row.getString("id")))
                .list());
    }

    /** The newest version of a work that is committed; 0 when there never was one. */
    public long latestVersion() {
        return reading.withHandle(handle -> handle.createQuery("select coalesce(max(version), 0) from works")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Works by their ids; one that is no more, or never was, is not among them. What is read of a work does not grow with
     * how many hold it.
     */
    public Map<String, Standing> of(Collection<String> works) {
        Map<String, Standing> standing = new HashMap<>();
        for (List<String> chunk : WorkWriter.chunks(works)) {
            reading.useHandle(handle -> standing.putAll(Standings.of(handle, chunk)));
        }
        return standing;
    }

    /** All that hold works, each once, whoever came first foremost: for whoever has to know them all. */
    public Map<String, List<Holder>> holders(Collection<String> works) {
        Map<String, List<Holder>> holders = new HashMap<>();
        for (List<String> chunk : WorkWriter.chunks(works)) {
            reading.useHandle(handle -> handle.createQuery("""
                            select d.work, s.library, p.source, min(p.record) as first
                            from descriptions d
                            join placed_records p on p.description = d.number and p.live = 1
                            join sources s on s.id = p.source
                            where d.work in (<works>) group by d.work, s.library, p.source order by first
                            """)
                    .bindList("works", chunk)
                    .map((row, context) -> holders.computeIfAbsent(row.getString("work"), work -> new ArrayList<>())
                            .add(new Holder(row.getString("library"), row.getString("source"))))
                    .list());
        }
        return holders;
    }

    /**
     * The work that an id leads to: itself, or the one that its record stands in now; empty where there is none any more.
     */
    public Optional<String> leadsTo(String id) {
        return reading.withHandle(handle ->
                handle.createQuery("""
                        select d.work from works w
                        join placed_records p on p.record = w.founder
                        join descriptions d on d.number = p.description
                        where w.id = :id
                          and exists (select 1 from placed_records l where l.description = d.number and l.live = 1)
                        """).bind("id", id).mapTo(String.class).findFirst());
    }

    /** The live records of a work that have a document with this hash. */
    public List<Long> withDocument(String work, String hash) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select distinct p.record from descriptions d
                        join placed_records p on p.description = d.number and p.live = 1
                        join record_documents f on f.record = p.record and f.hash = :hash
                        where d.work = :work order by p.record
                        """)
                .bind("work", work)
                .bind("hash", hash)
                .mapTo(Long.class)
                .list());
    }

    /** How many works have a live record. */
    public long count() {
        return reading.withHandle(
                handle -> handle.createQuery("""
                        select count(distinct d.work) from descriptions d
                        where exists (select 1 from placed_records p where p.description = d.number and p.live = 1)
                        """).mapTo(Long.class).one());
    }

    /**
     * Up to where works are made by this maker; empty where another makes them. Where this one begins, everything is to be
     * placed once more: the cursor is 0, and the epoch a new one.
     *
     * @param begins whether it may begin where another was at work; a maker that began already and was followed by another
     *     may not, else two that share a database would begin after each other for ever. None begins after a newer one.
     */
    public Optional<State> state(Maker maker, boolean begins) {
        record Row(State state, String maker) {}
        Row row = reading.withHandle(handle -> handle.createQuery("select cursor, epoch, fingerprint from works_state")
                .map((columns, context) -> new Row(
                        new State(columns.getLong("cursor"), columns.getInt("epoch")),
                        columns.getString("fingerprint")))
                .one());
        if (row.maker().equals(maker.fingerprint())) {
            return Optional.of(row.state());
        }
        if (!begins || Maker.numberOf(row.maker()) > maker.number()) {
            return Optional.empty();
        }
        if (!row.maker().isEmpty()) {
            LOG.warn("works are made anew from all records: this program, or its tables, makes them in another way than"
                    + " the one before");
        }
        writing.useTransaction(handle -> handle.createUpdate("""
                        update works_state set cursor = 0, epoch = epoch + 1, fingerprint = :fingerprint
                        where fingerprint = :before
                        """)
                .bind("fingerprint", maker.fingerprint())
                .bind("before", row.maker())
                .execute());
        return state(maker, true);
    }

    /** Whether another than this maker made the works that are there. */
    public boolean madeByAnotherThan(Maker maker) {
        return reading.withHandle(handle -> handle.createQuery("select fingerprint from works_state")
                .mapTo(String.class)
                .filter(made -> !made.isEmpty() && !made.equals(maker.fingerprint()))
                .findFirst()
                .isPresent());
    }

    /**
     * Writes a plan, and with it what is wrong with its records; false, and nothing is written, where another process has
     * placed records since it was made.
     *
     * @param problems all that was met while the records of the plan were read, empty where there was nothing
     */
    public boolean apply(WorkPlan plan, Map<RecordId, List<Problem>> problems) {
        boolean written = writing.inTransaction(handle -> {
            boolean fits = new WorkWriter(handle, plan).write();
            if (fits) {
                Problems.replace(handle, clock, problems, Set.of(Stage.CROSSWALK, Stage.TEXT));
            }
            return fits;
        });
        if (unwritten.addAndGet(plan.placed().size()) >= PLACED_UNTIL_WRITTEN_BACK) {
            unwritten.set(0);
            database.writeBack();
        }
        return written;
    }
}
