package kz.ortaq.server.command;

import java.util.Optional;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/** A record as it is named on the command line: {@code SOURCE:IDENTIFIER}. */
final class NamedRecord {

    private NamedRecord() {}

    /** The record; empty where the store has none of this name. */
    static Optional<StoredRecord> find(Stores stores, String name) {
        int colon = name.indexOf(':');
        String source = colon < 0 ? "" : name.substring(0, colon);
        String identifier = name.substring(colon + 1).strip();
        return source.isBlank() || identifier.isEmpty()
                ? Optional.empty()
                : stores.records().find(new RecordId(source, identifier));
    }

    /** Says that there is no such record. */
    static int unknown(String name) {
        Output.say(
                "There is no record “" + name + "”. Records are named SOURCE:IDENTIFIER; “ortaq records” prints both.");
        return ExitCode.WRONG_USAGE;
    }
}
