package kz.ortaq.harvesters.net;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import kz.ortaq.config.Settings;

/** Says how long to wait before a failed request is tried again. Thread-safe. */
final class Retries {

    private static final int LARGEST_SHIFT = 12;

    private final int tries;
    private final Duration longest;
    private final Clock clock;
    private final RandomGenerator random;

    Retries(Settings.Network settings, Clock clock, RandomGenerator random) {
        this.tries = settings.retries();
        this.longest = Duration.ofSeconds(settings.retrySeconds());
        this.clock = clock;
        this.random = random;
    }

    /**
     * Whether a request that failed {@code failures} times may be sent once more. A server that asks to be left alone
     * for longer than we wait is left alone.
     */
    boolean again(int failures, NetException failure) {
        return failure.passing()
                && failures <= tries
                && asked(failure.retryAfter()).compareTo(longest) <= 0;
    }

    /**
     * The wait after {@code failures} failures: what the server asks for in Retry-After (RFC 9110, 10.2.3, seconds or a
     * date), else a second that doubles each time, with chance in it so that many harvests do not come back at once.
     */
    Duration delay(int failures, String retryAfter) {
        Duration asked = asked(retryAfter);
        Duration wait = asked.isPositive() ? asked : backoff(failures);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private Duration backoff(int failures) {
        long whole = 1_000L << Math.min(failures - 1, LARGEST_SHIFT);
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    private Duration asked(String retryAfter) {
        String value = retryAfter.strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        if (value.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(clock.instant(), date.toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
