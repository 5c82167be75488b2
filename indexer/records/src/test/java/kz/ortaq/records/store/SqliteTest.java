package kz.ortaq.records.store;

import java.time.Clock;
import kz.ortaq.config.DataFolder;
import org.junit.jupiter.api.Nested;

/** Every contract of the store, kept by SQLite. */
class SqliteTest {

    @Nested
    class Records extends RecordStoreContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class Writers extends WritersContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }

        @Override
        void awaitAWriterThatWaits(Stores stores) {
            // SQLite shows nobody who waits for its one lock; that the other has begun is all that can be known.
        }
    }

    @Nested
    class ProblemsKept extends ProblemsContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class Linked extends LinksContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class Catalogued extends WorksContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class Judged extends QualitiesContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class LeasesOfDocuments extends DocumentLeasesContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class Listed extends ListsContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class Registered extends RegistryContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }

    @Nested
    class Leases extends LeaseContract {
        @Override
        Stores open(DataFolder data, Clock clock) {
            return Stores.open(data, clock);
        }
    }
}
