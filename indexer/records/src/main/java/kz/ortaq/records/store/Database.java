package kz.ortaq.records.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Types;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database behind every store, migrated to this program's tables. Safe for use by many threads. */
public final class Database implements AutoCloseable {

    /** The two databases that Ortaq keeps its records in. All queries are the same on both. */
    public enum Kind {
        SQLITE,
        POSTGRESQL
    }

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int BUSY_MILLISECONDS = 60_000;
    // Whoever has its turn behind many others on a slow disk has done nothing wrong.
    private static final int AS_LONG_AS_IT_TAKES = 0;
    private static final int MOST_READERS = 2_000;
    private static final int READER_KIBIBYTES = 2 << 10;
    private static final int WRITER_KIBIBYTES = 64 << 10;

    /**
     * So many pages of 4 KiB SQLite's log may hold, 256 MiB, before whoever writes has to write them back into the database.
     */
    private static final int LOG_PAGES = 64 << 10;

    private final Kind kind;
    private final DataSource writer;
    private final Runnable closing;
    private final Jdbi reading;
    private final Jdbi writing;
    private final ExecutorService writingBack = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("writing-back").factory());
    private final AtomicBoolean isWritingBack = new AtomicBoolean();

    private Database(Kind kind, DataSource reader, DataSource writer, Runnable closing) {
        this.kind = kind;
        this.writer = writer;
        this.closing = closing;
        Flyway.configure()
                .dataSource(reader)
                .locations("classpath:kz/ortaq/records/store/" + folder(kind))
                .load()
                .migrate();
        this.reading = Jdbi.create(reader).registerArgument(new StorableText());
        this.writing = reader == writer ? reading : Jdbi.create(writer).registerArgument(new StorableText());
    }

    /** Opens the SQLite database in {@code file}, creating it where it is not there yet. */
    public static Database sqlite(Path file) {
        HikariDataSource readers = pool("readers", file, READER_KIBIBYTES, MOST_READERS, BUSY_MILLISECONDS);
        HikariDataSource writer = pool("writer", file, WRITER_KIBIBYTES, 1, AS_LONG_AS_IT_TAKES);
        return new Database(Kind.SQLITE, readers, writer, () -> {
            readers.close();
            writer.close();
        });
    }

    /**
     * Connections are kept, because opening one reads the schema anew, and closing the last one writes SQLite's whole log
     * back.
     */
    private static HikariDataSource pool(String name, Path file, int kibibytes, int most, int timeout) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setBusyTimeout(BUSY_MILLISECONDS);
        sqlite.enforceForeignKeys(true);
        // A transaction that starts by reading cannot become a writer once another has written: write from the start.
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // A negative number counts kibibytes, a positive one pages.
        sqlite.setCacheSize(-kibibytes);
        // Ids of works and keys of descriptions are spread over their whole index, so each batch that is placed touches
        // most of its leaves: seldom written back, they are written back once for many batches.
        sqlite.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(LOG_PAGES));
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(timeout);
        return new HikariDataSource(config);
    }

    /** A PostgreSQL database behind a pool of connections, which {@code closing} closes. */
    static Database postgresql(DataSource pool, Runnable closing) {
        try {
            return new Database(Kind.POSTGRESQL, pool, pool, closing);
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

    /**
     * Connections to the database, for a library that keeps a table of its own in it, and for whatever writes, see
     * {@link #writing}: on SQLite there is one, so whoever holds it must not ask the stores for anything.
     */
    public DataSource source() {
        return writer;
    }

    /**
     * Has SQLite's log written back into the database beside whatever goes on, so that whoever writes much need not wait
     * for it. PostgreSQL does that by itself.
     */
    void writeBack() {
        if (kind == Kind.SQLITE && isWritingBack.compareAndSet(false, true)) {
            writingBack.execute(() -> {
                try {
                    reading.useHandle(handle -> handle.createQuery("pragma wal_checkpoint(passive)")
                            .mapToMap()
                            .list());
                } catch (JdbiException e) {
                    // Whoever writes next does it, and says what is wrong.
                    LOG.debug("the log was not written back", e);
                } finally {
                    isWritingBack.set(false);
                }
            });
        }
    }

    @Override
    public void close() {
        writingBack.close();
        closing.run();
    }

    /** For queries: each thread has a connection of its own. */
    Jdbi reading() {
        return reading;
    }

    /**
     * For whatever writes; a transaction must not ask for another one. SQLite has one writer at a time anyway, and here
     * it is always the same connection: one that finds that another has written forgets its pages and reads them anew.
     * Threads queue for it in Java, because a virtual thread that waits within SQLite keeps its processor.
     */
    Jdbi writing() {
        return writing;
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
