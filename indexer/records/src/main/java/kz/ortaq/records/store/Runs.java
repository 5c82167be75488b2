package kz.ortaq.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.RunStatus;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The runs of all sources, and the leases that keep two processes from harvesting one source at once. */
public final class Runs {

    /** How often the holder of a lease should say that it lives. */
    public static final Duration BEAT = Duration.ofMinutes(1);

    private static final List<String> FAILING = List.of(RunStatus.FAILED.name());
    private static final List<String> UNFINISHED = List.of(RunStatus.FAILED.name(), RunStatus.PARTIAL.name());

    private static final RowMapper<HarvestRun> RUN = (row, context) -> {
        long ended = row.getLong("ended");
        return new HarvestRun(
                row.getLong("number"),
                row.getString("source"),
                RunStatus.valueOf(row.getString("status")),
                counts(row),
                row.getLong("problems"),
                Instant.ofEpochMilli(row.getLong("started")),
                ended == 0 ? null : Instant.ofEpochMilli(ended));
    };

    /**
     * Runs of one source that ended alike, one after the other.
     *
     * @param since the start of the first of them
     * @param times how many there are
     */
    public record InARow(Instant since, int times) {}

    /** A lease as the table has it, with when its holder was last heard of. */
    private record Held(long run, String owner, long renewed) {}

    private final Jdbi reading;
    private final Jdbi writing;
    private final Owner owner;

