package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.services.api.DateProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ortaq.records.Checkpoint;

/**
 * Divides a list into windows of time, so that trouble costs one of them: a year at first, halved where one fails or is
 * too long, doubled where there is little in it. The first window has no beginning and the last has no end, so no
 * datestamp falls outside. Bounds are inclusive (OAI-PMH 2.0, 2.7.1).
 */
final class Windows {

    private static final Duration FIRST_LENGTH = Duration.ofDays(365);
    private static final Duration DAY = Duration.ofDays(1);

    /** OAI-PMH is not older; what is dated before is in the first window. */
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Down to here the first window is divided: records are dated before their repository too. */
    private static final Instant DAWN = Instant.parse("1900-01-01T00:00:00Z");

    private static final Duration BEFORE = Duration.ofDays(3_652);

    private final Granularity granularity;
    private final Instant earliest;

    /** Whether the repository itself says that it begins at {@link #earliest}. */
    private final boolean said;

    private final Instant now;

    Windows(Granularity granularity, String earliestDatestamp, Instant now) {
        this.granularity = granularity;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        // A repository that says it begins tomorrow, or with the calendar, says nothing.
        Optional<Instant> beginning =
                Moments.read(earliestDatestamp).filter(moment -> moment.isAfter(DAWN) && moment.isBefore(now));
        this.said = beginning.isPresent();
        this.earliest = beginning.orElse(OLDEST).truncatedTo(ChronoUnit.DAYS);
    }

    /** The first half of the window that {@code at} stands in; empty when it cannot be divided. */
    Optional<Checkpoint> split(Checkpoint at) {
        if (at.from().isEmpty()) {
            return at.until().isEmpty()
                    ? Optional.of(at.window("", written(earliest.minus(unit()))))
                    : upper(at).minus(BEFORE).isBefore(DAWN)
                            ? Optional.empty()
                            : Optional.of(at.window("", written(upper(at).minus(BEFORE))));
        }
        Instant from = Moments.read(at.from()).orElse(earliest);
        Duration length = Duration.between(from, upper(at).plus(unit()));
        if (length.compareTo(unit().multipliedBy(2)) < 0) {
            return Optional.empty();
        }
        return Optional.of(at.window(
                at.from(), written(from.plus(rounded(length.dividedBy(2))).minus(unit()))));
    }

    /**
     * The window behind the one that {@code at} has come to the end of, which has an end.
     *
     * @param sparse whether there was little in it
     */
    Checkpoint after(Checkpoint at, boolean sparse) {
        Instant from = upper(at).plus(unit());
        Duration length = Moments.read(at.from())
                .map(before -> Duration.between(before, from))
                .filter(before -> !before.isNegative() && !before.isZero())
                .orElse(FIRST_LENGTH);
        Instant end = from.plus(sparse && !at.from().isEmpty() ? length.multipliedBy(2) : length);
        // The last window stays open, for what is added while it is read.
        return at.window(written(from), end.plus(DAY).isBefore(now) ? written(end.minus(unit())) : "");
    }

    /** Whether the window ends before the moment at which the repository says that it begins. */
    boolean beforeAll(Checkpoint window) {
        return said && window.from().isEmpty() && upper(window).isBefore(earliest);
    }

    /** Whether a datestamp lies in the window, or so near that it may be a matter of the time zone. */
    static Predicate<Instant> around(Checkpoint window) {
        Optional<Instant> first = Moments.read(window.from()).map(from -> from.minus(DAY));
        Optional<Instant> last = Moments.read(window.until()).map(until -> until.plus(DAY.multipliedBy(2)));
        return datestamp -> first.filter(datestamp::isBefore).isEmpty()
                && last.filter(datestamp::isAfter).isEmpty();
    }

    /** The same window, asked for in days: it may be a little wider. */
    static Checkpoint inDays(Checkpoint at) {
        return at.window(day(at.from()), day(at.until()));
    }

    private static String day(String bound) {
        return Moments.read(bound)
                .map(moment -> DateProvider.format(moment, Granularity.Day))
                .orElse("");
    }

    /** The window as a person reads it. */
    static String name(Checkpoint at) {
        return at.from() + "…" + at.until();
    }

    private Instant upper(Checkpoint at) {
        return Moments.read(at.until()).orElse(now);
    }

    private Duration unit() {
        return granularity == Granularity.Day ? DAY : Duration.ofSeconds(1);
    }

    /** Whole days where it is more than one, else whole units. */
    private Duration rounded(Duration length) {
        Duration whole = length.compareTo(DAY) >= 0 ? DAY : unit();
        return whole.multipliedBy(Math.max(1, length.dividedBy(whole)));
    }

    private String written(Instant moment) {
        return DateProvider.format(moment, granularity);
    }
}
