package kz.ortaq.analysis;

import java.util.Arrays;

/** A folded word as it grows, letter by letter: letters melt with the one before as spellings do. */
final class FoldedWord {

    private char[] out = new char[64];
    private int size;

    /** Begins anew, with room for so many letters. */
    void begin(int most) {
        if (out.length < most) {
            out = new char[most];
        }
        size = 0;
    }

    char[] letters() {
        return out;
    }

    int length() {
        return size;
    }

    boolean sameAs(FoldedWord other) {
        return Arrays.equals(out, 0, size, other.out, 0, other.size);
    }

    /** Adds what belongs to no script of Kazakh: digits, letters of others. */
    void addOther(char c) {
        out[size++] = c;
    }

    /** The word is at its end; one of which nothing is left stays as it was. */
    void end(char[] word, int length) {
        dropLastG();
        if (size == 0) {
            System.arraycopy(word, 0, out, 0, length);
            size = length;
        }
    }

    void add(char first, char second) {
        add(first);
        add(second);
    }

    /** Adds a letter, and lets it melt with the one before as spellings do. */
    void add(char letter) {
        char last = size > 0 ? out[size - 1] : 0;
        if (letter == last && (letter == 'i' || letter == 'u' || letter == 'c')) {
            return;
        }
        if (letter == 'h') {
            if (meltH(last)) {
                return;
            }
        } else if (letter == 'c' && (last == 's' || last == 't')) {
            // сч is щ, and the alphabet of 2021 writes ч as tş.
            size--;
            add('c');
            return;
        } else if (letter == 'e' && last == 'i' && size > 1 && "aeou".indexOf(out[size - 2]) >= 0) {
            // Николаевич, Nikolayevich
            out[size - 1] = 'e';
            return;
        }
        if (!FoldLetters.isVowel(letter)) {
            dropLastG();
        }
        out[size++] = letter;
    }

    /** sh, ch, zh, kh, gh, and сх, кх with them, for ASCII tells no difference. */
    private boolean meltH(char last) {
        switch (last) {
            case 's' -> {
                size--;
                add('c');
            }
            case 'z' -> out[size - 1] = 'j';
            case 'k' -> {
                size--;
                add('h');
            }
            case 'g', 'c', 'h' -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /** нг that no vowel follows is ң. */
    private void dropLastG() {
        if (size > 2 && out[size - 1] == 'g' && out[size - 2] == 'n') {
            size--;
        }
    }
}
