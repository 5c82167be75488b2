package kz.ortaq.records.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** What the store has of a record. */
    record Known(String hash, boolean deleted) {

        /** Whether a record with this hash is nothing new. */
        boolean is(String otherHash, boolean otherDeleted) {
            return hash.equals(otherHash) && deleted == otherDeleted;
        }
    }

    /**
     * A record that is to be written.
     *
     * @param known whether the store has had it before
     */
    record Touched(Prepared prepared, boolean known) {

        RawRecord record() {
            return prepared.record();
        }
    }

    private RecordWriter() {}

    /** What the store has of these records, by identifier, in a map that the caller may add to. */
    static Map<String, Known> known(Handle handle, String source, List<RawRecord> records) {
        Map<String, Known> known = new HashMap<>();
        List<String> identifiers = records.stream()
                .map(record -> record.id().identifier())
                .distinct()
                .toList();
        for (int from = 0; from < identifiers.size(); from += CHUNK) {
            known(handle, source, identifiers.subList(from, Math.min(from + CHUNK, identifiers.size())), known);
        }
        return known;
    }

    private static void known(Handle handle, String source, List<String> identifiers, Map<String, Known> known) {
        String places = "?" + ", ?".repeat(identifiers.size() - 1);
        try (PreparedStatement query = handle.getConnection()
                .prepareStatement("select identifier, hash, deleted from records where source = ? and identifier in ("
                        + places + ")")) {
            query.setString(1, Database.storable(source));
            int place = 2;
            for (String identifier : identifiers) {
                query.setString(place++, Database.storable(identifier));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), new Known(rows.getString(2), rows.getInt(3) == 1));
                }
            }
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /** Writes records that are new or changed, each with the next version. */
    static void write(Handle handle, List<Touched> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Touched> last = lastOfEach(records);
        long version = handle.createQuery("""
                        update counters set value = value + :count where name = 'version' returning value
                        """)
                        .bind("count", last.size())
                        .mapTo(Long.class)
                        .one()
                - last.size();
        insert(handle, last, version);
        writeDocuments(handle, last);
    }

    /** Gives records a new version each, so that whoever follows the store looks at them again. */
    static void renew(Handle handle, List<Long> numbers) {
        // The counter first, as every writer of records does.
        long version = handle.createQuery("""
                        update counters set value = value + :count where name = 'version' returning value
                        """)
                        .bind("count", numbers.size())
                        .mapTo(Long.class)
                        .one()
                - numbers.size();
        PreparedBatch rows = handle.prepareBatch("update records set version = :version where number = :record");
        for (long number : numbers) {
            rows.bind("version", ++version).bind("record", number).add();
        }
        rows.execute();
    }

    /** Binds by position, through the driver: this is where a harvest spends its time. */
    private static void insert(Handle handle, List<Touched> records, long after) {
        long version = after;
        try (PreparedStatement rows = handle.getConnection().prepareStatement("""
                insert into records (source, identifier, version, deleted, hash, format, datestamp, sets, place,
                                     payload, original, edition, work)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (source, identifier) do update set
                    version = excluded.version, deleted = excluded.deleted, hash = excluded.hash,
                    format = excluded.format, datestamp = excluded.datestamp, sets = excluded.sets,
                    place = excluded.place, payload = excluded.payload, original = excluded.original
                """)) {
            for (Touched touched : records) {
                RawRecord record = touched.record();
                Prepared.Texts texts = touched.prepared().texts();
                version++;
                rows.setString(1, Database.storable(record.id().source()));
                rows.setString(2, Database.storable(record.id().identifier()));
                rows.setLong(3, version);
                rows.setInt(4, record.deleted() ? 1 : 0);
                rows.setString(5, touched.prepared().hash());
                rows.setString(6, Database.storable(record.format()));
                rows.setString(7, Database.storable(record.datestamp()));
                rows.setString(8, texts.sets());
                rows.setString(9, Database.storable(record.place()));
                rows.setBytes(10, texts.payload());
                rows.setBytes(11, texts.original());
                rows.setString(12, "e" + texts.minted());
                rows.setString(13, "w" + texts.minted());
                rows.addBatch();
            }
            rows.executeBatch();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /** Where one page has a record twice, the later one stands; PostgreSQL would refuse both in one statement. */
    private static List<Touched> lastOfEach(List<Touched> records) {
        Map<String, Touched> last = new LinkedHashMap<>();
        for (Touched touched : records) {
            String key = touched.record().id().identifier();
            Touched before = last.putIfAbsent(key, touched);
            if (before != null) {
                last.remove(key);
                last.put(key, new Touched(touched.prepared(), before.known()));
            }
        }
        return List.copyOf(last.values());
    }

    /** Documents that a record points to stay as long as it does; {@link Links} takes them off when the link is gone. */
    private static void writeDocuments(Handle handle, List<Touched> records) {
        String source = records.getFirst().record().id().source();
        for (int from = 0; from < records.size(); from += CHUNK) {
            List<Touched> chunk = records.subList(from, Math.min(from + CHUNK, records.size()));
            dropDocuments(
                    handle,
                    source,
                    chunk.stream()
                            .filter(Touched::known)
                            .map(touched -> touched.record().id().identifier())
                            .toList());
            addDocuments(
                    handle,
                    source,
                    chunk.stream()
                            .map(Touched::record)
                            .filter(record -> !record.documents().isEmpty())
                            .toList());
        }
    }

    private static void dropDocuments(Handle handle, String source, List<String> identifiers) {
        if (identifiers.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        delete from record_documents where record in (
                            select number from records where source = :source and identifier in (<identifiers>)
                                and (linked = 0 or deleted = 1))
                        """)
                .bind("source", source)
                .bindList("identifiers", identifiers)
                .execute();
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
