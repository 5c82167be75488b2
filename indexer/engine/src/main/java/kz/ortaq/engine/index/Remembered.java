package kz.ortaq.engine.index;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found out about the keys that came last: a table of fixed size in which two keys share a place, and
 * the one that came last pushes out the one that came first. Threads share it without locks, since an entry never changes
 * once it is made; at worst one of them finds something out anew. Values must be such that threads can share them.
 */
final class Remembered<K, V> {

    private final @Nullable Entry<K, V>[] entries;

    private record Entry<K, V>(int hash, K key, V value) {

        boolean is(int other, K wanted) {
            return hash == other && key.equals(wanted);
        }
    }

    /** @param slots a power of two */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Remembered(int slots) {
        this.entries = new Entry[slots];
    }

    @Nullable
    V get(K key) {
        int hash = key.hashCode();
        int slot = slot(hash);
        Entry<K, V> last = entries[slot];
        if (last != null && last.is(hash, key)) {
            return last.value;
        }
        Entry<K, V> first = entries[slot + 1];
        return first != null && first.is(hash, key) ? first.value : null;
    }

    void put(K key, V value) {
        int hash = key.hashCode();
        int slot = slot(hash);
        entries[slot + 1] = entries[slot];
        entries[slot] = new Entry<>(hash, key, value);
    }

    /** What is remembered, else what is found out now. */
    V get(K key, Function<K, V> findOut) {
        V known = get(key);
        if (known == null) {
            known = findOut.apply(key);
            put(key, known);
        }
        return known;
    }

    /** An even one: the next is the key's too. */
    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & entries.length - 2;
    }
}
