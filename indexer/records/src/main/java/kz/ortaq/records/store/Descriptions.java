package kz.ortaq.records.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What whoever places records in works has to know of those that stand there already. Safe for use by many threads. */
public final class Descriptions {

    private final Jdbi reading;

    public Descriptions(Database database) {
        this.reading = database.reading();
    }

    /**
     * A description as stored.
     *
     * @param own the number of the record that has it for itself, 0 where all that say the same share it
     * @param epoch by which program it was made
     * @param traits JSON
     * @param heading what it stands under; 0 where that has to be found anew
     */
    public record Stored(
            long number, String id, long own, int epoch, String traits, long heading, String edition, String work) {}

    /** The number that the next new description may have. */
    public long next() {
        return reading.withHandle(handle -> handle.createQuery("select coalesce(max(number), 0) + 1 from descriptions")
                .mapTo(Long.class)
                .one());
    }

    /** The number that the next new heading may have. */
    public long nextHeading() {
        return reading.withHandle(handle -> handle.createQuery("select coalesce(max(number), 0) + 1 from headings")
                .mapTo(Long.class)
                .one());
    }

    /** The numbers of headings by their ids. */
    public Map<String, Long> headings(Collection<String> ids) {
        Map<String, Long> found = new HashMap<>();
        WorkWriter.chunks(ids)
                .forEach(chunk -> reading.useHandle(
                        handle -> handle.createQuery("select id, number from headings where id in (<ids>)")
                                .bindList("ids", chunk)
                                .map((row, context) -> found.put(row.getString("id"), row.getLong("number")))
                                .list()));
        return found;
    }

    /** The ids of headings by their numbers. */
    public Map<Long, String> headingIds(Collection<Long> numbers) {
        Map<Long, String> found = new HashMap<>();
        WorkWriter.chunks(numbers)
                .forEach(chunk -> reading.useHandle(
                        handle -> handle.createQuery("select number, id from headings where number in (<numbers>)")
                                .bindList("numbers", chunk)
                                .map((row, context) -> found.put(row.getLong("number"), row.getString("id")))
                                .list()));
        return found;
    }

    /** The descriptions under headings that live records have. */
    public List<Stored> under(Collection<Long> headings) {
        List<Stored> found = new ArrayList<>();
        WorkWriter.chunks(headings).forEach(chunk -> found.addAll(select("""
                        where d.heading in (<wanted>) and exists (
                            select 1 from placed_records p where p.description = d.number and p.live = 1)
                        """, chunk)));
        return found;
    }

    /** Descriptions by their ids. */
    public Map<String, Stored> byId(Collection<String> ids) {
        Map<String, Stored> found = new HashMap<>();
        WorkWriter.chunks(ids)
                .forEach(chunk ->
                        select("where d.id in (<wanted>)", chunk).forEach(stored -> found.put(stored.id(), stored)));
        return found;
    }

    /** Descriptions by their numbers. */
    public Map<Long, Stored> byNumber(Collection<Long> numbers) {
        Map<Long, Stored> found = new HashMap<>();
        WorkWriter.chunks(numbers)
                .forEach(chunk -> select("where d.number in (<wanted>)", chunk)
                        .forEach(stored -> found.put(stored.number(), stored)));
        return found;
    }

    private List<Stored> select(String where, List<?> wanted) {
        return reading.withHandle(handle -> handle.createQuery(
                        "select d.number, d.id, d.own, d.epoch, d.traits, d.heading, d.edition, d.work from descriptions d "
                                + where)
                .bindList("wanted", wanted)
                .map((row, context) -> new Stored(
                        row.getLong("number"),
                        row.getString("id"),
                        row.getLong("own"),
                        row.getInt("epoch"),
                        Compression.text(row.getBytes("traits")),
                        row.getLong("heading"),
                        row.getString("edition"),
                        row.getString("work")))
                .list());
    }

    /** Where records stand, and whether they still do; one that was never placed is not among them. */
    public Map<Long, Place> places(Collection<Long> records) {
        Map<Long, Place> places = new HashMap<>();
        WorkWriter.chunks(records)
                .forEach(chunk -> reading.useHandle(handle -> handle.createQuery("""
                                select record, description, live from placed_records where record in (<records>)
                                """)
                        .bindList("records", chunk)
                        .map((row, context) -> places.put(
                                row.getLong("record"), new Place(row.getLong("description"), row.getInt("live") == 1)))
                        .list()));
        return places;
    }

    /** Where a record stands, or stood. */
    public record Place(long description, boolean live) {}

    /** How many live records descriptions have; one that has none is not among them. */
    public Map<Long, Integer> live(Collection<Long> descriptions) {
        Map<Long, Integer> counts = new HashMap<>();
        WorkWriter.chunks(descriptions)
                .forEach(chunk -> reading.useHandle(handle -> handle.createQuery("""
                                select description, count(*) as live from placed_records
                                where description in (<descriptions>) and live = 1 group by description
                                """)
                        .bindList("descriptions", chunk)
                        .map((row, context) -> counts.put(row.getLong("description"), row.getInt("live")))
                        .list()));
        return counts;
    }

