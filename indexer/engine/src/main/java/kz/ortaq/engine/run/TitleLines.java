package kz.ortaq.engine.run;

import java.util.Arrays;
import kz.ortaq.engine.cluster.TitleLine;
import org.jspecify.annotations.Nullable;

/** The title lines of very many headings, some hundred bytes each; of two that share a place the later stays. */
final class TitleLines {

    private static final long MOST = 1 << 20;
    // A tenth of the heap, at a hundred bytes a line.
    private static final long BYTES_OF_HEAP = 1_000;
    private static final int FIRST = 1 << 10;

    private final int most = (int) Long.highestOneBit(
            Math.min(MOST, Math.max(FIRST, Runtime.getRuntime().maxMemory() / BYTES_OF_HEAP)));

    private long[] numbers = {};
    private @Nullable String[] lines = {};

    /** Takes word of what a heading is called. */
    void put(long heading, String line) {
        int place = place(heading);
        if (place >= numbers.length) {
            int length = Math.max(FIRST, Integer.highestOneBit(place) << 1);
            numbers = Arrays.copyOf(numbers, length);
            lines = Arrays.copyOf(lines, length);
        }
        numbers[place] = heading;
        lines[place] = line;
    }

    /** What a heading is called; {@link TitleLine#UNKNOWN} where that is not remembered. */
    String of(long heading) {
        int place = place(heading);
        String line = place < numbers.length && numbers[place] == heading ? lines[place] : null;
        return line == null ? TitleLine.UNKNOWN : line;
    }

    /** Forgets what a heading is called. */
    void remove(long heading) {
        put(heading, TitleLine.UNKNOWN);
    }

    void clear() {
        numbers = new long[0];
        lines = new String[0];
    }

    // Headings are numbered one after the other, so places are taken one after the other too.
    private int place(long heading) {
        return (int) (heading & (most - 1));
    }
}
