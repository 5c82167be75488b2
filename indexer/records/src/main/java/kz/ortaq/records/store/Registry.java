package kz.ortaq.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.ortaq.config.Language;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The registered libraries and their sources. */
public final class Registry {

    private final Jdbi reading;
    private final Jdbi writing;

    public Registry(Database database) {
        this.reading = database.reading();
        this.writing = database.writing();
    }

    /** Registers a library, or brings what is known of it up to date. */
    public void save(Library library) {
        writing.useTransaction(handle -> {
            save(handle, library);
            changed(handle);
        });
    }

    private static void save(Handle handle, Library library) {
        handle.createUpdate("""
                        insert into libraries (id, kind, region, contact, name_kk, name_ru, name_en, removed,
                            place, parent, subordination, bin, system)
                        values (:id, :kind, :region, :contact, :kk, :ru, :en, 0,
                            :place, :parent, :subordination, :bin, :system)
                        on conflict (id) do update set
                            kind = excluded.kind, region = excluded.region, contact = excluded.contact,
                            name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
                            removed = 0, place = excluded.place, parent = excluded.parent,
                            subordination = excluded.subordination, bin = excluded.bin, system = excluded.system
                        """)
                .bind("id", library.id())
                .bind("place", library.standing().place())
                .bind("parent", library.standing().parent())
                .bind("subordination", library.standing().subordination())
                .bind("bin", library.standing().bin())
                .bind("system", library.standing().system())
                .bind("kind", library.kind())
                .bind("region", library.region())
                .bind("contact", library.contact())
                .bind("kk", library.names().getOrDefault(Language.KK, ""))
                .bind("ru", library.names().getOrDefault(Language.RU, ""))
                .bind("en", library.names().getOrDefault(Language.EN, ""))
                .execute();
    }

    /** Rises with every change of libraries and sources, so that what was read of them can be remembered until then. */
    public long version() {
        return reading.withHandle(handle -> handle.createQuery("select value from counters where name = 'registry'")
                .mapTo(Long.class)
                .one());
    }

    /** At the end of each change, so that whoever waits for another's waits for a moment. */
    private static void changed(Handle handle) {
        handle.createUpdate("update counters set value = value + 1 where name = 'registry'")
                .execute();
    }

    /**
     * Registers a source, or brings its address, options and state up to date. Where it got to stays, unless it was
     * removed in between or other options make it another list: then it is harvested from the start. Whoever sets other
     * options expects other records, so the next run may change and delete more than usual.
     */
    public void save(Source source) {
        writing.useTransaction(handle -> {
            Schedule.forget(handle, source.id());
            save(handle, source);
            changed(handle);
        });
    }

    private static void save(Handle handle, Source source) {
        boolean sameList = handle.createQuery("select * from sources where id = :id and state <> 'REMOVED'")
                .bind("id", source.id())
                .map((row, context) -> source(row))
                .findOne()
                .filter(before -> before.kind() == source.kind() && list(before).equals(list(source)))
                .isPresent();
        handle.createUpdate("""
                        insert into sources (id, library, kind, address, options, state, checkpoint)
                        values (:id, :library, :kind, :address, :options, :state, :checkpoint)
                        on conflict (id) do update set
                            library = excluded.library, kind = excluded.kind, address = excluded.address,
                            options = excluded.options, state = excluded.state,
                            checkpoint = case :same when 1 then sources.checkpoint else excluded.checkpoint end,
                            confirmed = case
                                when sources.state = 'REMOVED' then 0
                                when :same = 0 then 1
                                else sources.confirmed end
                        """)
                .bind("id", source.id())
                .bind("library", source.library())
                .bind("kind", source.kind().code())
                .bind("address", source.address())
                .bind("options", Json.write(new TreeMap<>(source.options())))
                .bind("state", source.state().name())
                .bind("checkpoint", Json.write(Checkpoint.START))
                .bind("same", sameList ? 1 : 0)
                .execute();
    }

    /** The options that say what a source lists; how often it is asked, and where its readers ask, are not among them. */
    private static Map<String, String> list(Source source) {
        Map<String, String> options = new TreeMap<>(source.options());
        options.remove(Source.EVERY);
        options.remove(Source.REQUEST);
        return options;
    }

