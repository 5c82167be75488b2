package kz.ortaq.harvesters;

import kz.ortaq.config.Reason;
import kz.ortaq.records.Counts;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.Stores;

/**
 * What a run may do to the records of a source without being asked: delete half of them, and change half of them. A
 * server that was set up anew, or an export that was cut off, does more, and waits for a person.
 *
 * <p>It counts from the last complete run on, so that a harvest that is held again and again does not get its way by
 * halves.
 */
public final class Usual {

    /** So few deletions are never unusual. */
    static final long FEW_DELETED = 10;

    /** So few changes are never unusual; they take nothing away. */
    static final long FEW_CHANGED = 100;

    private final long known;
    private final Counts before;
    private final boolean confirmed;

    private Usual(long known, Counts before, boolean confirmed) {
        this.known = known;
        this.before = before;
        this.confirmed = confirmed;
    }

    /** What is usual for a source as it stands now. */
    public static Usual of(Stores stores, String source) {
        Counts before = stores.runs().sinceComplete(source);
        long known = stores.records().live(source) + before.deleted() - before.added();
        return new Usual(known, before, stores.registry().confirmed(source));
    }

    /** Whether a person let this run do what is unusual. */
    boolean confirmed() {
        return confirmed;
    }

    /** Whether a run may do {@code more} than was done when this was made. */
    public boolean allows(Counts more) {
        Counts all = before.plus(more);
        return confirmed
                || known <= 0
                || ((all.deleted() <= FEW_DELETED || all.deleted() * 2 <= known)
                        && (all.changed() <= FEW_CHANGED || all.changed() * 2 <= known));
    }

    /** Why a run is held that would do {@code more}. */
    public Problem held(Counts more) {
        Counts all = before.plus(more);
        long touched = all.deleted() + all.changed();
        return new Problem(
                Reason.RUN_HELD, Severity.ERROR, Stage.HARVEST, "", Long.toString(known), Long.toString(touched));
    }
}
