package kz.ortaq.server.command;

import java.time.Clock;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.SettingsException;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.Nested;

/** The contract of the scheduler, kept on SQLite and on PostgreSQL. */
final class SchedulerTest {

    @Nested
    class OneOnSqlite extends SchedulerContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class OneOnPostgresql extends SchedulerContract {
        @Override
        Stores open(DataFolder data, Clock clock) throws SettingsException {
            return Stores.open(data, TestPostgresql.database(), clock);
        }
    }

    @Nested
    class SeveralOnSqlite extends SeveralServersContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class SeveralOnPostgresql extends SeveralServersContract {
        @Override
        Stores open(DataFolder data, Clock clock) throws SettingsException {
            return Stores.open(data, TestPostgresql.database(), clock);
        }
    }

    @Nested
    class DocumentsOnSqlite extends SharedDocumentsContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class DocumentsOnPostgresql extends SharedDocumentsContract {
        @Override
        Stores open(DataFolder data, Clock clock) throws SettingsException {
            return Stores.open(data, TestPostgresql.database(), clock);
        }
    }
}
