package kz.ortaq.extractor;

import java.text.Normalizer;

/**
 * Text as it is kept: in NFC, without soft hyphens and control characters, blanks never doubled, lines neither
 * indented nor trailed by blanks, at most one empty line between paragraphs.
 */
final class TidyText {

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char GRAVE_ACCENT = '\u02CB';
    private static final int MOST_BREAKS = 2;

    // Of a length that is known, for a text only loses characters.
    private final char[] tidy;
    private int length;
    private int breaks;
    private boolean blank;
    private boolean hyphen;
    // Whether some character may be composed with another.
    private boolean loose;

    private TidyText(int length) {
        this.tidy = new char[length];
    }

    static String of(String raw) {
        var text = new TidyText(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            if (isPlain(character)) {
                text.separate();
                text.tidy[text.length++] = character;
            } else if (character == ' ') {
                text.blank = true;
            } else if (Character.isHighSurrogate(character) && raw.codePointAt(at) > Character.MAX_VALUE) {
                text.take(raw.codePointAt(at));
                at++;
            } else {
                text.take(character);
            }
        }
        String tidy = new String(text.tidy, 0, text.length);
        return text.loose ? Normalizer.normalize(tidy, Normalizer.Form.NFC) : tidy;
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
            int whole = Character.getType(character) == Character.SURROGATE ? 0xFFFD : quoted(character);
            length += Character.toChars(whole, tidy, length);
        }
    }

    /**
     * Fonts of TeX write the quotation mark that opens as a grave accent of its own, which Unicode counts as a letter, so
     * that the word behind it would be another: ˋword.
     */
    private int quoted(int character) {
        boolean opens = length == 0 || !Character.isLetter(tidy[length - 1]);
        return character == GRAVE_ACCENT && opens ? '`' : character;
    }

    /** Writes what stands between two words, now that the second has come. */
    private void separate() {
        if (breaks == 0 && !blank && !hyphen) {
            return;
        }
        // A word that was divided at the end of a line is whole again.
        boolean joined = hyphen && breaks == 1;
        if (length > 0 && !joined) {
            if (breaks > 0) {
                for (int line = 0; line < Math.min(breaks, MOST_BREAKS); line++) {
                    tidy[length++] = '\n';
                }
            } else if (blank) {
                tidy[length++] = ' ';
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
