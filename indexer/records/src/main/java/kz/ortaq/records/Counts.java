package kz.ortaq.records;

/**
 * What became of the records that a harvest saw.
 *
 * @param deleted records that are gone, however that was learnt; not those that were never here
 * @param reconciled how many of them the source no longer listed, without saying that it deleted them
 */
public record Counts(long added, long changed, long unchanged, long deleted, long rejected, long reconciled) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** Counts of a harvest that compared nothing. */
    public Counts(long added, long changed, long unchanged, long deleted, long rejected) {
        this(added, changed, unchanged, deleted, rejected, 0);
    }

    public Counts plus(Counts other) {
        return new Counts(
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                deleted + other.deleted,
                rejected + other.rejected,
                reconciled + other.reconciled);
    }

    /** Records that are in the store because of this run, or were there already. */
    public long stored() {
        return added + changed + unchanged + deleted;
    }
}
