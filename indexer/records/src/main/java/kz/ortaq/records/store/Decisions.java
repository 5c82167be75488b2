package kz.ortaq.records.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.ortaq.records.RecordId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What librarians decided of records: that two are the same, or are not. It holds until it is taken back, whatever the
 * sources send. Safe for use by many threads.
 */
public final class Decisions {

    private final Jdbi reading;
    private final Jdbi writing;
    private final Clock clock;

    public Decisions(Database database, Clock clock) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.clock = clock;
    }

    /** A decision as a person sees it. */
    public record Decision(RecordId one, RecordId other, boolean same, Instant at) {}

    /** A decision by the numbers of the records. */
    public record Numbered(long one, long other, boolean same) {}

    /** Decides of two records, in place of what was decided before. Works follow at the next look. */
    public void decide(StoredRecord some, StoredRecord another, boolean same) {
        long one = Math.min(some.number(), another.number());
        long other = Math.max(some.number(), another.number());
        if (one == other) {
            throw new IllegalArgumentException("a record is the same as itself");
        }
        writing.useTransaction(handle -> {
            RecordWriter.renew(handle, List.of(one, other));
            handle.createUpdate("""
                            insert into decisions (one, other, same, at) values (:one, :other, :same, :at)
                            on conflict (one, other) do update set same = excluded.same, at = excluded.at
                            """)
                    .bind("one", one)
                    .bind("other", other)
                    .bind("same", same ? 1 : 0)
                    .bind("at", clock.millis())
                    .execute();
        });
    }

    /** Takes back what was decided of two records; false where nothing was. */
    public boolean undo(StoredRecord some, StoredRecord another) {
        long one = Math.min(some.number(), another.number());
        long other = Math.max(some.number(), another.number());
        return writing.inTransaction(handle -> {
            RecordWriter.renew(handle, List.of(one, other));
            return handle.createUpdate("delete from decisions where one = :one and other = :other")
                            .bind("one", one)
                            .bind("other", other)
                            .execute()
                    > 0;
        });
    }

    /** All decisions, the oldest first. */
    public List<Decision> all() {
        return reading.withHandle(handle -> handle.createQuery("""
                        select a.source as source, a.identifier as identifier, b.source as other_source,
                               b.identifier as other_identifier, d.same, d.at
                        from decisions d join records a on a.number = d.one join records b on b.number = d.other
                        order by d.at, d.one, d.other
                        """)
                .map((row, context) -> new Decision(
                        new RecordId(row.getString("source"), row.getString("identifier")),
                        new RecordId(row.getString("other_source"), row.getString("other_identifier")),
                        row.getInt("same") == 1,
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list());
    }

    /** The decisions in which one of these records takes part, by the records' numbers. */
    public Set<Numbered> of(Collection<Long> records) {
        Set<Numbered> found = new LinkedHashSet<>();
        reading.useHandle(handle -> {
            if (isEmpty(handle)) {
                return;
            }
            for (List<Long> chunk : WorkWriter.chunks(records)) {
                found.addAll(of(handle, chunk));
            }
        });
        return found;
    }

    /** Few libraries have decided anything, and many records ask. */
    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("select one from decisions limit 1")
                .mapTo(Long.class)
                .findFirst()
                .isEmpty();
    }

    private static List<Numbered> of(Handle handle, List<Long> records) {
        return handle.createQuery("""
                        select one, other, same from decisions where one in (<records>)
                        union select one, other, same from decisions where other in (<records>)
                        """)
                .bindList("records", records)
                .map((row, context) -> new Numbered(row.getLong("one"), row.getLong("other"), row.getInt("same") == 1))
                .list();
    }
}
