package kz.ortaq.records.store;

import java.time.Clock;
import kz.ortaq.config.DataFolder;

/** The links' contract, kept by SQLite. */
class LinksTest extends LinksContract {

    @Override
    Stores open(DataFolder data, Clock clock) {
        return Stores.open(data, clock);
    }
}
