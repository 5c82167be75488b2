package kz.ortaq.records.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.records.RecordId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The addresses that records point to, and the documents that came from there. Safe for use by many threads.
 *
 * <p>What is told of a link, and what follows for the records that point there (their documents, their problems, their
 * versions), is one transaction.
 */
public final class Links {

    private static final int CHUNK = 100;

    private final Jdbi reading;
    private final Jdbi writing;
    private final Clock clock;

    public Links(Database database, Clock clock) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.clock = clock;
    }

    /** A record that changed, as far as it may point somewhere. */
    public record Changed(long number, long version, boolean deleted, String format, String payload) {}

    /**
     * Where a record points.
     *
     * @param alternative whether it names by this address, again, what it named by one before it
     */
    public record Pointer(String address, boolean alternative) {}

    /**
     * Up to which version the records of a source were asked where they point; 0 where they never were, or by other
     * {@code rules}.
     */
    public long cursor(String source, String rules) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select version from link_cursors where source = :source and rules = :rules
                        """)
                .bind("source", source)
                .bind("rules", rules)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** Up to {@code limit} records of a source that changed after {@code version}, in order. */
    public List<Changed> changed(String source, long version, int limit) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select number, version, deleted, format, payload from records
                        where source = :source and version > :version order by version limit :limit
                        """)
                .bind("source", source)
                .bind("version", version)
                .bind("limit", limit)
                .map((row, context) -> new Changed(
                        row.getLong("number"),
                        row.getLong("version"),
                        row.getInt("deleted") == 1,
                        row.getString("format"),
                        Compression.text(row.getBytes("payload"))))
                .list());
    }

    /**
     * Writes where records point, in place of where they pointed before, and how far the source's records were asked.
     * A document whose link is gone leaves its record; one that is there already is given to it.
     *
     * @param pointed pointers by the number of their record, the most promising first
     */
    public void point(String source, Map<Long, List<Pointer>> pointed, long cursor, String rules) {
        writing.useTransaction(handle -> {
            List<Long> records = List.copyOf(pointed.keySet());
            Map<Long, List<Pointer>> before = pointed(handle, records);
            Map<Long, List<Pointer>> first = new LinkedHashMap<>();
            for (Long record : records) {
                List<Pointer> now = pointed.getOrDefault(record, List.of());
                List<Pointer> then = before.getOrDefault(record, List.of());
                if (then.isEmpty()) {
                    first.put(record, now);
                    continue;
                }
                if (!now.equals(then)) {
                    repoint(handle, source, record, now);
                }
                LinkedRecords.refresh(handle, clock, record);
            }
            add(handle, source, first);
            // A link that nobody asked for yet changes nothing for its record.
            settled(handle, first.keySet()).forEach(record -> LinkedRecords.refresh(handle, clock, record));
            handle.createUpdate("""
                            insert into link_cursors (source, version, rules) values (:source, :version, :rules)
                            on conflict (source) do update set version = excluded.version, rules = excluded.rules
                            """)
                    .bind("source", source)
                    .bind("version", cursor)
                    .bind("rules", rules)
                    .execute();
        });
    }

    /**
     * Up to {@code limit} links of a source that are to be asked for now, those that waited longest first.
     *
     * @param after the last one that the caller has seen; empty to begin
     */
    public List<Link> due(String source, Optional<Link> after, int limit) {
        return reading.withHandle(handle -> handle.createQuery(LinkRows.COLUMNS + """
                         where source = :source and next_try <= :now
                           and (next_try > :afterTry or (next_try = :afterTry and number > :afterNumber))
                         order by next_try, number limit :limit
                        """)
                .bind("source", source)
                .bind("now", clock.millis())
                .bind(
                        "afterTry",
                        after.map(link -> link.outcome().next().toEpochMilli()).orElse(-1L))
                .bind("afterNumber", after.map(Link::number).orElse(0L))
                .bind("limit", limit)
                .map((row, context) -> LinkRows.link(row))
                .list());
    }

    /** Sources with links that are to be asked for now, or with records that were not asked yet where they point. */
    public Set<String> waiting() {
        return reading.withHandle(handle -> handle.createQuery("""
                        select id from sources s
                        where exists (select 1 from links l where l.source = s.id and l.next_try <= :now)
                           or exists (select 1 from records r where r.source = s.id and r.version > coalesce(
                                (select c.version from link_cursors c where c.source = s.id), 0))
                        """)
                .bind("now", clock.millis())
                .mapTo(String.class)
                .set());
    }

    /** What came of the same address for another source, where it need not be asked for again yet. */
    public Optional<Link.Outcome> elsewhere(Link link) {
        return reading.withHandle(handle -> handle.createQuery(LinkRows.COLUMNS + """
                         where address = :address and source <> :source and state not in ('WAITING', 'SPARED') and next_try > :now
                         order by checked desc limit 1
                        """)
                .bind("address", link.address())
                .bind("source", link.source())
                .bind("now", clock.millis())
                .map((row, context) -> LinkRows.link(row).outcome())
                .findOne());
    }

    /** Whether a record points there that has no document yet, or to which the address is no mere alternative. */
    public boolean needed(Link link) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select count(*) from record_links p
                        where p.link = :link and (p.alternative = 0 or not exists (
                            select 1 from record_documents d where d.record = p.record))
                        """)
                        .bind("link", link.number())
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Writes what came of a link, with all that follows for the records that point there. */
    public void settle(Link link, Link.Outcome outcome) {
        writing.useTransaction(handle -> {
            LinkRows.update(handle, link.number(), outcome, clock.millis());
            handle.createQuery("select record from record_links where link = :link order by record")
                    .bind("link", link.number())
                    .mapTo(Long.class)
                    .list()
                    .forEach(record -> LinkedRecords.refresh(handle, clock, record));
        });
    }

    /** The links of a record, the most promising first. */
    public List<Link> ofRecord(RecordId record) {
        return reading.withHandle(handle -> handle.createQuery(LinkRows.COLUMNS + """
                         join record_links p on p.link = links.number
                         where p.record = (
                             select number from records where source = :source and identifier = :identifier)
                         order by p.position
                        """)
                .bind("source", record.source())
                .bind("identifier", record.identifier())
                .map((row, context) -> LinkRows.link(row))
                .list());
    }

    private static Map<Long, List<Pointer>> pointed(Handle handle, List<Long> records) {
        Map<Long, List<Pointer>> pointed = new HashMap<>();
        for (int from = 0; from < records.size(); from += CHUNK) {
            handle.createQuery("""
                            select p.record, l.address, p.alternative from record_links p join links l on l.number = p.link
                            where p.record in (<records>) order by p.record, p.position
                            """)
                    .bindList("records", records.subList(from, Math.min(from + CHUNK, records.size())))
                    .map((row, context) -> pointed.computeIfAbsent(row.getLong("record"), number -> new ArrayList<>())
                            .add(new Pointer(row.getString("address"), row.getInt("alternative") == 1)))
                    .list();
        }
        return pointed;
    }

    private static void repoint(Handle handle, String source, long record, List<Pointer> pointers) {
        List<Long> left = handle.createQuery("select link from record_links where record = :record order by link")
                .bind("record", record)
                .mapTo(Long.class)
                .list();
        handle.createUpdate("delete from record_links where record = :record")
                .bind("record", record)
                .execute();
        add(handle, source, Map.of(record, pointers));
        forget(handle, left);
    }

    /** Writes pointers of records that have none. */
    private static void add(Handle handle, String source, Map<Long, List<Pointer>> pointed) {
        PreparedBatch links = handle.prepareBatch("""
                insert into links (source, address, state) values (:source, :address, 'WAITING')
                on conflict (source, address) do nothing
                """);
        PreparedBatch pointers = handle.prepareBatch("""
                insert into record_links (record, link, position, alternative)
                select :record, number, :position, :alternative from links
                where source = :source and address = :address
                on conflict (record, link) do nothing
                """);
        pointed.forEach((record, all) -> {
            int position = 0;
            for (Pointer pointer : all) {
                links.bind("source", source).bind("address", pointer.address()).add();
                pointers.bind("record", record)
                        .bind("position", position++)
                        .bind("alternative", pointer.alternative() ? 1 : 0)
                        .bind("source", source)
                        .bind("address", pointer.address())
                        .add();
            }
        });
        if (links.size() > 0) {
            links.execute();
            pointers.execute();
        }
    }

    /** Those of the records that point to an address of which something is known. */
    private static List<Long> settled(Handle handle, Collection<Long> records) {
        List<Long> all = List.copyOf(records);
        List<Long> settled = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            settled.addAll(handle.createQuery("""
                            select distinct p.record from record_links p join links l on l.number = p.link
                            where p.record in (<records>) and (l.hash <> '' or l.reason <> '') order by p.record
                            """)
                    .bindList("records", all.subList(from, Math.min(from + CHUNK, all.size())))
                    .mapTo(Long.class)
                    .list());
        }
        return settled;
    }

    /** Removes links to which no record points any more. */
    private static void forget(Handle handle, List<Long> links) {
        PreparedBatch batch = handle.prepareBatch("""
                delete from links where number = :link
                  and not exists (select 1 from record_links where link = :link)
                """);
        links.forEach(link -> batch.bind("link", link).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
