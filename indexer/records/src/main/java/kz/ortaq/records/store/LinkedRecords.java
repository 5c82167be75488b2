package kz.ortaq.records.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What links mean for the records that point there: documents, problems, and a new version where documents changed. */
final class LinkedRecords {

    /** Linked documents stand behind all that came with a record. */
    private static final int FIRST = 1_000_000;

    private LinkedRecords() {}

    /**
     * Gives a record the documents and problems of its links, within the caller's transaction. It gets a new version,
     * so that every index follows, only where its documents are others than before.
     */
    static void refresh(Handle handle, Clock clock, long record) {
        List<StoredDocument> wanted = wanted(handle, record);
        if (!wanted.equals(documents(handle, record, 1))) {
            RecordWriter.renew(handle, List.of(record));
            attach(handle, record, wanted);
        }
        RecordId id = handle.createQuery("select source, identifier from records where number = :record")
                .bind("record", record)
                .map((row, context) -> new RecordId(row.getString("source"), row.getString("identifier")))
                .one();
        Problems.replaceLinks(handle, clock, id, problems(handle, record, id));
    }

    /** The documents of a record's links, each once, but for those that came with the record itself. */
    private static List<StoredDocument> wanted(Handle handle, long record) {
        Set<String> taken = new HashSet<>();
        documents(handle, record, 0).forEach(document -> taken.add(document.hash()));
        List<StoredDocument> wanted = new ArrayList<>();
        handle.createQuery("""
                        select l.hash, l.name, l.bytes from record_links p
                        join links l on l.number = p.link join records r on r.number = p.record
                        where p.record = :record and r.deleted = 0 and l.hash <> '' order by p.position
                        """)
                .bind("record", record)
                .map((row, context) -> RecordRows.document(row))
                .forEach(document -> {
                    if (taken.add(document.hash())) {
                        wanted.add(document);
                    }
                });
        return wanted;
    }

    private static List<StoredDocument> documents(Handle handle, long record, int linked) {
        return handle.createQuery("""
                        select hash, name, bytes from record_documents
                        where record = :record and linked = :linked order by position
                        """)
                .bind("record", record)
                .bind("linked", linked)
                .map((row, context) -> RecordRows.document(row))
                .list();
    }

    private static void attach(Handle handle, long record, List<StoredDocument> documents) {
        handle.createUpdate("delete from record_documents where record = :record and linked = 1")
                .bind("record", record)
                .execute();
        if (documents.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
                insert into record_documents (record, position, hash, name, bytes, linked)
                values (:record, :position, :hash, :name, :bytes, 1)
                """);
        int position = FIRST;
        for (StoredDocument document : documents) {
            rows.bind("record", record)
                    .bind("position", position++)
                    .bind("hash", document.hash())
                    .bind("name", document.name())
                    .bind("bytes", document.bytes())
                    .add();
        }
        rows.execute();
    }

    private static List<Problem> problems(Handle handle, long record, RecordId id) {
        return handle.createQuery("""
                        select l.address, l.reason, l.severity, l.value from record_links p
                        join links l on l.number = p.link join records r on r.number = p.record
                        where p.record = :record and r.deleted = 0 and l.reason <> '' order by p.position
                        """)
                .bind("record", record)
                .map((row, context) -> new Problem(
                        Reason.valueOf(row.getString("reason")),
                        Severity.valueOf(row.getString("severity")),
                        Stage.LINK,
                        id.identifier(),
                        row.getString("address"),
                        row.getString("value")))
                .list();
    }
}
