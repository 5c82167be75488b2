package kz.ortaq.records.store;

import kz.ortaq.records.RecordId;

/**
 * Word that a record changed.
 *
 * @param version numbers changes over all sources, in the order in which they were committed
 * @param work the work that it touches
 */
public record Change(long version, RecordId record, String work) {}
