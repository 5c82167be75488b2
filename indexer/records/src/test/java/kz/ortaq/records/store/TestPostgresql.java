package kz.ortaq.records.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.config.Settings;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A real PostgreSQL for tests, started once a process where the system can run it; each asks for a database of its own. */
final class TestPostgresql {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestPostgresql() {}

    /** Settings that name an empty PostgreSQL database, which nobody else uses. */
    static Settings.Store database() {
        EmbeddedPostgres running = server();
        String name = "ortaq_" + NUMBERS.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Settings.Store(
                "jdbc:postgresql://localhost:" + running.getPort() + "/" + name, "postgres", "postgres", 12);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException | IllegalStateException e) {
                String why = "PostgreSQL does not start on this machine, so nothing is tried on it: " + e;
                // In continuous integration a test that is left out would look like one that passed.
                throw "true".equals(System.getenv("CI"))
                        ? new IllegalStateException(why, e)
                        : new TestAbortedException(why, e);
            }
        }
        return server;
    }
}
