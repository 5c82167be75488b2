package kz.ortaq.records;

/**
 * What a library has of an edition.
 *
 * @param library the library's id
 * @param record the record that says so
 * @param callNumber where it stands; empty when unknown
 * @param copies how many copies the library says it has; 0 when it does not say
 * @param link where it can be read or asked for; empty when there is none
 */
public record Holding(String library, RecordId record, String callNumber, int copies, String link, String access) {

    /** The same, held by this library according to this record. */
    public Holding of(String holder, RecordId source) {
        return new Holding(holder, source, callNumber, copies, link, access);
    }
}
