package kz.ortaq.records.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.StoredDocument;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The writing half of {@link RecordStore}: rows in batches, within the caller's transaction. */
final class RecordWriter {

    private static final int CHUNK = 500;
    private static final byte[] NOTHING = new byte[0];

    /** What the store has of a record. */
    record Known(String hash, boolean deleted) {}

    private RecordWriter() {}

    /** What the store has of these records, by identifier, in a map that the caller may add to. */
    static Map<String, Known> known(Handle handle, String source, List<RawRecord> records) {
        Map<String, Known> known = new HashMap<>();
        List<String> identifiers = records.stream()
                .map(record -> record.id().identifier())
                .distinct()
                .toList();
        for (int from = 0; from < identifiers.size(); from += CHUNK) {
            handle.createQuery("""
                            select identifier, hash, deleted from records
                            where source = :source and identifier in (<identifiers>)
                            """)
                    .bind("source", source)
                    .bindList("identifiers", identifiers.subList(from, Math.min(from + CHUNK, identifiers.size())))
                    .map((row, context) -> known.put(
                            row.getString("identifier"), new Known(row.getString("hash"), row.getInt("deleted") == 1)))
                    .list();
        }
        return known;
    }

    /** Writes records that are new or changed, each with the next version. */
    static void write(Handle handle, List<RawRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        List<RawRecord> last = lastOfEach(records);
        long version = handle.createQuery("""
                        update counters set value = value + :count where name = 'version' returning value
                        """)
                        .bind("count", last.size())
                        .mapTo(Long.class)
                        .one()
                - last.size();
        PreparedBatch rows = handle.prepareBatch("""
                insert into records (source, identifier, version, deleted, hash, format, datestamp, sets, place,
                                     payload, original, edition, work)
                values (:source, :identifier, :version, :deleted, :hash, :format, :datestamp, :sets, :place,
                        :payload, :original, :edition, :work)
                on conflict (source, identifier) do update set
                    version = excluded.version, deleted = excluded.deleted, hash = excluded.hash,
                    format = excluded.format, datestamp = excluded.datestamp, sets = excluded.sets,
                    place = excluded.place, payload = excluded.payload, original = excluded.original
                """);
        for (RawRecord record : last) {
            version++;
            rows.bind("source", record.id().source())
                    .bind("identifier", record.id().identifier())
                    .bind("version", version)
                    .bind("deleted", record.deleted() ? 1 : 0)
                    .bind("hash", record.hash())
                    .bind("format", record.format())
                    .bind("datestamp", record.datestamp())
                    .bind("sets", Json.write(record.sets()))
                    .bind("place", record.place())
                    .bind("payload", record.deleted() ? NOTHING : Compression.compress(record.payload()))
                    .bind("original", original(record))
                    .bind("edition", record.id().minted("e"))
                    .bind("work", record.id().minted("w"))
                    .add();
        }
        rows.execute();
        writeDocuments(handle, last);
    }

    /** Where one page has a record twice, the later one stands; PostgreSQL would refuse both in one statement. */
    private static List<RawRecord> lastOfEach(List<RawRecord> records) {
        Map<String, RawRecord> last = new LinkedHashMap<>();
        for (RawRecord record : records) {
            String key = record.id().identifier();
            last.remove(key);
            last.put(key, record);
        }
        return List.copyOf(last.values());
    }

    private static byte[] original(RawRecord record) {
        return record.original().length() == 0
                ? NOTHING
                : Compression.compress(record.original().toArray());
    }

    /** Documents that a record points to stay as long as it does; {@link Links} takes them off when the link is gone. */
    private static void writeDocuments(Handle handle, List<RawRecord> records) {
        String source = records.getFirst().id().source();
        for (int from = 0; from < records.size(); from += CHUNK) {
            List<RawRecord> chunk = records.subList(from, Math.min(from + CHUNK, records.size()));
            handle.createUpdate("""
                            delete from record_documents where record in (
                                select number from records where source = :source and identifier in (<identifiers>)
                                    and (linked = 0 or deleted = 1))
                            """)
                    .bind("source", source)
                    .bindList("identifiers", identifiers(chunk))
                    .execute();
            addDocuments(
                    handle,
                    source,
                    chunk.stream()
                            .filter(record -> !record.documents().isEmpty())
                            .toList());
        }
    }

    private static void addDocuments(Handle handle, String source, List<RawRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<String, Long> numbers = new HashMap<>();
        handle.createQuery("""
                        select identifier, number from records
                        where source = :source and identifier in (<identifiers>)
                        """)
                .bind("source", source)
                .bindList("identifiers", identifiers(records))
                .map((row, context) -> numbers.put(row.getString("identifier"), row.getLong("number")))
                .list();
        PreparedBatch rows = handle.prepareBatch("""
                insert into record_documents (record, position, hash, name, bytes)
                values (:record, :position, :hash, :name, :bytes)
                """);
        for (RawRecord record : records) {
            int position = 0;
            for (StoredDocument document : record.documents()) {
                rows.bind("record", numbers.get(record.id().identifier()))
                        .bind("position", position++)
                        .bind("hash", document.hash())
                        .bind("name", document.name())
                        .bind("bytes", document.bytes())
                        .add();
            }
        }
        rows.execute();
    }

    private static List<String> identifiers(List<RawRecord> records) {
        return records.stream().map(record -> record.id().identifier()).toList();
    }
}
