package kz.ortaq.harvesters.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record of ISO 2709, as bytes: found through its directory, or by the field terminators where the
 * directory lies.
 *
 * @param leader 24 bytes
 * @param mends what had to be put right
 */
record Layout(byte[] leader, List<RawField> fields, List<Mend> mends) {

    static final int FIELD_END = 0x1E;
    private static final int ENTRY = 12;
    private static final int TAG = 3;
    private static final int[] STARTS = {24, 23, 22, 25};

    /** A field without its terminator. */
    record RawField(String tag, byte[] data) {}

    /** One line of a directory; where its numbers are none, {@code length} is -1. */
    record Entry(String tag, int length, int position) {}

    private record Directory(int start, int base, List<Entry> entries, int remainder, int exact) {

        boolean sound() {
            return remainder == 0 && !entries.isEmpty() && exact == entries.size();
        }
    }

    /** Reads a record with or without its terminator; empty where no field can be told from another. */
    static Optional<Layout> of(byte[] record) {
        int end = record.length;
        while (end > 0 && record[end - 1] == Iso2709Splitter.RECORD_END) {
            end--;
        }
        int first = indexOf(record, FIELD_END, Math.min(Leader.LENGTH - 2, end), end);
        int declared = Leader.base(record);
        List<Directory> readings = new ArrayList<>();
        for (int base : new int[] {declared, first + 1}) {
            for (int start : STARTS) {
                if (base > start + ENTRY && base <= end) {
                    readings.add(directory(record, start, base, end));
                }
            }
        }
        List<Mend> mends = new ArrayList<>();
        for (Directory reading : readings) {
            if (reading.sound()) {
                note(record, reading, end, mends);
                return Optional.of(new Layout(leader(record, reading.start()), exactly(record, reading), mends));
            }
        }
        Directory best = best(readings);
        if (best == null) {
            return Optional.empty();
        }
        if (best.remainder() == 0 && fits(record, best, end)) {
            note(record, best, end, mends);
            mends.add(new Mend(
                    Reason.MARC_DIRECTORY_WRONG,
                    best.exact() + " / " + best.entries().size()));
            return Optional.of(new Layout(leader(record, best.start()), exactly(record, best), mends));
        }
        List<byte[]> pieces = pieces(record, Math.max(best.base(), first + 1), end);
        List<RawField> fields = Alignment.of(best.entries(), pieces);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        note(record, best, end, mends);
        mends.add(new Mend(
                Reason.MARC_DIRECTORY_WRONG,
                best.exact() + " / " + best.entries().size() + " / " + pieces.size()));
        return Optional.of(new Layout(leader(record, best.start()), fields, mends));
    }

    /** Whether the directory tells of all that is there, however wrong the leader is. */
    boolean accounted() {
        return mends.stream().noneMatch(mend -> mend.reason() == Reason.MARC_DIRECTORY_WRONG);
    }

    private static void note(byte[] record, Directory directory, int end, List<Mend> mends) {
        if (directory.start() != Leader.LENGTH) {
            mends.add(new Mend(Reason.MARC_LEADER_BROKEN, text(record, 0, directory.start())));
        }
        if (directory.base() != Leader.base(record)) {
            mends.add(new Mend(Reason.MARC_LENGTH_WRONG, text(record, 12, 17) + " → " + directory.base()));
        }
        int length = end + 1; // with the terminator, whether it is there or not
        if (Leader.declared(record) != length) {
            mends.add(new Mend(Reason.MARC_LENGTH_WRONG, text(record, 0, 5) + " → " + length));
        }
        if (directory.sound()) {
            int fields = pieces(record, directory.base(), end).size();
            if (fields > directory.entries().size()) {
                mends.add(new Mend(
                        Reason.MARC_DIRECTORY_WRONG,
                        directory.entries().size() + " / " + directory.entries().size() + " / " + fields));
            }
        }
    }

    private static @Nullable Directory best(List<Directory> readings) {
        Directory best = null;
        for (Directory reading : readings) {
            if (!reading.entries().isEmpty() && (best == null || better(reading, best))) {
                best = reading;
            }
        }
        return best;
    }

    private static boolean better(Directory one, Directory other) {
        if (one.exact() != other.exact()) {
            return one.exact() > other.exact();
        }
        return one.remainder() == 0 && other.remainder() != 0;
    }

    private static Directory directory(byte[] record, int start, int base, int end) {
        List<Entry> entries = new ArrayList<>();
        int exact = 0;
        int at = start;
        for (; at + ENTRY < base; at += ENTRY) {
            if (!tag(record, at)) {
                break;
            }
            int length = number(record, at + TAG, 4);
            int position = number(record, at + TAG + 4, 5);
            if (length < 0 || position < 0) {
                length = -1;
            } else if (exact(record, base + position, length, end)) {
                exact++;
            }
            entries.add(new Entry(text(record, at, at + TAG), length, position));
        }
        return new Directory(start, base, entries, base - 1 - at, exact);
    }

    private static boolean exact(byte[] record, int from, int length, int end) {
        return length > 0
                && from + length <= end
                && record[from + length - 1] == FIELD_END
                && indexOf(record, FIELD_END, from, from + length) == from + length - 1;
    }

    /** Whether only terminators are missing: each line leads to a stretch within which no field ends. */
    private static boolean fits(byte[] record, Directory directory, int end) {
        for (Entry entry : directory.entries()) {
            int from = directory.base() + entry.position();
            int to = from + entry.length();
            if (entry.length() < 1 || to > end || indexOf(record, FIELD_END, from, to - 1) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<RawField> exactly(byte[] record, Directory directory) {
        List<RawField> fields = new ArrayList<>();
        for (Entry entry : directory.entries()) {
            int from = directory.base() + entry.position();
            int last = from + entry.length() - 1;
            int to = record[last] == FIELD_END ? last : last + 1;
            fields.add(new RawField(entry.tag(), Arrays.copyOfRange(record, from, to)));
        }
        return fields;
    }

    private static List<byte[]> pieces(byte[] record, int from, int end) {
        List<byte[]> pieces = new ArrayList<>();
        int at = from;
        while (at < end) {
            int next = indexOf(record, FIELD_END, at, end);
            int stop = next < 0 ? end : next;
            if (stop > at) {
                pieces.add(Arrays.copyOfRange(record, at, stop));
            }
            at = stop + 1;
        }
        return pieces;
    }

    private static byte[] leader(byte[] record, int length) {
        byte[] leader = "                    4500".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(record, 0, leader, 0, Math.min(length, Leader.LENGTH));
        return leader;
    }

    private static int indexOf(byte[] record, int wanted, int from, int to) {
        for (int at = from; at < to; at++) {
            if (record[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    private static boolean tag(byte[] record, int at) {
        for (int i = at; i < at + TAG; i++) {
            if (record[i] < '0' || record[i] > 'z' || !Character.isLetterOrDigit(record[i])) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] record, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            if (record[at] < '0' || record[at] > '9') {
                return -1;
            }
            number = 10 * number + record[at] - '0';
        }
        return number;
    }

    private static String text(byte[] record, int from, int to) {
        return new String(record, from, Math.max(0, Math.min(to, record.length) - from), StandardCharsets.ISO_8859_1);
    }
}
