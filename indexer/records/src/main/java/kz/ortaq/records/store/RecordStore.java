package kz.ortaq.records.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What every source sent, and the order in which it changed. Safe for use by many threads.
 *
 * <p>Only a record whose content changed gets a new version; versions are committed in order, so a reader that has seen
 * version n has seen all before it.
 */
public final class RecordStore {

    private static final int CHUNK = 100;
    private final Jdbi reading;
    private final Jdbi writing;
    private final Clock clock;

    public RecordStore(Database database, Clock clock) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.clock = clock;
    }

    /**
     * Stores a page and its checkpoint in one transaction, and tells what became of its records.
     *
     * @throws LeaseRefused where another process has taken the source over; nothing is stored then
     */
    public Counts store(Lease lease, HarvestPage page) throws LeaseRefused {
        return store(lease, page, counts -> true).orElseThrow();
    }

    /**
     * Stores a page and its checkpoint in one transaction, unless what it would do is not {@code usual}: then nothing
     * is stored, and the answer is empty.
     *
     * @throws LeaseRefused where another process has taken the source over; nothing is stored then
     */
    public Optional<Counts> store(Lease lease, HarvestPage page, Predicate<Counts> usual) throws LeaseRefused {
        try {
            return Optional.of(writing.inTransaction(handle -> write(handle, lease, page, usual)));
        } catch (Unusual e) {
            return Optional.empty();
        }
    }

    /** Undoes the transaction of a page that must not be stored. */
    private static final class Unusual extends RuntimeException {}

    private Counts write(Handle handle, Lease lease, HarvestPage page, Predicate<Counts> usual) throws LeaseRefused {
        Runs.renew(handle, lease, clock);
        Counts counts = upsert(handle, lease.source(), page.records());
        long lost = page.rejected().stream()
                .mapToLong(HarvestPage.Rejected::records)
                .sum();
        counts = counts.plus(new Counts(0, 0, 0, 0, lost, page.compared() ? counts.deleted() : 0));
        if (!usual.test(counts)) {
            throw new Unusual();
        }
        Problems.put(handle, clock, lease, page);
        handle.createUpdate("""
                        update runs set added = added + :added, changed = changed + :changed,
                            unchanged = unchanged + :unchanged, deleted = deleted + :deleted,
                            rejected = rejected + :rejected, reconciled = reconciled + :reconciled,
                            problems = problems + :problems
                        where number = :run
                        """)
                .bind("added", counts.added())
                .bind("changed", counts.changed())
                .bind("unchanged", counts.unchanged())
                .bind("deleted", counts.deleted())
                .bind("rejected", counts.rejected())
                .bind("reconciled", counts.reconciled())
                .bind("problems", page.problems().size() + page.rejected().size())
                .bind("run", lease.run())
                .execute();
        handle.createUpdate("update sources set checkpoint = :checkpoint where id = :source")
                .bind("checkpoint", Json.write(page.next()))
                .bind("source", lease.source())
                .execute();
        return counts;
    }

    /**
     * Turns all records of a source into deletions, as if the source had said so, so that every index follows.
     *
     * @return how many there were
     */
    public long deleteAll(String source) {
        long deleted = 0;
        while (true) {
            List<RawRecord> chunk = reading.withHandle(handle -> handle.createQuery("""
                            select identifier, place from records
                            where source = :source and deleted = 0 order by identifier limit :limit
                            """)
                    .bind("source", source)
                    .bind("limit", CHUNK)
                    .map((row, context) -> RawRecord.deletion(
                            new RecordId(source, row.getString("identifier")), "", row.getString("place")))
                    .list());
            if (chunk.isEmpty()) {
                return deleted;
            }
            writing.useTransaction(handle -> upsert(handle, source, chunk));
            deleted += chunk.size();
        }
    }

    /** Up to {@code limit} records that changed after {@code version}, in the order in which they were committed. */
    public List<StoredRecord> changedSince(long version, int limit) {
        return reading.withHandle(handle -> RecordRows.records(
                handle,
                handle.createQuery(RecordRows.COLUMNS + " where r.version > :version order by r.version limit :limit")
                        .bind("version", version)
                        .bind("limit", limit)));
    }

    /** Gives all records of {@code source}, or of every source when it is empty, by source and identifier. */
    public void forEach(String source, Consumer<StoredRecord> consumer) {
        RecordId last = null;
        while (true) {
            RecordId after = last;
            List<StoredRecord> chunk = reading.withHandle(handle -> RecordRows.records(
                    handle,
                    handle.createQuery(RecordRows.COLUMNS + """
                             where (:source = '' or r.source = :source)
                               and (r.source > :lastSource or (r.source = :lastSource and r.identifier > :lastId))
                             order by r.source, r.identifier limit :limit
                            """)
                            .bind("source", source)
                            .bind("lastSource", after == null ? "" : after.source())
                            .bind("lastId", after == null ? "" : after.identifier())
                            .bind("limit", CHUNK)));
            chunk.forEach(consumer);
            if (chunk.size() < CHUNK) {
                return;
            }
            last = chunk.getLast().raw().id();
        }
    }

    /** A record, deleted or not; empty where the store never had it. */
    public Optional<StoredRecord> find(RecordId id) {
        return reading.withHandle(handle -> RecordRows.records(
                        handle,
                        handle.createQuery(
                                        RecordRows.COLUMNS + " where r.source = :source and r.identifier = :identifier")
                                .bind("source", id.source())
                                .bind("identifier", id.identifier()))
                .stream()
                .findFirst());
    }

    /** Records by the store's numbers, in their order. */
    public List<StoredRecord> numbered(Collection<Long> numbers) {
        List<StoredRecord> records = new ArrayList<>();
        for (List<Long> chunk : WorkWriter.chunks(numbers)) {
            reading.useHandle(handle -> records.addAll(RecordRows.records(
                    handle,
                    handle.createQuery(RecordRows.COLUMNS + " where r.number in (<numbers>) order by r.number")
                            .bindList("numbers", chunk))));
        }
        return records;
    }

    /** The live records of a source whose one document is a file: what a folder held when it was last harvested. */
    public List<KnownFile> files(String source) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select r.identifier, r.place, d.hash from records r
                        join record_documents d on d.record = r.number and d.position = 0
                        where r.source = :source and r.deleted = 0 order by r.number
                        """)
                .bind("source", source)
                .map((row, context) ->
                        new KnownFile(row.getString("identifier"), row.getString("place"), row.getString("hash")))
                .list());
    }

    /** Tells this store from every other, for ever. */
    public String id() {
        return Long.toHexString(number("select value from counters where name = 'store'"));
    }

    /** The newest version that is committed; 0 when nothing ever changed. */
    public long latestVersion() {
        return number("select coalesce(max(version), 0) from records");
    }

    /** How many records are live. */
    public long live() {
        return number("select count(*) from records where deleted = 0");
    }

    /** How many records of a source are live. */
    public long live(String source) {
        return reading.withHandle(
                handle -> handle.createQuery("select count(*) from records where source = :source and deleted = 0")
                        .bind("source", source)
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Identifiers, places and hashes of the live records of a source, by identifier.
     *
     * @param after the last identifier that the caller has seen; empty to begin
     */
    public List<Listed> listed(String source, String after, int limit) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select identifier, place, hash from records
                        where source = :source and deleted = 0 and identifier > :after
                        order by identifier limit :limit
                        """)
                .bind("source", source)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) ->
                        new Listed(row.getString("identifier"), row.getString("place"), row.getString("hash")))
                .list());
    }

    /** A live record by its identifier, where in the source it stood, and {@link RawRecord#hash} of what was sent. */
    public record Listed(String identifier, String place, String hash) {}

    /** How many different documents the live records have. */
    public long documents() {
        return number("""
                select count(distinct d.hash) from record_documents d join records r on r.number = d.record
                where r.deleted = 0
                """);
    }

    private long number(String query) {
        return reading.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static Counts upsert(Handle handle, String source, List<RawRecord> records) {
        Map<String, RecordWriter.Known> known = RecordWriter.known(handle, source, records);
        List<RecordWriter.Touched> touched = new ArrayList<>();
        long added = 0;
        long changed = 0;
        long unchanged = 0;
        long deleted = 0;
        for (Prepared prepared : Prepared.all(records, known)) {
            RawRecord record = prepared.record();
            RecordWriter.Known before = known.get(record.id().identifier());
            String hash = prepared.hash();
            if (before != null && before.is(hash, record.deleted())) {
                unchanged++;
                continue;
            }
            if (record.deleted() && before == null) {
                unchanged++; // word of a deletion from before our time
            } else if (record.deleted()) {
                deleted++;
            } else if (before == null || before.deleted()) {
                added++;
            } else {
                changed++;
            }
            known.put(record.id().identifier(), new RecordWriter.Known(hash, record.deleted()));
            touched.add(new RecordWriter.Touched(prepared, before != null));
        }
        RecordWriter.write(handle, touched);
        return new Counts(added, changed, unchanged, deleted, 0, 0);
    }
}
