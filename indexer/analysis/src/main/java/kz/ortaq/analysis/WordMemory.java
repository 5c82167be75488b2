package kz.ortaq.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what came of the words that came last, in a table of fixed size. A word and its terms are one array, two
 * words share a place, so that one is found with few steps through memory. Threads share it without locks, since an array
 * never changes once it is in; at worst one of them reads a word anew.
 */
final class WordMemory {

    /** Longer words are too rare to keep. */
    private static final int LONGEST = 40;

    private final AtomicReferenceArray<char @Nullable []> words;

    /** @param most words; a power of two */
    WordMemory(int most) {
        this.words = new AtomicReferenceArray<>(most);
    }

    /**
     * A word with its terms, not to be written to: its length and letters, how many terms there are, and the length and
     * letters of each. Null for a word that is not known.
     */
    char @Nullable [] get(char[] word, int length) {
        int place = place(word, length);
        char[] first = words.getAcquire(place);
        if (first != null && is(first, word, length)) {
            return first;
        }
        char[] second = words.getAcquire(place + 1);
        return second != null && is(second, word, length) ? second : null;
    }

    /** Remembers a word, and gives it as {@link #get} will. */
    char[] put(char[] word, int length, List<char[]> terms) {
        char[] packed = pack(word, length, terms);
        if (length <= LONGEST && packed.length < 1 << 9) {
            int place = place(word, length);
            words.setRelease(place + 1, words.getAcquire(place));
            words.setRelease(place, packed);
        }
        return packed;
    }

    private static char[] pack(char[] word, int length, List<char[]> terms) {
        int size = length + 2;
        for (char[] term : terms) {
            size += term.length + 1;
        }
        char[] packed = new char[size];
        packed[0] = (char) length;
        System.arraycopy(word, 0, packed, 1, length);
        int at = length + 1;
        packed[at++] = (char) terms.size();
        for (char[] term : terms) {
            packed[at++] = (char) term.length;
            System.arraycopy(term, 0, packed, at, term.length);
            at += term.length;
        }
        return packed;
    }

    private static boolean is(char[] packed, char[] word, int length) {
        return packed[0] == length && Arrays.equals(packed, 1, length + 1, word, 0, length);
    }

    /** An even place: the next one is the word's too. */
    private int place(char[] word, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + word[i];
        }
        hash *= 0x9E3779B9;
        return (hash >>> 7) & words.length() - 2;
    }
}
