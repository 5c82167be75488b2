package kz.ortaq.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds a word to keys on which its spellings meet: {@code Қазақстан}, {@code казакстан}, {@code Qazaqstan},
 * {@code Kazakhstan} and {@code قازاقستان} all give {@code kazakstan} or {@code kazahstan}.
 *
 * <p>A word in Cyrillic or Arabic letters has one key. A Latin word may have several, at most {@value #MAX_KEYS}, for
 * alphabets of different years read the same letter differently: {@code ng} is ң or нг; in the alphabet of 1929 {@code j}
 * is й, {@code ç} ж and {@code y} ү. Two words meet where they share a key. English and Russian words in Latin letters
 * fold by the same rules, so each meets itself. Case does not matter. The fold knows letters and no words; it brings
 * together far more than it should where vowels are all that differs, so it belongs beside an exact field.
 *
 * <p>Equal words give equal keys in the same order. An instance keeps buffers and serves one thread.
 */
public final class KazakhFold {

    /** The most keys that one word has. */
    public static final int MAX_KEYS = 5;

    private static final int MODERN_KEYS = 4;
    private static final String YANALIF_LETTERS = "abcçdeəfgƣhijklmnꞑŋoɵpqrstuvxyzʙƅǝ";

    /** The bow over n͡g, by which libraries write ң. */
    private static final char TIE = '\u0361';

    private static final String YANALIF_ALONE = "ƣꞑɵƅʙ";

    private char[] word = new char[64];
    private int length;
    private final FoldedWord[] keys = new FoldedWord[MAX_KEYS];
    private int count;

    private FoldedWord key;
    private boolean yanalif;
    private int doubtful;
    private int doubts;

    public KazakhFold() {
        for (int i = 0; i < MAX_KEYS; i++) {
            keys[i] = new FoldedWord();
        }
        key = keys[0];
    }

    /** The keys of a word. */
    public static List<String> keys(CharSequence word) {
        KazakhFold fold = new KazakhFold();
        int count = fold.fold(word.toString().toCharArray(), word.length());
        List<String> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(new String(fold.key(i), 0, fold.length(i)));
        }
        return keys;
    }

    /** Folds a word and tells how many keys it has, at least one. */
    public int fold(char[] letters, int letterCount) {
        take(letters, letterCount);
        count = 0;
        boolean latin = isLatin();
        if (latin && isYanalifAlone()) {
            read(true, 0);
            return count;
        }
        read(false, 0);
        if (latin) {
            otherReadings();
            if (mayBeYanalif()) {
                read(true, 0);
            }
        }
        return count;
    }

    /** A key; its first {@link #length} characters count, until the next fold. */
    public char[] key(int index) {
        return keys[index].letters();
    }

    public int length(int index) {
        return keys[index].length();
    }

    private void take(char[] letters, int letterCount) {
        if (word.length < letterCount) {
            word = new char[letterCount];
        }
        System.arraycopy(letters, 0, word, 0, letterCount);
        length = letterCount;
        MixedScript.repair(word, length);
        for (int i = 0; i < length; i++) {
            char c = word[i];
            if (c >= 0x300 && c < 0x370) {
                compose();
                return;
            }
        }
    }

    /** A letter and its mark as the one letter that the tables know. */
    private void compose() {
        String composed = Normalizer.normalize(new String(word, 0, length), Normalizer.Form.NFC);
        length = composed.length();
        word = composed.length() > word.length ? composed.toCharArray() : word;
        composed.getChars(0, length, word, 0);
    }

    private boolean isLatin() {
        boolean latin = false;
        for (int i = 0; i < length; i++) {
            if (MixedScript.isCyrillic(word[i])) {
                return false;
            }
            latin |= MixedScript.isLatin(word[i]);
        }
        return latin;
    }

    private void otherReadings() {
        int all = (1 << Math.min(doubts, 3)) - 1;
        int[] masks = {all, 1, (all + 1) >> 1};
        for (int mask : masks) {
            if (mask > 0 && count < MODERN_KEYS) {
                read(false, mask);
            }
        }
    }

    private boolean isYanalifAlone() {
        for (int i = 0; i < length; i++) {
            if (word[i] > 'z' && YANALIF_ALONE.indexOf(Character.toLowerCase(word[i])) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the letters are those of 1929–1940, and some of them are read otherwise today. */
    private boolean mayBeYanalif() {
        boolean otherwise = false;
        boolean back = false;
        boolean y = false;
        for (int i = 0; i < length; i++) {
            char c = Character.toLowerCase(word[i]);
            if (YANALIF_LETTERS.indexOf(c) < 0) {
                return false;
            }
            switch (c) {
                case 'j', 'ç' -> otherwise = true;
                case 'y' -> {
                    // ү stands between consonants; elsewhere y is й, as in Serikbay and Yerlan.
                    if (i == length - 1 || isPlainVowel(i + 1) || i > 0 && isPlainVowel(i - 1)) {
                        return false;
                    }
                    y = true;
                }
                case 'a', 'o', 'ƅ' -> back = true;
                case 'h' -> {
                    if (i > 0 && "szkgc".indexOf(Character.toLowerCase(word[i - 1])) >= 0) {
                        return false;
                    }
                }
                default -> otherwise |= c > 'z';
            }
        }
        return !(y && back) && (y || otherwise);
    }

    private boolean isPlainVowel(int index) {
        return "aeou".indexOf(Character.toLowerCase(word[index])) >= 0;
    }

    /** One reading of the word, as one more key unless it is there already. */
    private void read(boolean yanalifReading, int mask) {
        yanalif = yanalifReading;
        doubtful = mask;
        doubts = 0;
        key = keys[count];
        key.begin(2 * length);
        for (int i = 0; i < length; ) {
            i += letter(i);
        }
        key.end(word, length);
        for (int i = 0; i < count; i++) {
            if (keys[i].sameAs(key)) {
                return;
            }
        }
        count++;
    }

    /** Reads the letter at a place and tells how many characters that took. */
    private int letter(int i) {
        char c = word[i];
        char letter = FoldLetters.of(c);
        switch (letter) {
            case FoldLetters.OTHER -> key.addOther(Character.toLowerCase(c));
            case FoldLetters.NOTHING, FoldLetters.APOSTROPHE -> {}
            case FoldLetters.IA -> key.add('i', 'a');
            case FoldLetters.IU -> key.add('i', 'u');
            case FoldLetters.TS -> key.add('t', 's');
            case FoldLetters.NG -> key.add('n');
            case FoldLetters.C_CEDILLA -> key.add(yanalif ? 'j' : 'c');
            case FoldLetters.J -> key.add(yanalif ? 'i' : 'j');
            case FoldLetters.Y -> {
                if (isBeforeApostrophe(i) && !(i + 2 == length && inDoubt())) {
                    key.add('u');
                    return 2;
                }
                if (yanalif) {
                    key.add('u');
                } else if (i + 1 == length || FoldLetters.of(word[i + 1]) != 'e') {
                    key.add('i');
                }
            }
            case 's' -> key.add(c <= 's' && isBeforeApostrophe(i) && !(i + 2 == length && inDoubt()) ? 'c' : 's');
            case 'g' -> {
                boolean tied = i > 1 && word[i - 1] == TIE;
                if (!tied && !(isPlainNg(i, c) && inDoubt())) {
                    key.add('g');
                }
            }
            default -> key.add(letter);
        }
        return 1;
    }

    private boolean isBeforeApostrophe(int i) {
        return i + 1 < length && FoldLetters.of(word[i + 1]) == FoldLetters.APOSTROPHE;
    }

    /** An ng before a vowel, which is ң for some and нг for others. */
    private boolean isPlainNg(int i, char c) {
        return !yanalif
                && (c == 'g' || c == 'G')
                && i > 0
                && (word[i - 1] == 'n' || word[i - 1] == 'N')
                && i + 1 < length
                && (FoldLetters.isVowel(FoldLetters.of(word[i + 1])) || FoldLetters.of(word[i + 1]) == FoldLetters.Y);
    }

    private boolean inDoubt() {
        return (doubtful >> doubts++ & 1) == 1;
    }
}