    Runs(Database database, Owner owner) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.owner = owner;
    }

    /**
     * Begins a run and takes the source's lease. A run that a killed process left behind is closed, and named in the
     * lease.
     *
     * @throws LeaseRefused while another process holds it
     */
    public Lease begin(String source) throws LeaseRefused {
        return writing.inTransaction(handle -> {
            // Both databases then hold this row until the transaction ends: of two that begin at once, one waits.
            handle.createUpdate("""
                            insert into leases (source, run, owner, renewed) values (:source, 0, '', 0)
                            on conflict (source) do update set renewed = leases.renewed
                            """).bind("source", source).execute();
            Optional<Held> held = handle.createQuery(
                            "select run, owner, renewed from leases where source = :source and run <> 0")
                    .bind("source", source)
                    .map((row, context) -> new Held(row.getLong("run"), row.getString("owner"), row.getLong("renewed")))
                    .findOne();
            if (held.isPresent()
                    && !owner.hearsNoMoreOf(held.get().owner(), held.get().renewed())) {
                throw new LeaseRefused(source, held.get().owner());
            }
            long interrupted = held.map(Held::run).orElse(0L);
            if (interrupted != 0) {
                close(handle, interrupted);
            }
            long run = handle.createQuery("""
                            insert into runs (source, status, started) values (:source, 'RUNNING', :now)
                            returning number
                            """)
                    .bind("source", source)
                    .bind("now", owner.now())
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("""
                            update leases set run = :run, owner = :owner, renewed = :now where source = :source
                            """)
                    .bind("source", source)
                    .bind("run", run)
                    .bind("owner", owner.name())
                    .bind("now", owner.now())
                    .execute();
            return new Lease(source, run, owner.name(), interrupted);
        });
    }

    /** Ends the run of a lease, and gives the lease back. A run that another process closed stays as that left it. */
    public void end(Lease lease, RunStatus status) {
        writing.useTransaction(handle -> {
            // The lease first, as everywhere: two that take the same rows in another order would wait for each other.
            handle.createUpdate("delete from leases where source = :source and run = :run")
                    .bind("source", lease.source())
                    .bind("run", lease.run())
                    .execute();
            handle.createUpdate("""
                            update runs set status = :status, ended = :now
                            where number = :run and status = 'RUNNING'
                            """)
                    .bind("status", status.name())
                    .bind("now", owner.now())
                    .bind("run", lease.run())
                    .execute();
            Problems.forget(handle, lease.source());
        });
    }

    /**
     * Says that the holder of a lease lives, while it stores nothing.
     *
     * @throws LeaseRefused where the lease was taken over meanwhile
     */
    public void renew(Lease lease) throws LeaseRefused {
        writing.useHandle(handle -> renew(handle, lease, owner.clock()));
    }

    /** Since when and how often in a row a source fails; empty where its last run that ended did not. */
    public Optional<InARow> failing(String source) {
        return Optional.ofNullable(inARow(source, FAILING).get(source));
    }

    /** All sources that fail, by id. */
    public Map<String, InARow> failing() {
        return inARow("", FAILING);
    }

    /** All sources whose last runs failed or were cut short, by id. */
    public Map<String, InARow> unfinished() {
        return inARow("", UNFINISHED);
    }

    /** Since when and how often in a row the runs of a source failed or were cut short. */
    public Optional<InARow> unfinished(String source) {
        return Optional.ofNullable(inARow(source, UNFINISHED).get(source));
    }

    private Map<String, InARow> inARow(String source, List<String> statuses) {
        Map<String, InARow> inARow = new HashMap<>();
        reading.useHandle(handle -> handle.createQuery("""
                        select s.id, min(r.started) as since, count(*) as times from sources s
                        join runs r on r.source = s.id and r.status in (<statuses>) and r.number > (
                            select coalesce(max(other.number), 0) from runs other
                            where other.source = s.id and other.status not in ('RUNNING', <statuses>))
                        where (:source = '' or s.id = :source)
                        group by s.id
                        """)
                .bind("source", source)
                .bindList("statuses", statuses)
                .map((row, context) -> inARow.put(
                        row.getString("id"),
                        new InARow(Instant.ofEpochMilli(row.getLong("since")), row.getInt("times"))))
                .list());
        return inARow;
    }

    /** The last run of each source that was ever harvested. */
    public Map<String, HarvestRun> latestOfEach() {
        Map<String, HarvestRun> latest = new HashMap<>();
        reading.useHandle(handle -> handle.createQuery(
                        "select * from runs where number in (select max(number) from runs group by source)")
                .map(RUN)
                .forEach(run -> latest.put(run.source(), run)));
        return latest;
    }

    /** The last runs, newest first. */
    public List<HarvestRun> latest(int limit) {
        return reading.withHandle(handle -> handle.createQuery("select * from runs order by number desc limit :limit")
                .bind("limit", limit)
                .map(RUN)
                .list());
    }

    /** The last run of a source, where it was ever harvested. */
    public Optional<HarvestRun> latestOf(String source) {
        return reading.withHandle(
                handle -> handle.createQuery("select * from runs where source = :source order by number desc limit 1")
                        .bind("source", source)
                        .map(RUN)
                        .findOne());
    }

    /** What the runs of a source did since the last one that was complete, the one under way included. */
    public Counts sinceComplete(String source) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(added), 0) as added, coalesce(sum(changed), 0) as changed,
                            coalesce(sum(unchanged), 0) as unchanged, coalesce(sum(deleted), 0) as deleted,
                            coalesce(sum(rejected), 0) as rejected, coalesce(sum(reconciled), 0) as reconciled
                        from runs where source = :source and number > (
                            select coalesce(max(number), 0) from runs where source = :source and status = 'COMPLETE')
                        """)
                .bind("source", source)
                .map((row, context) -> counts(row))
                .one());
    }

    public HarvestRun run(long number) {
        return reading.withHandle(handle -> handle.createQuery("select * from runs where number = :number")
                .bind("number", number)
                .map(RUN)
                .one());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("deleted"),
                row.getLong("rejected"),
                row.getLong("reconciled"));
    }

    /** Says that the holder of a lease lives, and fails where the lease was taken over. */
    static void renew(Handle handle, Lease lease, Clock clock) throws LeaseRefused {
        int renewed = handle.createUpdate("""
                        update leases set renewed = :now where source = :source and run = :run and owner = :owner
                        """)
                .bind("now", clock.millis())
                .bind("source", lease.source())
                .bind("run", lease.run())
                .bind("owner", lease.owner())
                .execute();
        if (renewed == 0) {
            throw new LeaseRefused(lease.source(), "another");
        }
    }

    private void close(Handle handle, long run) {
        handle.createUpdate("""
                        update runs set ended = :now,
                            status = case when added + changed + unchanged + deleted > 0 then 'PARTIAL' else 'FAILED' end
                        where number = :run and status = 'RUNNING'
                        """).bind("now", owner.now()).bind("run", run).execute();
    }
}
