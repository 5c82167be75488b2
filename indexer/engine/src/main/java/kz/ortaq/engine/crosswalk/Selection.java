package kz.ortaq.engine.crosswalk;

import java.util.List;
import kz.ortaq.records.BibRecord;

/** What a table names by the notation of its format, to be found in a record. */
interface Selection {

    /** One place where it was found, and what is written there. */
    record Found(Node node, BibRecord.Value value) {

        String text() {
            return value.text();
        }
    }

    /**
     * Finds it, in the order of the record.
     *
     * @param root the whole record
     * @param in the part of it that is looked at
     */
    List<Found> find(Node root, Node in);
}
