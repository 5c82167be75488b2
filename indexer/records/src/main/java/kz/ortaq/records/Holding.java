package kz.ortaq.records;

/**
 * A copy of an edition that a library has.
 *
 * @param library the library's id
 * @param record the record that says so
 * @param callNumber where it stands; empty when unknown
 * @param link where it can be read or asked for; empty when there is none
 */
public record Holding(String library, RecordId record, String callNumber, String link, String access) {

    /** The same, held by this library according to this record. */
    public Holding of(String holder, RecordId source) {
        return new Holding(holder, source, callNumber, link, access);
    }
}
