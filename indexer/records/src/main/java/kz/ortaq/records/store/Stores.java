package kz.ortaq.records.store;

import java.time.Clock;
import kz.ortaq.config.DataFolder;

/** All that a data folder holds, opened together. */
public record Stores(
        Registry registry,
        RecordStore records,
        Runs runs,
        Problems problems,
        DocumentStore documents,
        TextStore texts) {

    /** Opens the stores of a data folder, creating what is not there yet. */
    public static Stores open(DataFolder data, Clock clock) {
        Database database = Database.sqlite(data.database());
        return new Stores(
                new Registry(database),
                new RecordStore(database, clock),
                new Runs(database, clock),
                new Problems(database, clock),
                new DocumentStore(data),
                new TextStore(data));
    }
}
