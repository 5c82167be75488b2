package kz.ortaq.harvesters.marc;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream, as bytes. A line longer than the bound comes in several. */
final class Lines implements Closeable {

    private final Window window;
    private final int longest;
    private boolean first = true;

    /** @param bytes without the line's end */
    record Line(long offset, byte[] bytes) {

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != 0x1A) {
                    return false;
                }
            }
            return true;
        }
    }

    Lines(InputStream in, int longest) {
        this.window = new Window(in, longest + 2);
        this.longest = longest;
    }

    Optional<Line> next() throws IOException {
        if (first) {
            first = false;
            if (window.at(0) == 0xEF && window.at(1) == 0xBB && window.at(2) == 0xBF) {
                window.skip(3);
            }
        }
        if (!window.has(0)) {
            return Optional.empty();
        }
        long offset = window.offset();
        int end = window.indexOf('\n', 0, longest);
        byte[] bytes = end < 0 ? window.take(longest) : window.take(end + 1);
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        return Optional.of(new Line(offset, Arrays.copyOf(bytes, length)));
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
