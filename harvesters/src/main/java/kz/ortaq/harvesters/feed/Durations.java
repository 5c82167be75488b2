package kz.ortaq.harvesters.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes how long something plays as people read it: {@code 12:34} or {@code 1:02:03}. */
final class Durations {

    private Durations() {}

    /** A number of seconds; empty for what is none. */
    static String ofSeconds(@Nullable String seconds) {
        if (seconds == null || !seconds.strip().matches("\\d{1,7}(?:\\.\\d{1,9})?")) {
            return "";
        }
        long whole = Long.parseLong(seconds.strip().replaceFirst("\\..*", ""));
        if (whole == 0) {
            return "";
        }
        long hours = whole / 3_600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    /** Seconds, or a duration that is written out already. */
    static String asWritten(String text) {
        String seconds = ofSeconds(text);
        return seconds.isEmpty() && !text.strip().matches("0{1,7}") ? text.strip() : seconds;
    }
}
