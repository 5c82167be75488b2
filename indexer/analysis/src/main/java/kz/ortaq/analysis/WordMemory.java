package kz.ortaq.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what came of the words that came last, in a table of fixed size. A word and its terms are one array, and hashes
 * of the words stand apart, so that one is found with few steps through memory. Threads share it without locks, since an
 * array never changes once it is in, and a hash only says where to look; at worst a word is read anew.
 */
final class WordMemory {

    /** Longer words are too rare to keep. */
    private static final int LONGEST = 40;

    /** So many words share a place; a power of two. The one that came last pushes out the one that came first. */
    private static final int SHARERS = 4;

    private final int[] hashes;
    private final AtomicReferenceArray<char @Nullable []> words;

    /** @param most words; a power of two */
    WordMemory(int most) {
        this.hashes = new int[most];
        this.words = new AtomicReferenceArray<>(most);
    }

    /**
     * A word with its terms, not to be written to: its length and letters, how many terms there are, and the length and
     * letters of each. Null for a word that is not known.
     */
    char @Nullable [] get(char[] word, int length) {
        int hash = hash(word, length);
        int place = place(hash);
        for (int i = place; i < place + SHARERS; i++) {
            if (hashes[i] == hash) {
                char[] known = words.getAcquire(i);
                if (known != null && is(known, word, length)) {
                    return known;
                }
            }
        }
        return null;
    }

    /** Remembers a word, and gives it as {@link #get} will. */
    char[] put(char[] word, int length, List<char[]> terms) {
        char[] packed = pack(word, length, terms);
        if (length <= LONGEST && packed.length < 1 << 9) {
            int hash = hash(word, length);
            int place = place(hash);
            for (int i = place + SHARERS - 1; i > place; i--) {
                hashes[i] = hashes[i - 1];
                words.setRelease(i, words.getAcquire(i - 1));
            }
            hashes[place] = hash;
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

    private static int hash(char[] word, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + word[i];
        }
        return hash * 0x9E3779B9;
    }

    /** Where the places of a word begin. */
    private int place(int hash) {
        return (hash >>> 7) & hashes.length - SHARERS;
    }
}
