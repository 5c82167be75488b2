package kz.ortaq.server.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.values.EventDates;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Source;

/**
 * When a source is harvested next: at once when it never was, then in its own rhythm or in that of the settings, which
 * is every night. A source that fails is tried again after one hour, two, four, and so on to seven days.
 */
final class Rhythm {

    private static final Pattern EVERY = Pattern.compile("([1-9][0-9]{0,3})([hd])");
    private static final String NEVER = "never";

    private static final Duration DAY = Duration.ofDays(1);
    // A source that was harvested this evening by hand can wait for tomorrow's night.
    private static final Duration SHORTEST_NIGHT = Duration.ofHours(6);
    private static final Duration FIRST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);
    private static final int DOUBLINGS = 8;

    private final Duration usual;
    private final LocalTime nightFrom;
    private final Duration night;

    Rhythm(Settings.Harvest settings) {
        this.usual = Duration.ofHours(settings.everyHours());
        this.nightFrom = LocalTime.of(settings.nightFrom(), 0);
        int hours = Math.floorMod(settings.nightTo() - settings.nightFrom(), 24);
        this.night = hours == 0 ? DAY : Duration.ofHours(hours);
    }

    /** What is known of a source's harvests. */
    record Past(Optional<HarvestRun> last, int unfinishedInARow, boolean confirmed) {}

    /** Whether {@code every} is a rhythm: hours or days ({@code 6h}, {@code 7d}), or {@code never}. */
    static boolean understands(String every) {
        return every.equals(NEVER) || EVERY.matcher(every).matches();
    }

    /** When a source is due, which may be in the past; empty where it is never harvested by itself. */
    Optional<Instant> next(Source source, Past past) {
        String own = source.option(Source.EVERY, "").toLowerCase(Locale.ROOT).strip();
        if (own.equals(NEVER) || (own.isEmpty() && usual.isZero())) {
            return Optional.empty();
        }
        if (past.last().isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        HarvestRun last = past.last().get();
        Instant regular = regular(source, own, last.started());
        return Optional.of(
                switch (last.status()) {
                    // Whoever began it has died, or holds the lease, which is seen when it is asked for.
                    case RUNNING -> last.started();
                    case COMPLETE -> regular;
                    case HELD -> past.confirmed() ? last.started() : regular;
                    case PARTIAL -> earlier(regular, end(last).plus(pause(past.unfinishedInARow())));
                    case FAILED -> end(last).plus(pause(past.unfinishedInARow()));
                });
    }

    private Instant regular(Source source, String own, Instant started) {
        Matcher matcher = EVERY.matcher(own);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return started.plus(matcher.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count));
        }
        if (usual.isZero() || usual.toHours() % 24 != 0) {
            return started.plus(usual.isZero() ? DAY : usual);
        }
        return minuteOfTheNight(source, started.plus(usual).minus(DAY).plus(SHORTEST_NIGHT));
    }

    /** The first moment from {@code earliest} on at which this source has its minute. */
    private Instant minuteOfTheNight(Source source, Instant earliest) {
        long place = Long.parseLong(RecordId.hash(source.id()).substring(0, 8), 16);
        Duration offset = Duration.ofSeconds(place % night.toSeconds());
        ZonedDateTime day = earliest.atZone(EventDates.KAZAKHSTAN).minusDays(1);
        ZonedDateTime moment = day.with(nightFrom).plus(offset);
        while (moment.toInstant().isBefore(earliest)) {
            day = day.plusDays(1);
            moment = day.with(nightFrom).plus(offset);
        }
        return moment.toInstant();
    }

    private static Duration pause(int inARow) {
        int doublings = Math.clamp(inARow - 1, 0, DOUBLINGS);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Instant end(HarvestRun run) {
        Instant ended = run.ended();
        return ended == null ? run.started() : ended;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
