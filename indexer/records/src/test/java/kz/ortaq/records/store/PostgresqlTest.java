package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every contract of the store, kept by PostgreSQL, and what is said of its settings. */
class PostgresqlTest {

    private static Stores fresh(DataFolder data, Clock clock) {
        return open(data, TestPostgresql.database(), clock);
    }

    private static Stores open(DataFolder data, Settings.Store settings, Clock clock) {
        try {
            return Stores.open(data, settings, clock);
        } catch (SettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void opensADatabaseThatWasMigratedBefore(@TempDir Path folder) throws IOException {
        Settings.Store settings = TestPostgresql.database();
        DataFolder data = DataFolder.open(folder);
        String id;
        try (Stores stores = open(data, settings, Clock.systemUTC())) {
            id = stores.records().id();
        }

        try (Stores again = open(data, settings, Clock.systemUTC())) {
            assertEquals(id, again.records().id());
        }
    }

    @Test
    void takesUserAndPasswordOutOfTheAddress(@TempDir Path folder) throws IOException {
        Settings.Store settings = TestPostgresql.database();
        String within = settings.url().replace("//", "//postgres:postgres@");
        String asParameters = settings.url() + "?user=postgres&password=postgres&sslmode=disable";

        for (String address : List.of(within, asParameters)) {
            try (Stores stores =
                    open(DataFolder.open(folder), new Settings.Store(address, "", "", 3), Clock.systemUTC())) {
                assertEquals(0, stores.records().live());
            }
        }
    }

    @Test
    void neverSaysThePasswordOfADatabaseThatCannotBeOpened(@TempDir Path folder) throws IOException {
        DataFolder data = DataFolder.open(folder);
        for (String address : List.of(
                "jdbc:postgresql://reader:құпия@127.0.0.1:1/ortaq",
                "jdbc:postgresql://127.0.0.1:1/ortaq?password=құпия",
                "jdbc:mysql://reader:құпия@127.0.0.1/ortaq")) {
            Settings.Store settings = new Settings.Store(address, "", "", 3);

            Exception failure = assertThrows(Exception.class, () -> Stores.open(data, settings, Clock.systemUTC()));

            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertFalse(cause.toString().contains("құпия"), cause::toString);
            }
            assertFalse(settings.toString().contains("құпия"));
        }
    }

    @Nested
    class Records extends RecordStoreContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class Writers extends WritersContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }

        @Override
        void awaitAWriterThatWaits(Stores stores) {
            while (stores.database()
                            .writing()
                            .withHandle(handle ->
                                    handle.createQuery("""
                                    select count(*) from pg_stat_activity
                                    where datname = current_database() and wait_event_type = 'Lock'
                                    """).mapTo(Integer.class).one())
                    == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Nested
    class ProblemsKept extends ProblemsContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class Linked extends LinksContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class Catalogued extends WorksContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class Judged extends QualitiesContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class LeasesOfDocuments extends DocumentLeasesContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class Listed extends ListsContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class Registered extends RegistryContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return fresh(data, clock);
        }
    }

    @Nested
    class Leases extends LeaseContract {

        private Settings.Store settings = Settings.Store.SQLITE;

        @Override
        Stores open(DataFolder data, Clock clock) {
            if (settings.url().isEmpty()) {
                settings = TestPostgresql.database();
            }
            return PostgresqlTest.open(data, settings, clock);
        }

        @Override
        List<String> address() {
            return List.of(settings.url(), settings.user(), settings.password());
        }
    }
}
