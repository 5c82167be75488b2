package kz.ortaq.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Writes an apostrophe after a Latin letter that the Kazakh alphabet of 2017 marks with one (a' g' i' n' o' s' c' u' y')
 * as the letter {@code ʼ} (U+02BC), so that a tokenizer keeps it in the word, at the end of a word too: {@code oqy'} is
 * оқу, {@code oqy} is оқы. No character is added or lost, so places in the text stay what they are.
 */
public final class LatinApostropheCharFilter extends CharFilter {

    private static final String MARKED = "agionscuyAGIONSCUY";
    private static final char LETTER_APOSTROPHE = 'ʼ';

    private char last;

    public LatinApostropheCharFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = input.read(buffer, offset, length);
        char before = last;
        for (int i = offset; i < offset + read; i++) {
            char c = buffer[i];
            if (c > 'z' || c <= '`') {
                if (isApostrophe(c) && MARKED.indexOf(before) >= 0) {
                    c = LETTER_APOSTROPHE;
                    buffer[i] = c;
                }
            }
            before = c;
        }
        last = before;
        return read;
    }

    private static boolean isApostrophe(char c) {
        return switch (c) {
            case '\'', '`', '´', '’', '‘', 'ʻ', '′', '＇' -> true;
            default -> false;
        };
    }

    @Override
    protected int correct(int currentOff) {
        return currentOff;
    }
}
