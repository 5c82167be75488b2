package kz.ortaq.records.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Types;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database behind every store, migrated to this program's tables. Safe for use by many threads. */
public final class Database implements AutoCloseable {

    /** The two databases that Ortaq keeps its records in. All queries are the same on both. */
    public enum Kind {
        SQLITE,
        POSTGRESQL
    }

    private static final int BUSY_MILLISECONDS = 60_000;
    private static final int MOST_CONNECTIONS = 2_000;

    private final Kind kind;
    private final DataSource source;
    private final Runnable closing;
    private final Jdbi jdbi;

    private Database(Kind kind, DataSource source, Runnable closing) {
        this.kind = kind;
        this.source = source;
        this.closing = closing;
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:kz/ortaq/records/store/" + folder(kind))
                .load()
                .migrate();
        this.jdbi = Jdbi.create(source).registerArgument(new StorableText());
        if (kind == Kind.SQLITE) {
            jdbi.setTransactionHandler(new OneWriter());
        }
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
        HikariDataSource pool = new HikariDataSource(pool(source));
        return new Database(Kind.SQLITE, pool, pool::close);
    }

    /**
     * Connections are kept, because opening one reads the schema anew, and closing the last one writes SQLite's whole log
     * back. There may be as many as there are threads: all but one writer wait for their turn, each with its own.
     */
    private static HikariConfig pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setDataSource(source);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        return config;
    }

    /** A PostgreSQL database behind a pool of connections, which {@code closing} closes. */
    static Database postgresql(DataSource pool, Runnable closing) {
        try {
            return new Database(Kind.POSTGRESQL, pool, closing);
        } catch (RuntimeException e) {
            closing.run();
            throw e;
        }
    }

    private static String folder(Kind kind) {
        return switch (kind) {
            case SQLITE -> "sqlite";
            case POSTGRESQL -> "postgresql";
        };
    }

    public Kind kind() {
        return kind;
    }

    /** Connections to the database, for a library that keeps a table of its own in it. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        closing.run();
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /**
     * A text as both databases can keep it; every text goes to them through here. PostgreSQL knows no U+0000 in a text;
     * where a source sent one, U+FFFD stands for it. (What a source sent is kept as bytes, so nothing of that changes.)
     */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** Makes every text that goes through Jdbi storable. */
    private static final class StorableText extends AbstractArgumentFactory<String> {

        StorableText() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, storable(value));
        }
    }
}
