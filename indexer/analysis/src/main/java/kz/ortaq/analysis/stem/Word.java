package kz.ortaq.analysis.stem;

/** A word as it is looked at: its letters, their codes, and at each letter the harmony of the last vowel. */
final class Word {

    final char[] letters = new char[Reading.LONGEST];
    final byte[] codes = new byte[Reading.LONGEST];
    final byte[] harmony = new byte[Reading.LONGEST];
    int length;

    private final Letters alphabet;

    Word(Letters alphabet) {
        this.alphabet = alphabet;
    }

    /** Takes a word of at most {@link Reading#LONGEST} letters, and tells whether all are of the alphabet. */
    boolean take(char[] spelt, int spelled) {
        byte last = Letters.NEUTRAL;
        for (int i = 0; i < spelled; i++) {
            int code = alphabet.code(spelt[i]);
            if (code < 0) {
                return false;
            }
            letters[i] = spelt[i];
            codes[i] = (byte) code;
            byte own = alphabet.harmony(spelt[i]);
            last = own == Letters.NEUTRAL ? last : own;
            harmony[i] = last;
        }
        length = spelled;
        return true;
    }
}
