package kz.ortaq.records.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database behind every store, migrated to this program's tables. Safe for use by many threads. */
public final class Database {

    private static final int BUSY_MILLISECONDS = 60_000;

    private final Jdbi jdbi;

    private Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Opens the SQLite database in {@code file}, creating it where it is not there yet. */
    public static Database sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.enforceForeignKeys(true);
        // A transaction that starts by reading cannot become a writer once another has written: write from the start.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        migrate(source, "sqlite");
        return new Database(Jdbi.create(source));
    }

    private static void migrate(DataSource source, String dialect) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:kz/ortaq/records/store/" + dialect)
                .load()
                .migrate();
    }

    Jdbi jdbi() {
        return jdbi;
    }
}
