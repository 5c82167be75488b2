package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.util.Optional;

/**
 * Divides a stream into records of ISO 2709, one at a time.
 *
 * <p>The terminator 0x1D divides; the length in a leader only helps where the terminator is missing or stands inside a
 * field, because lengths in leaders are wrong more often than terminators are.
 */
final class Iso2709Splitter {

    static final int RECORD_END = 0x1D;
    private static final int FIELD_END = 0x1E;

    private final Window window;
    private final int largest;

    // What earlier looks ahead have shown, so that no byte is searched again and again. Counted from the file's start.
    private long end = -1;
    private long searchedForEnd;
    private long searchedForRecord;

    /** @param window at least twice as wide as {@code largest} */
    Iso2709Splitter(Window window, int largest) {
        this.window = window;
        this.largest = largest;
    }

    /** The next stretch; empty at the end of the stream. Line ends and filling between records are passed over. */
    Optional<Chunk> next() throws IOException {
        skipFilling();
        if (!window.has(0)) {
            return Optional.empty();
        }
        int end = end();
        if (end < 0 && window.has(largest)) {
            return Optional.of(oversized());
        }
        int length = end < 0 ? window.available(largest) : end + 1;
        if (!Leader.plausible(window, 0)) {
            int record = find(1, length);
            if (record > 0) {
                return Optional.of(take(before(record), record));
            }
            return Optional.of(take(end < 0 ? before(length) : Chunk.Kind.RECORD, length));
        }
        int declared = Leader.declared(window, 0);
        if (end >= 0 && declared == length) {
            return Optional.of(take(Chunk.Kind.RECORD, length));
        }
        if (end >= 0 && declared > length && holdsTerminator(declared, length)) {
            return Optional.of(take(Chunk.Kind.RECORD, declared));
        }
        if (declared > Leader.LENGTH && declared < length && complete(declared)) {
            return Optional.of(take(Chunk.Kind.OPEN, declared));
        }
        int record = find(Leader.LENGTH + 1, length);
        if (record > 0) {
            return Optional.of(take(Chunk.Kind.OPEN, record));
        }
        return Optional.of(take(end < 0 ? Chunk.Kind.OPEN : Chunk.Kind.RECORD, length));
    }

    /** Whether this record goes on behind a terminator that stands inside one of its fields. */
    private boolean holdsTerminator(int declared, int first) throws IOException {
        if (declared > largest || window.at(declared - 1) != RECORD_END) {
            return false;
        }
        int next = first;
        while (filling(window.at(next))) {
            next++;
        }
        return next < declared - 1 && !Leader.plausible(window, next);
    }

    /** Whether a record stands {@code ahead} and ends where its leader says. */
    private boolean complete(int ahead) throws IOException {
        return Leader.plausible(window, ahead) && window.at(ahead + Leader.declared(window, ahead) - 1) == RECORD_END;
    }

    /** Where the next terminator stands; -1 where none does within the longest record. */
    private int end() throws IOException {
        long offset = window.offset();
        if (end < offset) {
            int from = (int) Math.max(0, searchedForEnd - offset);
            int found = window.indexOf(RECORD_END, from, largest);
            searchedForEnd = offset + (found < 0 ? window.available(largest) : found);
            end = found < 0 ? -1 : offset + found;
        }
        return end < 0 || end - offset >= largest ? -1 : (int) (end - offset);
    }

    /** Where within the next {@code to} bytes, and not before {@code from}, a whole record begins; -1 if nowhere. */
    private int find(int from, int to) throws IOException {
        long offset = window.offset();
        for (int at = (int) Math.max(from, searchedForRecord - offset); at + Leader.LENGTH < to; at++) {
            searchedForRecord = offset + at;
            if (complete(at)) {
                return at;
            }
        }
        // A leader copied into a field is no record; one behind mere text may be a record of wrong length.
        for (int at = from; at + Leader.LENGTH < to && window.at(at) != FIELD_END; at++) {
            if (Leader.plausible(window, at)) {
                return at;
            }
        }
        return -1;
    }

    private Chunk.Kind before(int end) throws IOException {
        return window.indexOf(FIELD_END, 0, end) < 0 ? Chunk.Kind.TEXT : Chunk.Kind.OPEN;
    }

    private Chunk oversized() throws IOException {
        long offset = window.offset();
        int first = find(1, largest);
        if (first > 0) {
            return take(before(first), first);
        }
        byte[] beginning = window.peek(largest);
        while (window.has(0)) {
            int end = end();
            int record = end < 0 ? find(1, largest) : -1;
            if (end >= 0 || record > 0) {
                window.skip(Math.max(end + 1, record));
                break;
            }
            // A leader may lie across the border.
            window.skip(window.has(largest) ? largest - Leader.LENGTH : largest);
        }
        return new Chunk(Chunk.Kind.TOO_LARGE, offset, beginning, window.offset() - offset);
    }

    private Chunk take(Chunk.Kind kind, int length) throws IOException {
        long offset = window.offset();
        return new Chunk(kind, offset, window.take(length), length);
    }

    private void skipFilling() throws IOException {
        while (filling(window.at(0))) {
            window.skip(1);
        }
    }

    /** Line ends, blanks, zeros, the end mark of CP/M, a byte order mark, and terminators of nothing. */
    private static boolean filling(int c) {
        return switch (c) {
            case '\n', '\r', '\t', ' ', 0, 0x1A, 0xEF, 0xBB, 0xBF, RECORD_END -> true;
            default -> false;
        };
    }
}
