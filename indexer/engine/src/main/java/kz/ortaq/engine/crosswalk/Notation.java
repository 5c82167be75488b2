package kz.ortaq.engine.crosswalk;

import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** How the fields of a format are read, and what tables call them. */
interface Notation {

    /** Reads a record as a tree of its parts. */
    Node read(RawRecord raw) throws RecordRejected;

    /**
     * What {@code written} selects of a whole record.
     *
     * @param join what stands between subfields
     * @throws IllegalArgumentException where it is not written as the format wants it, saying how that is
     */
    Selection field(String written, String join);

    /** What {@code written} selects of a field or an element that a rule has found. */
    Selection part(String written, String join);
}
