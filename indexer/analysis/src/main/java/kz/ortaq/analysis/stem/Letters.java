package kz.ortaq.analysis.stem;

import java.util.Arrays;

/**
 * An alphabet, and what the sounds of its letters are to the endings that follow them: front or back, and of which class,
 * which decides how the first consonant of an ending assimilates.
 */
final class Letters {

    /** The vowel says nothing of harmony, or there is none. */
    static final byte NEUTRAL = 0;

    static final byte BACK = 1;
    static final byte FRONT = 2;

    /** Classes of sounds, as bits; a letter may be of several. */
    static final byte VOWEL = 1;

    static final byte GLIDE = 2;
    static final byte LATERAL = 4;
    static final byte NASAL = 8;
    static final byte SIBILANT = 16;
    static final byte VOICELESS = 32;
    static final byte ANY = 63;

    private static final String ONLY_KAZAKH = "әғқңөұүһі";

    /** Kazakh letters, and those of Russian that loans bring. */
    static final Letters CYRILLIC = cyrillic();

    /** The letters of folded words, of which most stand for several. */
    static final Letters FOLDED = folded();

    private final byte[] codes = new byte[0x500];
    private final byte[] harmony = new byte[0x500];
    private final byte[] sounds = new byte[0x500];
    private final String melting;

    private Letters(String alphabet, String melting) {
        this.melting = melting;
        Arrays.fill(codes, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            codes[alphabet.charAt(i)] = (byte) i;
        }
    }

    private static Letters cyrillic() {
        Letters letters = new Letters("абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі", "");
        set(letters.harmony, "аоұыяёю", BACK);
        set(letters.harmony, "әеөүіэь", FRONT);
        set(letters.sounds, "аәеоөұүыіэяё", VOWEL);
        set(letters.sounds, "иую", VOWEL | GLIDE);
        set(letters.sounds, "йр", GLIDE);
        set(letters.sounds, "ь", ANY & ~VOWEL);
        set(letters.sounds, "л", LATERAL);
        set(letters.sounds, "мнң", NASAL);
        set(letters.sounds, "зж", SIBILANT);
        // Voiced stops at the end are loans, and take the endings of the voiceless: клубтар, заводтан.
        set(letters.sounds, "бвгғдкқпстфхһцчшщъ", VOICELESS);
        return letters;
    }

    private static Letters folded() {
        Letters letters = new Letters("abcdefghijklmnopqrstuvwxyz", "iu");
        set(letters.harmony, "a", BACK);
        set(letters.harmony, "e", FRONT);
        set(letters.sounds, "aeo", VOWEL);
        set(letters.sounds, "i", VOWEL | GLIDE);
        set(letters.sounds, "u", VOWEL | GLIDE | VOICELESS);
        set(letters.sounds, "r", GLIDE);
        set(letters.sounds, "l", LATERAL | GLIDE);
        set(letters.sounds, "mn", NASAL);
        set(letters.sounds, "zj", SIBILANT);
        set(letters.sounds, "bcdfghkpqstvwxy", VOICELESS);
        return letters;
    }

    private static void set(byte[] table, String letters, int value) {
        for (int i = 0; i < letters.length(); i++) {
            table[letters.charAt(i)] = (byte) value;
        }
    }

    /** The code of a lower-case letter of the alphabet, below 64, or -1. */
    int code(char letter) {
        return letter < codes.length ? codes[letter] : -1;
    }

    byte harmony(char letter) {
        return harmony[letter];
    }

    /** The classes of a letter's sounds. */
    byte sounds(char letter) {
        return sounds[letter];
    }

    /** Whether the spelling writes the letter once where the stem ends and the ending begins with it. */
    boolean melts(char letter) {
        return melting.indexOf(letter) >= 0;
    }

    /** Whether an ending that begins with this letter begins with a vowel, so that a stop before it is voiced. */
    boolean opensWithVowel(char letter) {
        return (sounds[letter] & VOWEL) != 0;
    }

    /** The shape of a stem before an ending with a vowel, where its last letter is a stop: кітап, кітаб-. */
    static String voiced(String stem) {
        String shorter = stem.substring(0, stem.length() - 1);
        return switch (stem.charAt(stem.length() - 1)) {
            case 'п' -> shorter + 'б';
            case 'к' -> shorter + 'г';
            case 'қ' -> shorter + 'ғ';
            default -> stem;
        };
    }

    /**
     * What the last letter of a stem is where no vowel follows, by the letter before it: no Kazakh stem ends in ғ or г. It
     * stays where it may be that of a loan, as in педагог.
     */
    char voiceless(char last, char before) {
        return switch (last) {
            case 'ғ' -> 'қ';
            case 'г' -> harmony[before] == FRONT ? 'к' : 'г';
            case 'g' -> "aeiu".indexOf(before) >= 0 ? 'k' : 'g';
            default -> last;
        };
    }

    /** Whether a part of a word has a letter that Russian lacks. */
    boolean isKazakh(char[] word, int from, int to) {
        for (int i = from; i < to; i++) {
            if (ONLY_KAZAKH.indexOf(word[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a vowel before a place in a word. */
    boolean hasVowel(char[] word, int to) {
        for (int i = 0; i < to; i++) {
            if ((sounds[word[i]] & VOWEL) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether all letters of a word are of the alphabet. */
    boolean spells(String word) {
        return word.chars().allMatch(letter -> code((char) letter) >= 0);
    }

    /** Compares words in the order of the alphabet. */
    int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            int difference = code(left.charAt(i)) - code(right.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        return left.length() - right.length();
    }
}
