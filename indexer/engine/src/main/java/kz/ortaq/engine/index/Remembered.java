package kz.ortaq.engine.index;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found out about the keys that came last: a table of fixed size in which a key takes the place of
 * another with the same slot. Threads share it without locks, since an entry never changes once it is made; at worst one
 * of them finds something out anew. Values must be such that threads can share them.
 */
final class Remembered<K, V> {

    private final @Nullable Entry<K, V>[] entries;

    private record Entry<K, V>(K key, V value) {}

    /** @param slots a power of two */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Remembered(int slots) {
        this.entries = new Entry[slots];
    }

    @Nullable
    V get(K key) {
        Entry<K, V> entry = entries[slot(key)];
        return entry != null && entry.key.equals(key) ? entry.value : null;
    }

    void put(K key, V value) {
        entries[slot(key)] = new Entry<>(key, value);
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

    private int slot(K key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & entries.length - 1;
    }
}
