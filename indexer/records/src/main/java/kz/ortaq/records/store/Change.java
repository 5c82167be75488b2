package kz.ortaq.records.store;

/**
 * Word that a work changed, or is no more.
 *
 * @param version numbers changes of works, in the order in which they were committed
 */
public record Change(long version, String work) {}
