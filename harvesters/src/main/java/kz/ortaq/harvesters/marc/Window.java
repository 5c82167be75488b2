package kz.ortaq.harvesters.marc;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream of any length of which a bounded stretch ahead can be looked at before it is taken. */
final class Window implements Closeable {

    private static final int FIRST = 1 << 16;

    private final InputStream in;
    private final int widest;
    private byte[] buffer = new byte[FIRST];
    private int start;
    private int end;
    private long offset;
    private boolean ended;

    /** @param widest how many bytes ahead can be looked at */
    Window(InputStream in, int widest) {
        this.in = in;
        this.widest = widest;
    }

    /** How many bytes of the stream lie behind. */
    long offset() {
        return offset;
    }

    /** The byte {@code ahead} of the present one, 0 to 255; -1 behind the end of the stream or of the window. */
    int at(int ahead) throws IOException {
        return has(ahead) ? buffer[start + ahead] & 0xFF : -1;
    }

    /** Whether there is a byte {@code ahead}. */
    boolean has(int ahead) throws IOException {
        if (ahead < end - start) {
            return true;
        }
        return ahead < widest && fill(ahead + 1);
    }

    /** Where {@code wanted} first stands from {@code from} and before {@code to}; -1 where it does not. */
    int indexOf(int wanted, int from, int to) throws IOException {
        int at = from;
        while (at < to && has(at)) {
            int known = Math.min(to, end - start);
            for (; at < known; at++) {
                if (buffer[start + at] == (byte) wanted) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** How many bytes can be taken, at most {@code most}. */
    int available(int most) throws IOException {
        return has(most - 1) ? most : Math.min(most, end - start);
    }

    /** The next {@code length} bytes, which are there; they stay ahead. */
    byte[] peek(int length) throws IOException {
        int there = available(length);
        return Arrays.copyOfRange(buffer, start, start + there);
    }

    /** Takes the next {@code length} bytes, or as many as there are. */
    byte[] take(int length) throws IOException {
        byte[] bytes = peek(length);
        skip(bytes.length);
        return bytes;
    }

    void skip(int length) throws IOException {
        int there = available(length);
        start += there;
        offset += there;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill(int wanted) throws IOException {
        if (!ended && start + wanted > buffer.length) {
            int size = wanted <= buffer.length ? buffer.length : Math.min(Math.max(wanted, 2 * buffer.length), widest);
            byte[] roomy = size == buffer.length ? buffer : new byte[size];
            System.arraycopy(buffer, start, roomy, 0, end - start);
            buffer = roomy;
            end -= start;
            start = 0;
        }
        while (!ended && end - start < wanted) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                ended = true;
            } else {
                end += read;
            }
        }
        return end - start >= wanted;
    }
}
