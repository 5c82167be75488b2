package kz.ortaq.records.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the keys of headings: one after the other, and from time to time all that came lately into their order. */
final class KeyWriter {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Handle handle;

    KeyWriter(Handle handle) {
        this.handle = handle;
    }

    /** A key that a heading has. */
    private record Pair(long key, long heading) {}

    void write(WorkPlan plan) {
        long number = handle.createQuery("select coalesce(max(number), 0) from recent_keys")
                .mapTo(Long.class)
                .one();
        PreparedBatch rows = handle.prepareBatch(
                "insert into recent_keys (number, heading, keys) values (:number, :heading, :keys)");
        for (WorkPlan.Heading heading : plan.headings()) {
            rows.bind("number", ++number)
                    .bind("heading", heading.number())
                    .bind("keys", RecentKeys.bytes(heading.keys()))
                    .add();
        }
        for (long gone : plan.gone()) {
            rows.bind("number", ++number)
                    .bind("heading", gone)
                    .bind("keys", RecentKeys.bytes(Set.of()))
                    .add();
        }
        rows.execute();
        if (plan.inOrder()) {
            putInOrder();
        }
    }

    /** Puts all recent keys where they belong, each page of the index once. */
    private void putInOrder() {
        Map<Long, Set<Long>> now = new TreeMap<>();
        handle.createQuery("select heading, keys from recent_keys order by number")
                .map((row, context) -> now.put(row.getLong("heading"), RecentKeys.keys(row.getBytes("keys"))))
                .list();
        Map<Long, Set<Long>> before = before(now.keySet());
        List<Pair> removed = new ArrayList<>();
        List<Pair> added = new ArrayList<>();
        now.forEach((heading, keys) -> {
            Set<Long> had = before.getOrDefault(heading, Set.of());
            had.stream().filter(key -> !keys.contains(key)).forEach(key -> removed.add(new Pair(key, heading)));
            keys.stream().filter(key -> !had.contains(key)).forEach(key -> added.add(new Pair(key, heading)));
        });
        execute("delete from heading_keys where key = ? and heading = ?", removed);
        execute("insert into heading_keys (key, heading) values (?, ?)", added);
        handle.execute("delete from recent_keys");
    }

    private Map<Long, Set<Long>> before(Set<Long> headings) {
        Map<Long, Set<Long>> before = new HashMap<>();
        WorkWriter.chunks(headings)
                .forEach(chunk -> handle.createQuery(
                                "select heading, key from heading_keys where heading in (<headings>)")
                        .bindList("headings", chunk)
                        .map((row, context) -> before.computeIfAbsent(
                                        row.getLong("heading"), heading -> new HashSet<>())
                                .add(row.getLong("key")))
                        .list());
        return before;
    }

    /** In the order of the keys, so that pages are written one after the other. */
    private void execute(String statement, List<Pair> pairs) {
        pairs.sort(Comparator.comparingLong(Pair::key).thenComparingLong(Pair::heading));
        Connection connection = handle.getConnection();
        try (PreparedStatement rows = connection.prepareStatement(statement)) {
            for (int i = 0; i < pairs.size(); i++) {
                rows.setLong(1, pairs.get(i).key());
                rows.setLong(2, pairs.get(i).heading());
                rows.addBatch();
                if ((i + 1) % ROWS_AT_ONCE == 0) {
                    rows.executeBatch();
                }
            }
            rows.executeBatch();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }
}
