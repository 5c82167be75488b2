package kz.ortaq.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Writes a dot between two letters as a space, for {@code Ы.Алтынсарин} is an initial and a name, while the rules of
 * Unicode for words (UAX #29) see one word in it. Offsets do not change.
 */
public final class InitialsCharFilter extends CharFilter {

    private static final int NOTHING_READ = -2;

    private char before = ' ';
    /** The character after a dot that was the last one read. */
    private int ahead = NOTHING_READ;

    public InitialsCharFilter(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = take(buffer, offset, length);
        int end = offset + read;
        for (int i = offset; i < end; i++) {
            char c = buffer[i];
            if (c == '.' && Character.isLetter(before) && Character.isLetter(after(buffer, i, end))) {
                buffer[i] = ' ';
            }
            before = c;
        }
        return read;
    }

    /** What comes next, beginning with what was read ahead. */
    private int take(char[] buffer, int offset, int length) throws IOException {
        if (ahead == NOTHING_READ) {
            return input.read(buffer, offset, length);
        }
        if (ahead < 0) {
            return -1;
        }
        buffer[offset] = (char) ahead;
        ahead = NOTHING_READ;
        return 1;
    }

    private int after(char[] buffer, int dot, int end) throws IOException {
        if (dot + 1 < end) {
            return buffer[dot + 1];
        }
        ahead = input.read();
        return ahead;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
