package kz.ortaq.extractor;

import kz.ortaq.letters.Letters;

/** How much of a text makes sense to a reader. */
final class TextQuality {

    private static final byte LETTER = 1;
    private static final byte ORDINARY = 2;

    /** What each character of sixteen bits is: asked for one by one, millions of them take longer than the parser. */
    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

    static {
        for (int character = 0; character < KINDS.length; character++) {
            KINDS[character] = kind(character);
        }
    }

    private TextQuality() {}

    /**
     * The share of characters that are letters, digits, ordinary punctuation or blanks, times how much the letters read
     * as words ({@link Letters#readable}), from 0 to 1, to three decimal places; 0 for a text without any letter or
     * digit. What a broken font or charset leaves behind is none of these: replacement characters, private-use and
     * control characters, pictures of boxes, and letters in an order that no language has.
     */
    static double of(String text) {
        long all = 0;
        long good = 0;
        boolean any = false;
        for (int at = 0; at < text.length(); ) {
            char first = text.charAt(at);
            int character = Character.isSurrogate(first) ? text.codePointAt(at) : first;
            at += Character.charCount(character);
            byte kind = character == first ? KINDS[first] : kind(character);
            all++;
            good += kind > 0 ? 1 : 0;
            any |= kind == LETTER;
        }
        return any ? Math.round(1_000.0 * good / all * Letters.readable(text)) / 1_000.0 : 0;
    }

    private static byte kind(int character) {
        if (Character.isLetterOrDigit(character)) {
            return LETTER;
        }
        return isOrdinary(character) ? ORDINARY : 0;
    }

    private static boolean isOrdinary(int character) {
        if (Character.isWhitespace(character)) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.OTHER_NUMBER,
                    Character.SPACE_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> true;
            default -> character == '°' || character == '©' || character == '№' || character == '^' || character == '`';
        };
    }
}
