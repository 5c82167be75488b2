package kz.ortaq.extractor;

import java.text.Normalizer;

/**
 * Text as it is kept: in NFC, without soft hyphens and control characters, blanks never doubled, lines neither
 * indented nor trailed by blanks, at most one empty line between paragraphs.
 */
final class TidyText {

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final int MOST_BREAKS = 2;

    private final StringBuilder tidy;
    private int breaks;
    private boolean blank;
    private boolean hyphen;
    // Whether some character may be composed with another.
    private boolean loose;

    private TidyText(int length) {
        this.tidy = new StringBuilder(length);
    }

    static String of(String raw) {
        var text = new TidyText(raw.length());
        for (int at = 0; at < raw.length(); ) {
            int end = at;
            while (end < raw.length() && isPlain(raw.charAt(end))) {
                end++;
            }
            if (end > at) {
                text.separate();
                text.tidy.append(raw, at, end);
                at = end;
            } else {
                int character = raw.codePointAt(at);
                at += Character.charCount(character);
                text.take(character);
            }
        }
        return text.loose ? Normalizer.normalize(text.tidy, Normalizer.Form.NFC) : text.tidy.toString();
    }

    /** Letters, digits and signs of ASCII, and Cyrillic letters: most of every text, and kept as they are. */
    private static boolean isPlain(char character) {
        return character > ' ' && character < 0x7F || character >= 0x0400 && character <= 0x0481;
    }

    /** What is composed with nothing of its kind: below the first mark, letters of Cyrillic, dashes and quotation marks. */
    private static boolean isFixed(int character) {
        return character < 0x0300
                || character >= 0x048A && character <= 0x052F
                || character >= 0x2010 && character <= 0x205E
                || character == '№';
    }

    private void take(int character) {
        if (character == SOFT_HYPHEN) {
            hyphen = true;
        } else if (character == '\n'
                || character == '\f'
                || character == 0x0B
                || character == 0x2028
                || character == 0x2029) {
            breaks++;
        } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            blank = true;
        } else if (!isDropped(character)) {
            separate();
            loose |= !isFixed(character);
            tidy.appendCodePoint(Character.getType(character) == Character.SURROGATE ? 0xFFFD : character);
        }
    }

    /** Writes what stands between two words, now that the second has come. */
    private void separate() {
        // A word that was divided at the end of a line is whole again.
        boolean joined = hyphen && breaks == 1;
        if (!tidy.isEmpty() && !joined) {
            if (breaks > 0) {
                tidy.repeat('\n', Math.min(breaks, MOST_BREAKS));
            } else if (blank) {
                tidy.append(' ');
            }
        }
        breaks = 0;
        blank = false;
        hyphen = false;
    }

    private static boolean isDropped(int character) {
        return Character.getType(character) == Character.CONTROL || character == 0xFEFF || character == 0x200B;
    }
}
