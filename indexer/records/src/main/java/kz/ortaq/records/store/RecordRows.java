package kz.ortaq.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.StoredDocument;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The reading half of {@link RecordStore}: rows as records. */
final class RecordRows {

    static final String COLUMNS = """
            select r.number, r.source, r.identifier, r.version, r.deleted, r.format, r.datestamp, r.sets, r.place,
                   r.payload, r.original, coalesce(d.edition, r.edition) as edition,
                   coalesce(d.work, r.work) as work, s.library
            from records r join sources s on s.id = r.source
            left join placed_records p on p.record = r.number and p.live = 1
            left join descriptions d on d.number = p.description
            """;

    private static final int CHUNK = 500;

    private RecordRows() {}

    /** A row of {@link #COLUMNS}, which is a record once its documents are known. */
    private record Row(long number, Function<List<StoredDocument>, StoredRecord> with) {}

    /** The records that a query of {@link #COLUMNS} finds, and their documents, in two statements. */
    static List<StoredRecord> records(Handle handle, Query query) {
        List<Row> rows = query.map((row, context) -> row(row)).list();
        Map<Long, List<StoredDocument>> documents = new HashMap<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<Long> numbers = rows.subList(from, Math.min(from + CHUNK, rows.size())).stream()
                    .map(Row::number)
                    .toList();
            handle.createQuery("""
                            select record, hash, name, bytes from record_documents
                            where record in (<records>) order by record, position
                            """)
                    .bindList("records", numbers)
                    .map((row, context) -> documents
                            .computeIfAbsent(row.getLong("record"), number -> new ArrayList<>())
                            .add(document(row)))
                    .list();
        }
        return rows.stream()
                .map(row -> row.with().apply(documents.getOrDefault(row.number(), List.of())))
                .toList();
    }

    static StoredDocument document(ResultSet row) throws SQLException {
        return new StoredDocument(row.getString("hash"), row.getString("name"), row.getLong("bytes"));
    }

    private static Row row(ResultSet row) throws SQLException {
        RecordId id = new RecordId(row.getString("source"), row.getString("identifier"));
        boolean deleted = row.getInt("deleted") == 1;
        String format = row.getString("format");
        String datestamp = row.getString("datestamp");
        List<String> sets = Json.list(row.getString("sets"));
        String place = row.getString("place");
        String payload = Compression.text(row.getBytes("payload"));
        Bytes original = Bytes.of(Compression.bytes(row.getBytes("original")));
        long number = row.getLong("number");
        long version = row.getLong("version");
        String library = row.getString("library");
        String edition = row.getString("edition");
        String work = row.getString("work");
        return new Row(number, documents -> {
            RawRecord raw = new RawRecord(id, deleted, format, datestamp, sets, place, payload, documents, original);
            return new StoredRecord(number, version, raw, library, edition, work);
        });
    }
}
