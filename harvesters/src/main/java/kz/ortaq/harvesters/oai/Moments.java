package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.services.api.DateProvider;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as OAI-PMH servers write them and want them asked for (OAI-PMH 2.0, 3.3). */
final class Moments {

    private static final int DAY_LENGTH = "2026-11-22".length();

    /** The form of seconds (OAI-PMH 2.0, 3.3), with a zero for each digit. */
    private static final String SECONDS = "0000-00-00T00:00:00Z";

    private static final Pattern ZONED = Pattern.compile(".*(?:[zZ]|[+-]\\d\\d:?\\d\\d)");

    /** Years of four digits: further out, a moment can be neither reckoned with nor asked for. */
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Duration OVERLAP = Duration.ofDays(2);

    private Moments() {}

    /** A moment however a server writes it; without a zone it is UTC. Empty for what is none, or of no use. */
    static Optional<Instant> read(String written) {
        return parsed(written.strip()).filter(moment -> !moment.isBefore(FIRST) && !moment.isAfter(LAST));
    }

    private static Optional<Instant> parsed(String moment) {
        try {
            if (moment.length() == DAY_LENGTH) {
                return Optional.of(LocalDate.parse(moment).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            Optional<Instant> seconds = seconds(moment);
            if (seconds.isPresent()) {
                return seconds;
            }
            return Optional.of(
                    ZONED.matcher(moment).matches()
                            ? Instant.parse(moment)
                            : LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment in the form of {@link #SECONDS}, read without a formatter: every record has one. Empty for any other. */
    private static Optional<Instant> seconds(String moment) {
        if (moment.length() != SECONDS.length()) {
            return Optional.empty();
        }
        int[] parts = new int[7];
        int part = 0;
        for (int i = 0; i < SECONDS.length(); i++) {
            char c = moment.charAt(i);
            if (SECONDS.charAt(i) == '0' ? c < '0' || c > '9' : c != SECONDS.charAt(i)) {
                return Optional.empty();
            }
            if (SECONDS.charAt(i) == '0') {
                parts[part] = 10 * parts[part] + c - '0';
            } else {
                part++;
            }
        }
        // The end of a day and leap seconds are moments too, which the formatter knows.
        if (parts[3] > 23 || parts[5] > 59) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
                .toInstant(ZoneOffset.UTC));
    }

    /**
     * The {@code from} argument that asks for everything since {@code completedAt}; empty when all is to be asked for.
     * It reaches back a little further: records are stamped before they are committed, clocks of a cluster differ, and
     * DSpace lists an item only when its index is renewed at night, by the moment at which it was changed.
     */
    static String from(String completedAt, Granularity granularity) {
        return read(completedAt)
                .map(moment -> DateProvider.format(moment.minus(OVERLAP), granularity))
                .orElse("");
    }

    /** The granularity in which a {@code from} argument is written. */
    static Granularity granularity(String from) {
        return from.length() == DAY_LENGTH ? Granularity.Day : Granularity.Second;
    }

    /**
     * The server's clock of an answer, or ours where the server does not say. Ours too where the server's is ahead: asked
     * from the future, it would have nothing to give for years.
     */
    static String stamp(String responseDate, Instant ours) {
        Instant stamp =
                read(responseDate).filter(theirs -> theirs.isBefore(ours)).orElse(ours);
        return stamp.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Whether the server's clock is so far ahead of ours that no time zone explains it. */
    static boolean ahead(String responseDate, Instant ours) {
        return read(responseDate)
                .filter(theirs -> theirs.isAfter(ours.plus(Duration.ofDays(1))))
                .isPresent();
    }
}
