package kz.ortaq.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.StoredDocument;
import org.jdbi.v3.core.Handle;

/** The reading half of {@link RecordStore}: rows as records. */
final class RecordRows {

    static final String COLUMNS = """
            select r.number, r.source, r.identifier, r.version, r.deleted, r.format, r.datestamp, r.sets, r.place,
                   r.payload, r.original, r.edition, r.work, s.library
            from records r join sources s on s.id = r.source
            """;

    private RecordRows() {}

    static List<StoredDocument> documents(Handle handle, long record) {
        return handle.createQuery("""
                        select hash, name, bytes from record_documents where record = :record order by position
                        """)
                .bind("record", record)
                .map((row, context) -> document(row))
                .list();
    }

    static StoredDocument document(ResultSet row) throws SQLException {
        return new StoredDocument(row.getString("hash"), row.getString("name"), row.getLong("bytes"));
    }

    static StoredRecord record(ResultSet row, List<StoredDocument> documents) throws SQLException {
        RawRecord raw = new RawRecord(
                new RecordId(row.getString("source"), row.getString("identifier")),
                row.getInt("deleted") == 1,
                row.getString("format"),
                row.getString("datestamp"),
                Json.list(row.getString("sets")),
                row.getString("place"),
                Compression.text(row.getBytes("payload")),
                documents,
                Bytes.of(Compression.bytes(row.getBytes("original"))));
        return new StoredRecord(
                row.getLong("version"), raw, row.getString("library"), row.getString("edition"), row.getString("work"));
    }
}
