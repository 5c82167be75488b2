package kz.ortaq.records.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.ortaq.config.Reason;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What libraries should know and can mend, and the bytes that never became a record. */
public final class Problems {

    /** So many problems of one run are kept one by one; the run counts them all. */
    static final int KEPT_PER_RUN = 10_000;

    private static final int RUNS_KEPT = 20;
    private static final int CHUNK = 500;

    /**
     * A problem {@code p} that was not mended since: one of a record as indexed, of a source's last run, or of a record
     * that an earlier run rejected, or had to mend itself, and that did not come in order since.
     */
    private static final String STANDS = """
             (p.run is null
              or p.run = (select max(number) from runs where source = p.source)
              or (p.identifier <> '' and p.mended = 0))
            """;

    private static final RowMapper<Problem> PROBLEM = (row, context) -> new Problem(
            Reason.valueOf(row.getString("reason")),
            Severity.valueOf(row.getString("severity")),
            Stage.valueOf(row.getString("stage")),
            row.getString("identifier"),
            row.getString("place"),
            row.getString("value"));

    private final Jdbi reading;

    public Problems(Database database) {
        this.reading = database.reading();
    }

    /**
     * Puts the problems met while reading stored records in place of those met the last time, within the caller's
     * transaction: that which says where the records stand, so that no slower reader brings an old problem back.
     *
     * @param indexed the problems of each record that was read, empty where there were none
     * @param stages of which stages they are all there is
     */
    static void replace(Handle handle, Clock clock, Map<RecordId, List<Problem>> indexed, Set<Stage> stages) {
        Map<RecordId, List<Problem>> changed = new ProblemsAsKept(handle, PROBLEM, stages).changed(indexed);
        if (changed.isEmpty()) {
            return;
        }
        PreparedBatch removals = handle.prepareBatch("""
                delete from problems
                where source = :source and identifier = :identifier and stage in (<stages>)
                """);
        removals.defineList(
                "stages", stages.stream().map(stage -> "'" + stage.name() + "'").toList());
        List<Row> rows = new ArrayList<>();
        changed.forEach((id, problems) -> {
            removals.bind("source", id.source())
                    .bind("identifier", id.identifier())
                    .add();
            problems.forEach(problem -> rows.add(new Row(id.source(), null, problem)));
        });
        removals.execute();
        insert(handle, rows, clock.millis());
    }

    /** What was wrong with a record at some stage when it was read the last time. */
    static Set<Problem> ofRecord(Handle handle, RecordId record, Stage stage) {
        return handle.createQuery("""
                        select * from problems
                        where source = :source and identifier = :identifier and stage = :stage and run is null
                        """)
                .bind("source", record.source())
                .bind("identifier", record.identifier())
                .bind("stage", stage.name())
                .map(PROBLEM)
                .set();
    }

    /** Puts what is wrong with the links of a record in place of what was, within the caller's transaction. */
    static void replaceLinks(Handle handle, Clock clock, RecordId record, List<Problem> problems) {
        handle.createUpdate("""
                        delete from problems where source = :source and identifier = :identifier and stage = 'LINK'
                        """)
                .bind("source", record.source())
                .bind("identifier", record.identifier())
                .execute();
        List<Row> rows = problems.stream()
                .map(problem -> new Row(record.source(), null, problem))
                .toList();
        insert(handle, rows, clock.millis());
    }

    /** The problems of a run, those met while indexing left out, in the order in which they were met. */
    public List<Problem> ofRun(long run, int limit) {
        return reading.withHandle(
                handle -> handle.createQuery("select * from problems where run = :run order by number limit :limit")
                        .bind("run", run)
                        .bind("limit", limit)
                        .map(PROBLEM)
                        .list());
    }

