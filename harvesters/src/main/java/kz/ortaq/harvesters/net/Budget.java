package kz.ortaq.harvesters.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import kz.ortaq.config.Settings;

/** What one run of one source may still fetch, in bytes and in time. Used by one thread. */
public final class Budget {

    private final Clock clock;
    private final long bytes;
    private final Duration time;
    private final Instant start;
    private long spent;

    public Budget(Settings.Harvest settings, Clock clock) {
        this.clock = clock;
        this.bytes = settings.runBytes();
        this.time = Duration.ofMinutes(settings.runMinutes());
        this.start = clock.instant();
    }

    /** Notes that so many bytes were fetched. */
    public void spend(long more) {
        spent += more;
    }

    /** Whether the run should stop at the next good place; the next one goes on from there. */
    public boolean spent() {
        return spent >= bytes || elapsed().compareTo(time) >= 0;
    }

    /** What was spent, for a person: bytes and minutes. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d bytes, %d min", spent, elapsed().toMinutes());
    }

    private Duration elapsed() {
        return Duration.between(start, clock.instant());
    }
}
