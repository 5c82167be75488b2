package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import kz.ortaq.records.Checkpoint;

/** Where a {@link Listing} stands: in which list, or window of it, and what came of it so far. */
final class Position {

    private final Instant now;

    /** The lower bound of the whole list. */
    private String lower;

    private Checkpoint at;

    /** What had come before the list under way began. */
    private long cameBefore;

    Position(Checkpoint start, String lower, Instant now) {
        this.at = start;
        this.lower = lower;
        this.now = now;
    }

    Checkpoint at() {
        return at;
    }

    void move(Checkpoint next) {
        at = next;
    }

    /** A list begins here, or goes on. */
    void begin() {
        cameBefore = at.came();
    }

    /** Whether this is one window of several. */
    boolean windowed() {
        return !at.until().isEmpty() || !at.from().equals(lower);
    }

    /** Whether the list is that of all there is, from its first page on. */
    boolean whole() {
        return at.from().isEmpty() && at.until().isEmpty() && !at.underWay();
    }

    /** Whether nothing follows behind this list. */
    boolean last() {
        return at.until().isEmpty();
    }

    /** Whether most of a page lies outside the window that was asked for. */
    boolean strays(Page page) {
        if (!windowed()) {
            return false;
        }
        List<Instant> dated = page.records().stream()
                .flatMap(record -> Moments.read(record.datestamp()).stream())
                .toList();
        long outside = dated.stream().filter(Predicate.not(Windows.around(at))).count();
        return outside * 2 > dated.size();
    }

    /** What was taken for a window is the whole list. */
    void unbound() {
        at = at.unbounded(lower).counted(at.said(), at.came() - cameBefore);
        cameBefore = 0;
    }

    /** Bounds are days from now on. */
    void inDays() {
        if (windowed()) {
            at = Windows.inDays(at);
        } else {
            lower = Moments.from(at.completedAt(), Granularity.Day);
            at = at.window(lower, "");
        }
    }

    /** Here, with this page counted in. */
    Checkpoint counted(Page page) {
        long said = windowed()
                ? at.said()
                : Math.max(at.said(), page.completeListSize().orElse(0));
        return stamped(at, page).counted(said, at.came() + page.size());
    }

    /** Where windows begin instead of the list under way, or parts of its window; what it brought comes again. */
    Checkpoint divisible(Page page, long said) {
        return windowed()
                ? at.counted(at.said(), cameBefore)
                : stamped(at, page).counted(Math.max(at.said(), said), 0);
    }

    /** The same list from its first page on. A whole list is dated anew; of a window, those before it stand. */
    Checkpoint begunAgain() {
        return windowed()
                ? at.counted(at.said(), cameBefore).window(at.from(), at.until())
                : new Checkpoint(
                        "", at.format(), at.from(), 0, "", at.completedAt(), "", 0, 0, at.gaps(), at.comparedAt());
    }

    /** With the server's clock at the start of the list. */
    private Checkpoint stamped(Checkpoint place, Page page) {
        return place.startedAt().isEmpty() ? place.started(Moments.stamp(page.responseDate(), now)) : place;
    }

    /** The page that is asked for now, and the window that it is in, as a person reads it. */
    String place() {
        return windowed() ? ListRun.place(at) + " (" + Windows.name(at) + ")" : ListRun.place(at);
    }
}
