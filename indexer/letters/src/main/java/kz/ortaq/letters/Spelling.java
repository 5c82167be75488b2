package kz.ortaq.letters;

import java.util.Arrays;

/**
 * The words of a text in the two scripts that we have models of, in small letters, cut in one pass; words of other
 * scripts are left to those who read them. What is asked for each page of each book, so no word is a string here.
 */
final class Spelling {

    /** Longer words are cut. */
    private static final int LONGEST = 60;

    /** Of each character its small letter; 0 for what is no letter. Looked up, for it is asked of each of millions. */
    private static final char[] SMALL = new char[Character.MAX_VALUE + 1];

    static {
        for (int character = 0; character < SMALL.length; character++) {
            char small = Character.toLowerCase((char) character);
            SMALL[character] = Character.isLetter(small) ? small : 0;
        }
    }

    /** In small letters the dot of this one stands apart, and ends the word. */
    private static final char DOTTED = 'İ';

    /** The words of one script, each with 0 behind it. */
    static final class Script {
        private char[] letters = new char[256];
        private int length;
        private int words;

        /** Letters, and for each word its end, which costs bits too. */
        int length() {
            return length;
        }

        int words() {
            return words;
        }

        char at(int place) {
            return letters[place];
        }

        private void add(char[] word, int count) {
            if (length + count >= letters.length) {
                letters = Arrays.copyOf(letters, 2 * letters.length);
            }
            System.arraycopy(word, 0, letters, length, count);
            letters[length + count] = 0;
            length += count + 1;
            words++;
        }
    }

    private final Script cyrillic = new Script();
    private final Script latin = new Script();
    private int boxes;

    private Spelling() {}

    static Spelling of(String text) {
        var spelling = new Spelling();
        char[] word = new char[LONGEST];
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            char small = SMALL[c];
            if (small != 0) {
                word[count++] = small;
            } else if (c >= 0x2500 && c <= 0x259F) {
                spelling.boxes++;
            }
            if (count > 0 && (small == 0 || count == LONGEST || c == DOTTED)) {
                spelling.add(word, count);
                count = 0;
            }
        }
        spelling.add(word, count);
        return spelling;
    }

    /** Whether a character is a letter. */
    static boolean isLetter(char character) {
        return SMALL[character] != 0;
    }

    private void add(char[] word, int count) {
        if (count > 0 && Reading.isCyrillic(word[0])) {
            cyrillic.add(word, count);
        } else if (count > 0 && Reading.isLatin(word[0])) {
            latin.add(word, count);
        }
    }

    Script cyrillic() {
        return cyrillic;
    }

    Script latin() {
        return latin;
    }

    /** Letters and ends of words of both scripts. */
    int letters() {
        return cyrillic.length + latin.length;
    }

    /** Lines and blocks of boxes, which are what Cyrillic becomes in the charsets of DOS. */
    int boxes() {
        return boxes;
    }
}
