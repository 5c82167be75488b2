package kz.ortaq.harvesters.sheet;

import java.util.Arrays;

/** Numbers by a 64-bit key, in the order in which they were added, in arrays alone: a million take 32 MB. */
final class LongIndex {

    static final int NONE = -1;

    // Probing ends at a slot that never had a key, and passes one whose numbers are all dropped.
    private static final int FREE = -2;

    private long[] keys = new long[16];
    private int[] heads = new int[16];
    private int[] next = new int[16];
    private int used;

    LongIndex() {
        Arrays.fill(heads, FREE);
    }

    /** Puts {@code number} before those that {@code key} has. */
    void push(long key, int number) {
        if (number >= next.length) {
            next = Arrays.copyOf(next, Math.max(number + 1, next.length * 2));
        }
        if (used * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (heads[slot] == FREE) {
            keys[slot] = key;
            heads[slot] = NONE;
            used++;
        }
        next[number] = heads[slot];
        heads[slot] = number;
    }

    /** The first number of a key, or NONE. */
    int first(long key) {
        return Math.max(NONE, heads[slot(key)]);
    }

    /** Forgets the first number of a key that has one. */
    void drop(long key) {
        int slot = slot(key);
        heads[slot] = next[heads[slot]];
    }

    /** The number behind another of the same key, or NONE. */
    int after(int number) {
        return next[number];
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & keys.length - 1;
        while (heads[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[oldKeys.length * 2];
        heads = new int[keys.length];
        Arrays.fill(heads, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldHeads[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                heads[slot] = oldHeads[i];
            }
        }
    }
}
