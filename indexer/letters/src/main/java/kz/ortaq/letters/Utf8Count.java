package kz.ortaq.letters;

/**
 * How much of a text is UTF-8.
 *
 * @param high bytes above 0x7F
 * @param characters how many characters are made of several bytes
 * @param wrong bytes above 0x7F that are part of no character; a last character that was cut through is none of them
 */
public record Utf8Count(int high, int characters, int wrong) {

    /** Counts a whole text, of which a last character that was cut through is wrong. */
    public static Utf8Count ofWhole(byte[] text) {
        return of(text, false);
    }

    /** Counts the beginning of a text, which may end within a character. */
    public static Utf8Count of(byte[] text) {
        return of(text, true);
    }

    private static Utf8Count of(byte[] text, boolean open) {
        int high = 0;
        int characters = 0;
        int wrong = 0;
        for (int i = 0; i < text.length; ) {
            int length = length(text, i, open);
            if (length == 1) {
                i++;
            } else if (length == 0) {
                wrong++;
                high++;
                i++;
            } else {
                characters++;
                high += Math.min(length, text.length - i);
                i += length;
            }
        }
        return new Utf8Count(high, characters, wrong);
    }

    private static int length(byte[] text, int at, boolean open) {
        int first = text[at] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (at + length > text.length && !open) {
            return 0;
        }
        for (int i = 1; i < length && at + i < text.length; i++) {
            if ((text[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
