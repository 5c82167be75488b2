package kz.ortaq.harvesters.marc;

import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;

/** One thing that was found in an export. */
sealed interface Item {

    /** Where it stands, as a person would look for it: {@code record 12, byte 34567}. */
    String place();

    /**
     * A record.
     *
     * @param number the number that the library's system gave it; empty where it gave none
     * @param deleted whether the library's system keeps it only to say that it is gone
     * @param dialect the dialect, as a person calls it
     * @param charset what it was written in; empty where it has nothing but ASCII
     * @param claimed what it says it is written in, where that is something else; else empty
     * @param sent the bytes it was read from
     * @param mends what was put right
     */
    record Read(
            String place,
            String number,
            boolean deleted,
            String format,
            String payload,
            String dialect,
            String charset,
            String claimed,
            byte[] sent,
            List<Mend> mends)
            implements Item {

        public Read {
            mends = List.copyOf(mends);
        }
    }

    /** A record that could not be read, and its bytes; they, or its place, name it if anything does. */
    record Refused(String place, Reason reason, String value, byte[] sent) implements Item {}

    /** Something to know of the file that cost no record. */
    record Remark(String place, Severity severity, Reason reason, String value) implements Item {}
}