    /** What is wrong with a source and its records now, each once. */
    public List<Problem> ofSource(String source, int limit) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select stage, severity, reason, identifier, place, value, min(number) as first
                        from problems p where p.source = :source and
                        """ + STANDS
                        + " group by stage, severity, reason, identifier, place, value order by first limit :limit")
                .bind("source", source)
                .bind("limit", limit)
                .map(PROBLEM)
                .list());
    }

    /** How many problems stand now, by the code of their reason. */
    public Map<String, Long> countsByReason() {
        Map<String, Long> counts = new TreeMap<>();
        reading.useHandle(handle -> handle.createQuery("""
                        select reason, count(*) as count from (
                            select distinct source, stage, severity, reason, identifier, place, value
                            from problems p where p.source in (select id from sources where state <> 'REMOVED') and
                        """ + STANDS + ") standing group by reason")
                .map((row, context) -> counts.put(
                        Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT))
                                .code(),
                        row.getLong("count")))
                .list());
        return counts;
    }

    /** What one run rejected, as it was sent. */
    public List<HarvestPage.Rejected> rejected(long run, int limit) {
        return reading.withHandle(handle -> handle.createQuery(
                        "select * from rejected where run = :run order by number limit :limit")
                .bind("run", run)
                .bind("limit", limit)
                .map((row, context) -> new HarvestPage.Rejected(
                        new Problem(
                                Reason.valueOf(row.getString("reason")),
                                Severity.ERROR,
                                Stage.HARVEST,
                                row.getString("identifier"),
                                row.getString("place"),
                                ""),
                        Compression.text(row.getBytes("payload")),
                        1))
                .list());
    }

    /**
     * Adds the problems and rejected bytes of a page, within the transaction that stores it, and lays earlier problems of
     * the same records aside: what is still wrong with them, the page says anew. Where it says more than is kept of one
     * run, what was said before stands.
     */
    static void put(Handle handle, Clock clock, Lease lease, HarvestPage page) {
        List<Problem> problems = new ArrayList<>(page.problems());
        page.rejected().forEach(rejected -> problems.add(rejected.problem()));
        int kept = Math.min(problems.size(), room(handle, lease, problems));
        insert(
                handle,
                problems.subList(0, kept).stream()
                        .map(problem -> new Row(lease.source(), lease.run(), problem))
                        .toList(),
                clock.millis());
        Set<String> settled = new LinkedHashSet<>();
        page.records().forEach(record -> settled.add(record.id().identifier()));
        page.rejected().forEach(rejected -> settled.add(rejected.problem().identifier()));
        problems.subList(kept, problems.size()).forEach(problem -> settled.remove(problem.identifier()));
        settled.remove("");
        settle(handle, lease, List.copyOf(settled));
        keep(handle, clock, lease, page.rejected());
    }

    /** How many problems of the run can still be kept. */
    private static int room(Handle handle, Lease lease, List<Problem> problems) {
        if (problems.isEmpty()) {
            return 0;
        }
        int kept = handle.createQuery("select count(*) from problems where run = :run")
                .bind("run", lease.run())
                .mapTo(Integer.class)
                .one();
        return Math.max(0, KEPT_PER_RUN - kept);
    }

    private static void settle(Handle handle, Lease lease, List<String> identifiers) {
        if (identifiers.isEmpty() || !anyOfRecords(handle, lease)) {
            return;
        }
        for (int from = 0; from < identifiers.size(); from += CHUNK) {
            handle.createUpdate("""
                            update problems set mended = 1
                            where source = :source and run < :run and mended = 0 and identifier in (<identifiers>)
                            """)
                    .bind("source", lease.source())
                    .bind("run", lease.run())
                    .bindList("identifiers", identifiers.subList(from, Math.min(from + CHUNK, identifiers.size())))
                    .execute();
        }
    }

    private static boolean anyOfRecords(Handle handle, Lease lease) {
        return handle.createQuery("""
                        select 1 from problems
                        where source = :source and run < :run and mended = 0 and identifier <> '' limit 1
                        """)
                .bind("source", lease.source())
                .bind("run", lease.run())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void keep(Handle handle, Clock clock, Lease lease, List<HarvestPage.Rejected> all) {
        if (all.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into rejected (run, source, identifier, reason, place, payload, at)
                values (:run, :source, :identifier, :reason, :place, :payload, :at)
                """);
        for (HarvestPage.Rejected rejected : all) {
            batch.bind("run", lease.run())
                    .bind("source", lease.source())
                    .bind("identifier", rejected.problem().identifier())
                    .bind("reason", rejected.problem().reason().name())
                    .bind("place", rejected.problem().place())
                    .bind("payload", Compression.compress(rejected.payload()))
                    .bind("at", clock.millis())
                    .add();
        }
        batch.execute();
    }

    /** Drops what was mended since, or rejected again since, of all but the last runs of a source. */
    static void forget(Handle handle, String source) {
        Map<String, String> mended = Map.of("problems", "mended = 1", "rejected", """
                exists (select 1 from records r where r.source = :source and r.identifier = rejected.identifier)
                or exists (select 1 from rejected again where again.source = :source
                    and again.identifier = rejected.identifier and again.identifier <> '' and again.run > rejected.run)
                """);
        mended.forEach((table, isMended) -> handle.createUpdate("delete from " + table + """
                         where source = :source
                           and run < (select coalesce(min(number), 0) from (
                                   select number from runs where source = :source
                                   order by number desc limit :kept) last)
                           and (identifier = '' or
                        """ + isMended + ")")
                .bind("source", source)
                .bind("kept", RUNS_KEPT)
                .execute());
    }

    private record Row(String source, @Nullable Long run, Problem problem) {}

    private static void insert(Handle handle, List<Row> rows, long at) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into problems (source, run, identifier, stage, severity, reason, place, value, at)
                values (:source, :run, :identifier, :stage, :severity, :reason, :place, :value, :at)
                """);
        for (Row row : rows) {
            Problem problem = row.problem();
            batch.bind("source", row.source())
                    .bind("run", row.run())
                    .bind("identifier", problem.identifier())
                    .bind("stage", problem.stage().name())
                    .bind("severity", problem.severity().name())
                    .bind("reason", problem.reason().name())
                    .bind("place", problem.place())
                    .bind("value", problem.value())
                    .bind("at", at)
                    .add();
        }
        batch.execute();
    }
}
