package kz.ortaq.records.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.ortaq.records.CuratedList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The lists that libraries make. Those of a library that was removed are kept, and not given out. */
public final class CuratedLists {

    private static final RowMapper<CuratedList> LIST = (row, context) -> new CuratedList(
            row.getString("id"),
            row.getString("library"),
            row.getString("title"),
            row.getString("language"),
            row.getString("note"),
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
        writing.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into lists (id, library, title, language, note, at)
                            values (:id, :library, :title, :language, :note, :at)
                            on conflict (id) do update set
                                language = excluded.language, note = excluded.note, at = excluded.at
                            """)
                    .bind("id", list.id())
                    .bind("library", list.library())
                    .bind("title", list.title())
                    .bind("language", list.language())
                    .bind("note", list.note())
                    .bind("at", clock.millis())
                    .execute();
            handle.createUpdate("delete from list_entries where list = :id")
                    .bind("id", list.id())
                    .execute();
            PreparedBatch rows = handle.prepareBatch("""
                    insert into list_entries (list, position, work, title, note)
                    values (:list, :position, :work, :title, :note)
                    """);
            int position = 0;
            for (CuratedList.Entry entry : list.entries()) {
                rows.bind("list", list.id())
                        .bind("position", position++)
                        .bind("work", entry.work())
                        .bind("title", entry.title())
                        .bind("note", entry.note())
                        .add();
            }
            rows.execute();
        });
    }

    /** Takes a list away; false where there is none with this id. */
    public boolean remove(String id) {
        return writing.inTransaction(handle -> {
            handle.createUpdate("delete from list_entries where list = :id")
                    .bind("id", id)
                    .execute();
            return handle.createUpdate("delete from lists where id = :id")
                            .bind("id", id)
                            .execute()
                    > 0;
        });
    }

    /** A list with its entries. */
    public Optional<CuratedList> list(String id) {
        return reading.withHandle(handle -> handle.createQuery("""
                        select l.* from lists l join libraries b on b.id = l.library and b.removed = 0 where l.id = :id
                        """)
                .bind("id", id)
                .map(LIST)
                .findOne()
                .map(list -> new CuratedList(
                        list.id(), list.library(), list.title(), list.language(), list.note(), entries(handle, id))));
    }

    private static List<CuratedList.Entry> entries(Handle handle, String id) {
        return handle.createQuery("select work, title, note from list_entries where list = :id order by position")
                .bind("id", id)
                .map((row, context) ->
                        new CuratedList.Entry(row.getString("work"), row.getString("title"), row.getString("note")))
                .list();
    }

    /** The lists of a library, or of all where none is named, without their entries, the latest first. */
    public List<CuratedList> ofLibrary(String library) {
        return reading.withHandle(handle ->
                handle.createQuery("""
                        select l.* from lists l join libraries b on b.id = l.library and b.removed = 0
                        where l.library = :library or :library = '' order by l.at desc, l.id
                        """).bind("library", library).map(LIST).list());
    }

    /** The lists that a work stands on, whatever it was called when it was put there, without their entries. */
    public List<CuratedList> ofWork(String work) {
        return reading.withHandle(
                handle -> handle.createQuery("""
                        select l.* from lists l join libraries b on b.id = l.library and b.removed = 0
                        where l.id in (
                            select e.list from descriptions d
                            join placed_records p on p.description = d.number
                            join works w on w.founder = p.record
                            join list_entries e on e.work = w.id
                            where d.work = :work)
                        order by l.at desc, l.id
                        """).bind("work", work).map(LIST).list());
    }
}
