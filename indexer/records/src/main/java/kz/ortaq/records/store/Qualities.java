package kz.ortaq.records.store;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.ortaq.records.RecordId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * How good live records are, as it was found when they were placed. What the bits mean, whoever placed them knows. Safe
 * for use by many threads.
 */
public final class Qualities {

    /** A record {@code r} has an address that opens for nobody; what is closed to programs alone may be as it should. */
    private static final String BROKEN_LINK = """
            exists (select 1 from problems q
                    where q.source = r.source and q.identifier = r.identifier and q.stage = 'LINK'
                      and q.reason in ('LINK_GONE', 'LINK_UNREACHABLE'))
            """;

    private final Jdbi reading;

    public Qualities(Database database) {
        this.reading = database.reading();
    }

    /**
     * Records that are judged alike.
     *
     * @param expected bits of what they were judged by
     * @param lacking bits of what they lack of that
     * @param brokenLink whether they have an address that does not open
     */
    public record Alike(int expected, int lacking, boolean brokenLink, long records) {}

    /** The live records of some sources, counted by how they are judged; those that were not yet are left out. */
    public List<Alike> of(Collection<String> sources) {
        return sources.isEmpty()
                ? List.of()
                : reading.withHandle(handle -> handle.createQuery("""
                        select expected, lacking, broken, count(*) as records from (
                            select p.expected, p.lacking, case when %s then 1 else 0 end as broken
                            from placed_records p join records r on r.number = p.record
                            where p.live = 1 and p.expected <> 0 and r.source in (<sources>)) judged
                        group by expected, lacking, broken order by expected, lacking, broken
                        """.formatted(BROKEN_LINK))
                        .bindList("sources", sources)
                        .map((row, context) -> new Alike(
                                row.getInt("expected"),
                                row.getInt("lacking"),
                                row.getInt("broken") == 1,
                                row.getLong("records")))
                        .list());
    }

    /** Whether a record has an address that does not open. */
    public boolean hasBrokenLink(RecordId record) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select count(*) from records r
                        where r.source = :source and r.identifier = :identifier and
                        """ + BROKEN_LINK)
                        .bind("source", record.source())
                        .bind("identifier", record.identifier())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Some of the live records that lack what this bit stands for, the oldest first. */
    public List<RecordId> lacking(Collection<String> sources, int bit, int most) {
        return records("(p.lacking & :bit) <> 0", sources, most, query -> query.bind("bit", bit));
    }

    /** Some of the live records judged by what this bit stands for that have an address that does not open. */
    public List<RecordId> withBrokenLinks(Collection<String> sources, int bit, int most) {
        return records("(p.expected & :bit) <> 0 and " + BROKEN_LINK, sources, most, query -> query.bind("bit", bit));
    }

    private List<RecordId> records(String which, Collection<String> sources, int most, UnaryOperator<Query> binding) {
        return sources.isEmpty()
                ? List.of()
                : reading.withHandle(handle -> binding.apply(handle.createQuery("""
                                select r.source, r.identifier
                                from placed_records p join records r on r.number = p.record
                                where p.live = 1 and r.source in (<sources>) and %s
                                order by p.record limit :most
                                """.formatted(which)))
                        .bindList("sources", sources)
                        .bind("most", most)
                        .map((row, context) -> new RecordId(row.getString("source"), row.getString("identifier")))
                        .list());
    }
}
