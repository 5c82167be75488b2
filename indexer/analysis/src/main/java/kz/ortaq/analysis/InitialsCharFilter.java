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

    private int before = ' ';
    private int ahead = NOTHING_READ;

    public InitialsCharFilter(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = ahead == NOTHING_READ ? input.read() : ahead;
        ahead = NOTHING_READ;
        if (c == '.' && Character.isLetter(before)) {
            ahead = input.read();
            c = Character.isLetter(ahead) ? ' ' : '.';
        }
        before = c;
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = 0;
        while (read < length) {
            int c = read();
            if (c < 0) {
                break;
            }
            buffer[offset + read++] = (char) c;
        }
        return read == 0 && length > 0 ? -1 : read;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
