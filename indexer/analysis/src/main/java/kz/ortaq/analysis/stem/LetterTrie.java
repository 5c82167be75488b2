package kz.ortaq.analysis.stem;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable trie over the letters of an alphabet in two flat arrays: a node is a mask of its letters and the number of its first
 * child. Safe for use by many threads.
 */
final class LetterTrie {

    static final int ROOT = 0;
    static final int NONE = -1;

    private long[] masks = new long[1024];
    private int[] children = new int[1024];
    private int[] values = new int[1024];
    private int size;

    /** Builds from words in the order of the alphabet, without repetition; the value of a word is its index. */
    LetterTrie(Letters letters, List<String> words) {
        size = 1;
        values[ROOT] = NONE;
        fill(letters, words);
        masks = Arrays.copyOf(masks, size);
        children = Arrays.copyOf(children, size);
        values = Arrays.copyOf(values, size);
    }

    private void fill(Letters letters, List<String> words) {
        // Breadth first, so that the children of a node lie side by side: a queue of (node, from, to, depth).
        int[] queue = new int[1 << 16];
        int head = 0;
        int tail = 0;
        int[] first = {ROOT, 0, words.size(), 0};
        System.arraycopy(first, 0, queue, 0, 4);
        tail = 4;
        while (head < tail) {
            int node = queue[head];
            int from = queue[head + 1];
            int to = queue[head + 2];
            int depth = queue[head + 3];
            head += 4;
            if (from < to && words.get(from).length() == depth) {
                values[node] = from++;
            }
            children[node] = size;
            while (from < to) {
                int code = letters.code(words.get(from).charAt(depth));
                if (code < 0) {
                    throw new IllegalArgumentException("Not of the alphabet: " + words.get(from));
                }
                int end = from + 1;
                while (end < to && letters.code(words.get(end).charAt(depth)) == code) {
                    end++;
                }
                masks[node] |= 1L << code;
                if (tail + 4 > queue.length) {
                    queue = Arrays.copyOf(queue, queue.length * 2);
                }
                queue[tail] = newNode();
                queue[tail + 1] = from;
                queue[tail + 2] = end;
                queue[tail + 3] = depth + 1;
                tail += 4;
                from = end;
            }
        }
    }

    private int newNode() {
        if (size == masks.length) {
            masks = Arrays.copyOf(masks, size * 2);
            children = Arrays.copyOf(children, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = NONE;
        return size++;
    }

    /** The node reached from a node by a letter's code, or {@link #NONE}. */
    int child(int node, int code) {
        long mask = masks[node];
        long bit = 1L << code;
        return (mask & bit) == 0 ? NONE : children[node] + Long.bitCount(mask & (bit - 1));
    }

    /** The index of the word that ends at a node, or {@link #NONE}. */
    int value(int node) {
        return values[node];
    }
}
