package kz.ortaq.records.store;

/**
 * The right to harvest one source, held by one process at a time.
 *
 * @param run the number of the run that it was given for
 * @param interrupted the number of a run that a killed process left behind, or 0
 */
public record Lease(String source, long run, String owner, long interrupted) {}
