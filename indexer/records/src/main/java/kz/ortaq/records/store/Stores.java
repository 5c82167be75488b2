package kz.ortaq.records.store;

import java.time.Clock;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;

/** All that a server keeps, opened together. */
public record Stores(
        Database database,
        Registry registry,
        RecordStore records,
        Works works,
        Holdings holdings,
        Descriptions descriptions,
        Decisions decisions,
        Qualities qualities,
        CuratedLists lists,
        ListMatches matches,
        Runs runs,
        Problems problems,
        Rereadings rereadings,
        Links links,
        DocumentLeases documentLeases,
        DocumentStore documents,
        TextStore texts)
        implements AutoCloseable {

    /** Opens the stores of a data folder with its own SQLite database, creating what is not there yet. */
    public static Stores open(DataFolder data, Clock clock) {
        return of(Database.sqlite(data.database()), data, clock);
    }

    /**
     * Opens the stores of a data folder with the database that the settings name, creating what is not there yet.
     *
     * @throws SettingsException where they name none that Ortaq knows
     */
    public static Stores open(DataFolder data, Settings.Store settings, Clock clock) throws SettingsException {
        if (settings.url().isEmpty()) {
            return open(data, clock);
        }
        return of(Postgresql.open(settings), data, clock);
    }

    private static Stores of(Database database, DataFolder data, Clock clock) {
        return new Stores(
                database,
                new Registry(database),
                new RecordStore(database, clock),
                new Works(database, clock),
                new Holdings(database),
                new Descriptions(database),
                new Decisions(database, clock),
                new Qualities(database),
                new CuratedLists(database, clock),
                new ListMatches(database, clock),
                new Runs(database, Owner.of(clock)),
                new Problems(database),
                new Rereadings(database, clock),
                new Links(database, clock),
                new DocumentLeases(database, Owner.of(clock)),
                new DocumentStore(data),
                new TextStore(data));
    }

    /** Gives the connections back; what is stored is stored. */
    @Override
    public void close() {
        database.close();
    }
}
