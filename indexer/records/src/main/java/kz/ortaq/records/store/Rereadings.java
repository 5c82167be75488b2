package kz.ortaq.records.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Stage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps what the documents of placed records say once they are read again, as more programs or wider bounds let them be.
 * Safe for use by many threads.
 */
public final class Rereadings {

    private final Jdbi reading;
    private final Jdbi writing;
    private final Clock clock;

    public Rereadings(Database database, Clock clock) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.clock = clock;
    }

    /**
     * A record as its documents were read.
     *
     * @param version of the record that was read: where it has another by now, its placing says what is so
     * @param problems all that is wrong with its documents
     * @param asked bits of what it is judged by that depend on its documents
     * @param lacking bits of what it lacks of that
     */
    public record Rereading(long record, long version, RecordId id, List<Problem> problems, int asked, int lacking) {

        public Rereading {
            problems = List.copyOf(problems);
        }
    }

    /** Keeps what is otherwise than it was found when the records were placed, of those that did not change since. */
    public void keep(Collection<Rereading> read) {
        List<Rereading> other = reading.withHandle(handle -> differing(handle, read));
        if (other.isEmpty()) {
            return;
        }
        writing.useTransaction(handle -> {
            // The row first that whoever places records takes first: none is placed until this ends.
            long placed = handle.createQuery("update works_state set epoch = epoch returning cursor")
                    .mapTo(Long.class)
                    .one();
            Map<Long, Long> versions = versions(handle, other);
            List<Rereading> standing = other.stream()
                    .filter(one -> one.version() <= placed)
                    .filter(one -> versions.getOrDefault(one.record(), 0L) == one.version())
                    .toList();
            Problems.replace(
                    handle,
                    clock,
                    standing.stream()
                            .collect(Collectors.toMap(Rereading::id, Rereading::problems, (one, again) -> one)),
                    Set.of(Stage.TEXT));
            for (Rereading one : standing) {
                handle.createUpdate("""
                                update placed_records set lacking = (lacking & :others) | (expected & :lacking)
                                where record = :record
                                """)
                        .bind("others", ~one.asked())
                        .bind("lacking", one.lacking())
                        .bind("record", one.record())
                        .execute();
            }
        });
    }

    private static List<Rereading> differing(Handle handle, Collection<Rereading> read) {
        record Judged(int expected, int lacking) {}
        Map<Long, Judged> judged = new HashMap<>();
        WorkWriter.chunks(read.stream().map(Rereading::record).toList())
                .forEach(chunk -> handle.createQuery("""
                                select record, expected, lacking from placed_records where record in (<records>)
                                """)
                        .bindList("records", chunk)
                        .map((row, context) -> judged.put(
                                row.getLong("record"), new Judged(row.getInt("expected"), row.getInt("lacking"))))
                        .list());
        List<Rereading> differing = new ArrayList<>();
        for (Rereading one : read) {
            Judged before = judged.get(one.record());
            if (before != null
                    && ((before.lacking() & one.asked()) != (before.expected() & one.lacking())
                            || !Problems.ofRecord(handle, one.id(), Stage.TEXT).equals(Set.copyOf(one.problems())))) {
                differing.add(one);
            }
        }
        return differing;
    }

    private static Map<Long, Long> versions(Handle handle, List<Rereading> read) {
        Map<Long, Long> versions = new HashMap<>();
        Set<Long> records = new TreeSet<>();
        read.forEach(one -> records.add(one.record()));
        WorkWriter.chunks(records)
                .forEach(chunk -> handle.createQuery("select number, version from records where number in (<records>)")
                        .bindList("records", chunk)
                        .map((row, context) -> versions.put(row.getLong("number"), row.getLong("version")))
                        .list());
        return versions;
    }
}
