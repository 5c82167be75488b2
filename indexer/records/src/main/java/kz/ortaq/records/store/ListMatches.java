package kz.ortaq.records.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which records the entries of harvested lists mean, so that a list follows its works through every merge and split; and
 * what is asked to find them out.
 */
public final class ListMatches {

    private static final String PROBLEM = "list:";
    private static final int MOST_PROBLEMS = 50;
    private static final int CHUNK = 100;
    private static final int CANDIDATES = 20;

    private final Jdbi reading;
    private final Jdbi writing;
    private final Clock clock;

    public ListMatches(Database database, Clock clock) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.clock = clock;
    }

    /** What looking for the work of an entry came to. */
    public enum Found {
        ONE,
        NONE,
        SEVERAL
    }

    /**
     * An entry whose record is not known, or gone.
     *
     * @param source of the list
     * @param library of the list
     */
    public record Open(String list, int position, String source, String library, CuratedList.Entry entry) {}

    /** What became of an entry; {@code record} is the number of the record that it means, 0 where it is not known. */
    public record Match(Open open, Found found, long record) {}

    /**
     * Entries to look for, those first that never were.
     *
     * @param version of the works now: what was looked for at it before is not looked for again
     */
    public List<Open> open(long version, int limit) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select e.list, e.position, l.source, l.library, e.title, e.author, e.refs, e.note
                        from list_entries e join lists l on l.id = e.list and l.source <> ''
                        join sources s on s.id = l.source and s.state <> 'REMOVED'
                        where e.tried < :version
                          and not exists (select 1 from placed_records p where p.record = e.record and p.live = 1)
                        order by e.tried, e.list, e.position limit :limit
                        """)
                .bind("version", version)
                .bind("limit", limit)
                .map((row, context) -> new Open(
                        row.getString("list"),
                        row.getInt("position"),
                        row.getString("source"),
                        row.getString("library"),
                        new CuratedList.Entry(
                                "",
                                row.getString("title"),
                                row.getString("author"),
                                Json.list(row.getString("refs")),
                                row.getString("note"))))
                .list());
    }

    /** Keeps what was found at a version of the works, and tells the libraries of what was not. */
    public void keep(List<Match> matches, long version) {
        if (matches.isEmpty()) {
            return;
        }
        writing.useTransaction(handle -> {
            for (Match match : matches) {
                handle.createUpdate("""
                                update list_entries set record = :record, tried = :version, found = :found
                                where list = :list and position = :position
                                """)
                        .bind("record", match.record() == 0 ? null : match.record())
                        .bind("version", version)
                        .bind("found", match.found().name())
                        .bind("list", match.open().list())
                        .bind("position", match.open().position())
                        .execute();
            }
            matches.stream().map(match -> match.open().list()).distinct().forEach(list -> tell(handle, list));
        });
    }

    /** Puts what is wrong with the entries of a list in place of what was. */
    private void tell(Handle handle, String list) {
        String source = handle.createQuery("select source from lists where id = :list")
                .bind("list", list)
                .mapTo(String.class)
                .findOne()
                .orElse("");
        List<Problem> problems = handle.createQuery("""
                        select l.title as list_title, e.position, e.title, e.author, e.found
                        from list_entries e join lists l on l.id = e.list
                        where e.list = :list and e.found in ('NONE', 'SEVERAL') order by e.position limit :most
                        """)
                .bind("list", list)
                .bind("most", MOST_PROBLEMS)
                .map((row, context) -> new Problem(
                        Found.valueOf(row.getString("found")) == Found.NONE
                                ? Reason.LIST_ENTRY_UNKNOWN
                                : Reason.LIST_ENTRY_SEVERAL,
                        Severity.WARNING,
                        Stage.LIST,
                        PROBLEM + list,
                        row.getString("list_title") + ", " + (row.getInt("position") + 1),
                        (row.getString("author") + " " + row.getString("title")).strip()))
                .list();
        if (!source.isEmpty()) {
            Problems.replace(handle, clock, Map.of(new RecordId(source, PROBLEM + list), problems), Set.of(Stage.LIST));
        }
    }

    /** Takes what was wrong with a list away. */
    static void forget(Handle handle, String list) {
        handle.createUpdate("""
                        delete from problems where stage = 'LIST' and identifier = :identifier
                          and source = (select source from lists where id = :list)
                        """)
                .bind("identifier", PROBLEM + list)
                .bind("list", list)
                .execute();
    }

    /** The live records that are called so, in any source, or have been found to lead to that address. */
    public List<Long> named(String reference) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select r.number from records r
                        where r.source in (select id from sources where state <> 'REMOVED')
                          and r.identifier = :reference and r.deleted = 0
                        union
                        select n.record from links l
                        join record_links n on n.link = l.number join records r on r.number = n.record and r.deleted = 0
                        where l.address = :reference
                        order by 1 limit :limit
                        """)
                .bind("reference", reference)
                .bind("limit", CANDIDATES)
                .mapTo(Long.class)
                .list());
    }

    /** The identifiers of the live records of a source in a set, or one within it, in the order in which they first came. */
    public List<String> ofSet(String source, String set, int limit) {
        String name = Json.write(set);
        String begun = name.substring(0, name.length() - 1) + ":";
        return reading.withHandle(handle -> handle.createQuery("""
                        select identifier from records
                        where source = :source and deleted = 0
                          and (sets like :name escape '!' or sets like :begun escape '!')
                        order by number limit :limit
                        """)
                .bind("source", source)
                .bind("name", "%" + escaped(name) + "%")
                .bind("begun", "%" + escaped(begun) + "%")
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The work of today that a record stands in; empty where it is not placed, or gone. */
    public Optional<String> work(long record) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select d.work from placed_records p join descriptions d on d.number = p.description
                        where p.record = :record and p.live = 1
                        """)
                .bind("record", record)
                .mapTo(String.class)
                .findOne());
    }

    /** The live records of a work by number, those of a library first. */
    public List<Long> records(String work, String library, int limit) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select p.record from descriptions d
                        join placed_records p on p.description = d.number and p.live = 1
                        join records r on r.number = p.record join sources s on s.id = r.source
                        where d.work = :work
                        order by case when s.library = :library then 0 else 1 end, p.record limit :limit
                        """)
                .bind("work", work)
                .bind("library", library)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    /**
     * For each of these works the record that says what it is called: the best of its largest edition. A work that is no
     * more is not among them.
     */
    public Map<String, Long> telling(Collection<String> works) {
        Map<String, Long> telling = new HashMap<>();
        List<String> all = new ArrayList<>(Set.copyOf(works));
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            reading.useHandle(handle -> handle.createQuery("""
                            select work, record from (
                                select work, record, row_number() over (
                                    partition by work order by holdings desc, oldest, score desc, record) as place
                                from (
                                    select d.work, p.record, p.score,
                                           count(*) over (partition by d.work, d.edition) as holdings,
                                           min(p.record) over (partition by d.work, d.edition) as oldest
                                    from descriptions d
                                    join placed_records p on p.description = d.number and p.live = 1
                                    where d.work in (<works>)) counted) ranked
                            where place = 1
                            """)
                    .bindList("works", chunk)
                    .map((row, context) -> telling.put(row.getString("work"), row.getLong("record")))
                    .list());
        }
        return telling;
    }
}
