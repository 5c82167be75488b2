package kz.ortaq.analysis.stem;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the lemmas of the words that came last, so that a text's common words are looked at once: a bounded table in
 * which a word takes the place of another with the same slot. Threads share it without locks, since an entry never
 * changes once it is made; at worst one of them does a word anew.
 */
final class Recent {

    private static final int SLOTS = 1 << 15;

    /** Longer words are too rare to keep. */
    private static final int LONGEST = 32;

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    private record Entry(int hash, char[] word, char[][] lemmas) {}

    static int hash(char[] word, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + word[i];
        }
        return hash ^ hash >>> 15;
    }

    char @Nullable [][] get(int hash, char[] word, int length) {
        Entry entry = entries[hash & SLOTS - 1];
        if (entry == null || entry.hash != hash || entry.word.length != length) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            if (entry.word[i] != word[i]) {
                return null;
            }
        }
        return entry.lemmas;
    }

    void put(int hash, char[] word, int length, char[][] lemmas) {
        if (length <= LONGEST) {
            entries[hash & SLOTS - 1] = new Entry(hash, java.util.Arrays.copyOf(word, length), lemmas);
        }
    }
}