    /** The oldest live records of descriptions, at most so many of each. */
    public Map<Long, List<Long>> records(Collection<Long> descriptions, int most) {
        Map<Long, List<Long>> records = new HashMap<>();
        WorkWriter.chunks(descriptions)
                .forEach(chunk -> reading.useHandle(handle -> handle.createQuery("""
                                select description, record from (
                                    select description, record,
                                        row_number() over (partition by description order by record) as place
                                    from placed_records where description in (<descriptions>) and live = 1) oldest
                                where place <= :most order by record
                                """)
                        .bindList("descriptions", chunk)
                        .bind("most", most)
                        .map((row, context) -> records.computeIfAbsent(
                                        row.getLong("description"), description -> new ArrayList<>())
                                .add(row.getLong("record")))
                        .list()));
        return records;
    }

    /** The descriptions of a work that live records have: those whose oldest record came first, at most so many. */
    public List<Stored> ofWork(String work, int most) {
        List<Long> oldest = reading.withHandle(handle -> handle.createQuery("""
                        select d.number, min(p.record) as first from descriptions d
                        join placed_records p on p.description = d.number and p.live = 1
                        where d.work = :work group by d.number order by first limit :most
                        """)
                .bind("work", work)
                .bind("most", most)
                .map((row, context) -> row.getLong("number"))
                .list());
        return List.copyOf(byNumber(oldest).values());
    }

    /**
     * Which headings have a key; one that none has is not among them.
     *
     * @param most so many headings of a key are read at most: whoever gets as many knows that there may be more
     */
    public Map<Long, long[]> sharing(Collection<Long> keys, int most) {
        // What comes into order meanwhile is found twice, but never not at all.
        RecentKeys recent = recentKeys();
        return recent.with(sharingInOrder(keys, most + recent.size()), keys);
    }

    /**
     * Which headings have a key, of those keys that are in order; {@link RecentKeys#with} knows of the others.
     *
     * @param most so many headings of a key are read at most
     */
    public Map<Long, long[]> sharingInOrder(Collection<Long> keys, int most) {
        Map<Long, long[]> sharing = new HashMap<>();
        WorkWriter.chunks(Set.copyOf(keys))
                .forEach(chunk -> reading.useHandle(handle -> sharingInOrder(handle, chunk, most, sharing)));
        return sharing;
    }

    /** By position, through the driver: very many rows are read here. */
    private static void sharingInOrder(Handle handle, List<Long> keys, int most, Map<Long, long[]> sharing) {
        String wanted = keys.stream().map(key -> "(?)").collect(Collectors.joining(", "));
        try (PreparedStatement query = handle.getConnection().prepareStatement("""
                with wanted (key) as (values %s)
                select h.key, h.heading from wanted w
                join heading_keys h on h.key = w.key and h.heading < coalesce(
                    (select o.heading from heading_keys o where o.key = w.key order by o.heading limit 1 offset ?), ?)
                order by h.key
                """.formatted(wanted))) {
            query.setInt(keys.size() + 1, most);
            query.setLong(keys.size() + 2, Long.MAX_VALUE);
            for (int i = 0; i < keys.size(); i++) {
                query.setLong(i + 1, keys.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                long[] headings = new long[1];
                int count = 0;
                long last = 0;
                while (rows.next()) {
                    long key = rows.getLong(1);
                    if (count > 0 && key != last) {
                        sharing.put(last, Arrays.copyOf(headings, count));
                        count = 0;
                    }
                    last = key;
                    headings = count < headings.length ? headings : Arrays.copyOf(headings, 2 * count);
                    headings[count++] = rows.getLong(2);
                }
                if (count > 0) {
                    sharing.put(last, Arrays.copyOf(headings, count));
                }
            }
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /** The keys that headings were given lately. */
    public RecentKeys recentKeys() {
        RecentKeys recent = new RecentKeys();
        reading.useHandle(handle -> handle.createQuery("select heading, keys from recent_keys order by number")
                .map((row, context) -> {
                    recent.put(row.getLong("heading"), RecentKeys.keys(row.getBytes("keys")));
                    return true;
                })
                .list());
        return recent;
    }

    /** What headings are linked to; one that is linked to none is not among them. */
    public Map<Long, Set<Long>> links(Collection<Long> headings) {
        Map<Long, Set<Long>> links = new HashMap<>();
        WorkWriter.chunks(headings)
                .forEach(chunk -> reading.useHandle(handle -> handle.createQuery("""
                                select one as linked, other as to_number from heading_links where one in (<numbers>)
                                union all
                                select other, one from heading_links where other in (<numbers>)
                                """)
                        .bindList("numbers", chunk)
                        .map((row, context) -> links.computeIfAbsent(row.getLong("linked"), heading -> new HashSet<>())
                                .add(row.getLong("to_number")))
                        .list()));
        return links;
    }
}
