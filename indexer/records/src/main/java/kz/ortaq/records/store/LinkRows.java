package kz.ortaq.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;
import kz.ortaq.records.StoredDocument;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code links} as links, and back. */
final class LinkRows {

    static final String COLUMNS = "select links.* from links ";

    private LinkRows() {}

    static Link link(ResultSet row) throws SQLException {
        Link.Copy copy = null;
        if (!row.getString("hash").isEmpty()) {
            copy = new Link.Copy(
                    new StoredDocument(row.getString("hash"), row.getString("name"), row.getLong("bytes")),
                    row.getString("file"),
                    row.getString("etag"),
                    row.getString("last_modified"));
        }
        Link.Outcome outcome = new Link.Outcome(
                Link.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Instant.ofEpochMilli(row.getLong("next_try")),
                copy,
                trouble(row));
        return new Link(row.getLong("number"), row.getString("source"), row.getString("address"), outcome);
    }

    static Link.@Nullable Trouble trouble(ResultSet row) throws SQLException {
        return row.getString("reason").isEmpty()
                ? null
                : new Link.Trouble(
                        Reason.valueOf(row.getString("reason")),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("value"));
    }

    static void update(Handle handle, long number, Link.Outcome outcome, long now) {
        Link.Copy copy = outcome.copy();
        Link.Trouble trouble = outcome.trouble();
        handle.createUpdate("""
                        update links set state = :state, tries = :tries, next_try = :next, checked = :now,
                            hash = :hash, name = :name, bytes = :bytes,
                            file = :file, etag = :etag, last_modified = :lastModified,
                            reason = :reason, severity = :severity, value = :value
                        where number = :number
                        """)
                .bind("state", outcome.state().name())
                .bind("tries", outcome.tries())
                .bind("next", outcome.next().toEpochMilli())
                .bind("now", now)
                .bind("hash", copy == null ? "" : copy.document().hash())
                .bind("name", copy == null ? "" : copy.document().name())
                .bind("bytes", copy == null ? 0 : copy.document().bytes())
                .bind("file", copy == null ? "" : copy.file())
                .bind("etag", copy == null ? "" : copy.etag())
                .bind("lastModified", copy == null ? "" : copy.lastModified())
                .bind("reason", trouble == null ? "" : trouble.reason().name())
                .bind("severity", trouble == null ? "" : trouble.severity().name())
                .bind("value", trouble == null ? "" : trouble.value())
                .bind("number", number)
                .execute();
    }
}