    /** All libraries that were not removed, by id. */
    public List<Library> libraries() {
        return reading.withHandle(handle -> handle.createQuery("select * from libraries where removed = 0 order by id")
                .map((row, context) -> library(row))
                .list());
    }

    public Optional<Library> library(String id) {
        return reading.withHandle(handle -> handle.createQuery("select * from libraries where id = :id and removed = 0")
                .bind("id", id)
                .map((row, context) -> library(row))
                .findOne());
    }

    /** All sources that were not removed, by id. */
    public List<Source> sources() {
        return reading.withHandle(
                handle -> handle.createQuery("select * from sources where state <> 'REMOVED' order by id")
                        .map((row, context) -> source(row))
                        .list());
    }

    /** What the sources that have an option say in it, by their ids. */
    public Map<String, String> options(String name) {
        Map<String, String> values = new TreeMap<>();
        reading.useHandle(handle -> handle.createQuery(
                        "select * from sources where state <> 'REMOVED' and options like :named")
                .bind("named", "%\"" + name + "\"%")
                .map((row, context) -> source(row))
                .forEach(source -> {
                    if (source.options().containsKey(name)) {
                        values.put(source.id(), source.option(name, ""));
                    }
                }));
        return values;
    }

    public Optional<Source> source(String id) {
        return reading.withHandle(
                handle -> handle.createQuery("select * from sources where id = :id and state <> 'REMOVED'")
                        .bind("id", id)
                        .map((row, context) -> source(row))
                        .findOne());
    }

    /** Harvests of a source run, or rest, from now on; a harvest of a removed one stores no further page. */
    public void setState(String source, Source.State state) {
        writing.useTransaction(handle -> {
            Schedule.forget(handle, source);
            // The lease first, as everywhere that both are changed.
            if (state == Source.State.REMOVED) {
                handle.createUpdate("delete from leases where source = :id")
                        .bind("id", source)
                        .execute();
            }
            handle.createUpdate("update sources set state = :state where id = :id")
                    .bind("state", state.name())
                    .bind("id", source)
                    .execute();
            changed(handle);
        });
    }

    /** Takes a library off the list; its sources are removed one by one before. */
    public void remove(String library) {
        writing.useTransaction(handle -> {
            handle.createUpdate("update libraries set removed = 1 where id = :id")
                    .bind("id", library)
                    .execute();
            changed(handle);
        });
    }

    /** Where the next harvest of a source resumes. */
    public Checkpoint checkpoint(String source) {
        return reading.withHandle(handle -> handle.createQuery("select checkpoint from sources where id = :id")
                .bind("id", source)
                .mapTo(String.class)
                .findOne()
                .map(Json::checkpoint)
                .orElse(Checkpoint.START));
    }

    /** Lets the next run of a source delete more than usual, once, or takes that back. */
    public void confirm(String source, boolean confirmed) {
        writing.useTransaction(handle -> {
            Schedule.forget(handle, source);
            handle.createUpdate("update sources set confirmed = :confirmed where id = :id")
                    .bind("confirmed", confirmed ? 1 : 0)
                    .bind("id", source)
                    .execute();
        });
    }

    /** Whether a person let the next run of a source delete more than usual. */
    public boolean confirmed(String source) {
        return reading.withHandle(handle -> handle.createQuery("select confirmed from sources where id = :id")
                .bind("id", source)
                .mapTo(Integer.class)
                .findOne()
                .map(confirmed -> confirmed == 1)
                .orElse(false));
    }

    private static Library library(ResultSet row) throws SQLException {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String name = row.getString("name_" + language.code());
            if (!name.isEmpty()) {
                names.put(language, name);
            }
        }
        return new Library(
                row.getString("id"),
                names,
                row.getString("kind"),
                row.getString("region"),
                row.getString("contact"),
                new Library.Standing(
                        row.getString("place"),
                        row.getString("parent"),
                        row.getString("subordination"),
                        row.getString("bin"),
                        row.getString("system")));
    }

    static Source source(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Source(
                row.getString("id"),
                row.getString("library"),
                SourceKind.of(kind).orElseThrow(() -> new SQLException("unknown kind of source: " + kind)),
                row.getString("address"),
                Json.map(row.getString("options")),
                Source.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
