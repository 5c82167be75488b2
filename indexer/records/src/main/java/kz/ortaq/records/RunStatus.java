package kz.ortaq.records;

import java.util.Locale;

/** How a harvest ended; it follows from its numbers. */
public enum RunStatus {
    /** Under way, or left behind by a process that was killed. */
    RUNNING,
    /** Everything that the source offered was seen, and most of it stored. */
    COMPLETE,
    /** Some of it was stored; the next run goes on from there. */
    PARTIAL,
    /** Nothing useful was had. */
    FAILED,
    /** It would have deleted far more than usual, and waits for a person. */
    HELD;

    /** The status as it is printed and stored, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
