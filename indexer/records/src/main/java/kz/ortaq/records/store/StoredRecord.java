package kz.ortaq.records.store;

import kz.ortaq.records.RawRecord;

/**
 * A record as the store keeps it.
 *
 * @param number the store's own, in the order in which records first came
 * @param version numbers changes over all sources, in the order in which they were committed
 * @param library the library whose source sent it
 * @param edition the id of the edition that it belongs to
 * @param work the id of the work that it belongs to
 */
public record StoredRecord(long number, long version, RawRecord raw, String library, String edition, String work) {}
