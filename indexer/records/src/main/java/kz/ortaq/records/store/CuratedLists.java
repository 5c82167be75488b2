package kz.ortaq.records.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.ortaq.records.CuratedList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The lists that libraries make, and those that their sources give. Of a library or a source that was removed they are
 * kept, and not given out.
 */
public final class CuratedLists {

    static final String GIVEN_OUT = """
             from lists l join libraries b on b.id = l.library and b.removed = 0
            left join sources s on s.id = l.source
            """;
    static final String STANDS = " (l.source = '' or s.state <> 'REMOVED') ";

    private static final RowMapper<CuratedList> LIST = (row, context) -> new CuratedList(
            row.getString("id"),
            row.getString("library"),
            row.getString("source"),
            row.getString("title"),
            row.getString("language"),
            row.getString("note"),
            row.getString("address"),
            List.of());

    private final Jdbi reading;
    private final Jdbi writing;
    private final Clock clock;

    public CuratedLists(Database database, Clock clock) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.clock = clock;
    }

    /** Saves a list in place of the one with its id. */
    public void save(CuratedList list) {
        writing.useTransaction(handle -> write(handle, list));
    }

    /**
     * Puts the lists that a source gave in place of those it gave before. What did not change stays as it is, with what
     * was found.
     *
     * @param all whether they are all that it has: then what is not among them is taken away
     */
    public void harvested(String source, List<CuratedList> lists, boolean all) {
        writing.useTransaction(handle -> {
            for (CuratedList list : lists) {
                if (find(handle, list.id()).filter(list::equals).isEmpty()) {
                    write(handle, list);
                }
            }
            if (all) {
                List<String> kept = lists.stream().map(CuratedList::id).toList();
                handle
                        .createQuery("select id from lists where source = :source")
                        .bind("source", source)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .filter(id -> !kept.contains(id))
                        .forEach(id -> remove(handle, id));
            }
        });
    }

    private void write(Handle handle, CuratedList list) {
        handle.createUpdate("""
                        insert into lists (id, library, source, title, language, note, address, at)
                        values (:id, :library, :source, :title, :language, :note, :address, :at)
                        on conflict (id) do update set title = excluded.title, language = excluded.language,
                            note = excluded.note, address = excluded.address, at = excluded.at
                        """)
                .bind("id", list.id())
                .bind("library", list.library())
                .bind("source", list.source())
                .bind("title", list.title())
                .bind("language", list.language())
                .bind("note", list.note())
                .bind("address", list.address())
                .bind("at", clock.millis())
                .execute();
        ListMatches.forget(handle, list.id());
        handle.createUpdate("delete from list_entries where list = :id")
                .bind("id", list.id())
                .execute();
        PreparedBatch rows = handle.prepareBatch("""
                insert into list_entries (list, position, work, title, author, refs, note)
                values (:list, :position, :work, :title, :author, :refs, :note)
                """);
        int position = 0;
        for (CuratedList.Entry entry : list.entries()) {
            rows.bind("list", list.id())
                    .bind("position", position++)
                    .bind("work", entry.work())
                    .bind("title", entry.title())
                    .bind("author", entry.author())
                    .bind("refs", Json.write(entry.references()))
                    .bind("note", entry.note())
                    .add();
        }
        if (position > 0) {
            rows.execute();
        }
    }

    /** Takes a list away; false where there is none with this id. */
    public boolean remove(String id) {
        return writing.inTransaction(handle -> remove(handle, id));
    }

    private static boolean remove(Handle handle, String id) {
        ListMatches.forget(handle, id);
        handle.createUpdate("delete from list_entries where list = :id")
                .bind("id", id)
                .execute();
        return handle.createUpdate("delete from lists where id = :id")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** A list with its entries; what was found for one of a harvested list, under its id of today. */
    public Optional<CuratedList> list(String id) {
        return reading.withHandle(
                handle -> handle.createQuery("select l.*" + GIVEN_OUT + "where l.id = :id and" + STANDS)
                        .bind("id", id)
                        .map(LIST)
                        .findOne()
                        .map(list -> list.with(entries(handle, id, """
                                coalesce((select d.work from placed_records p
                                    join descriptions d on d.number = p.description
                                    where p.record = e.record and p.live = 1), e.work)
                                """))));
    }

    /** A list as it was saved, whatever was found for it since. */
    private static Optional<CuratedList> find(Handle handle, String id) {
        return handle.createQuery("select * from lists where id = :id")
                .bind("id", id)
                .map(LIST)
                .findOne()
                .map(list -> list.with(entries(handle, id, "e.work")));
    }

    private static List<CuratedList.Entry> entries(Handle handle, String id, String work) {
        return handle.createQuery("select e.title, e.author, e.refs, e.note, " + work
                        + " as work from list_entries e where e.list = :id order by e.position")
                .bind("id", id)
                .map((row, context) -> new CuratedList.Entry(
                        row.getString("work"),
                        row.getString("title"),
                        row.getString("author"),
                        Json.list(row.getString("refs")),
                        row.getString("note")))
                .list();
    }

    /** The lists of a library, or of all where none is named, without their entries, the latest first. */
    public List<CuratedList> ofLibrary(String library) {
        return reading.withHandle(handle -> handle.createQuery("select l.*" + GIVEN_OUT
                        + "where (l.library = :library or :library = '') and" + STANDS + "order by l.at desc, l.id")
                .bind("library", library)
                .map(LIST)
                .list());
    }

    /** The lists that a work stands on, whatever it was called when it was put there, without their entries. */
    public List<CuratedList> ofWork(String work) {
        return reading.withHandle(handle -> handle.createQuery("select l.*" + GIVEN_OUT + "where" + STANDS + """
                        and l.id in (
                            select e.list from descriptions d
                            join placed_records p on p.description = d.number
                            join works w on w.founder = p.record
                            join list_entries e on e.work = w.id
                            where d.work = :work
                            union
                            select e.list from descriptions d
                            join placed_records p on p.description = d.number and p.live = 1
                            join list_entries e on e.record = p.record
                            where d.work = :work)
                        order by l.at desc, l.id
                        """)
                .bind("work", work)
                .map(LIST)
                .list());
    }
}
