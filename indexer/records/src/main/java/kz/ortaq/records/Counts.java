package kz.ortaq.records;

/** What became of the records that a harvest saw. */
public record Counts(long added, long changed, long unchanged, long deleted, long rejected) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                deleted + other.deleted,
                rejected + other.rejected);
    }

    /** Records that are in the store because of this run, or were there already. */
    public long stored() {
        return added + changed + unchanged + deleted;
    }
}
