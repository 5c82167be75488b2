package kz.ortaq.harvesters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import kz.ortaq.records.RecordId;

/**
 * The identifiers that a listing named, at sixteen bytes each or less: it keeps 64 bits of their SHA-256. Two that share
 * them are one in 10^7 among a million; then a record stays that should have gone. Not thread-safe.
 */
public final class Seen {

    private static final int FIRST = 1 << 10;

    private long[] slots = new long[FIRST];
    private int size;

    public void add(String identifier) {
        if (size * 2 >= slots.length) {
            grow();
        }
        if (put(slots, hash(identifier))) {
            size++;
        }
    }

    public boolean contains(String identifier) {
        long hash = hash(identifier);
        return slots[slot(slots, hash)] == hash;
    }

    /** How many different identifiers were added. */
    public long size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int slot = slot(slots, hash);
        boolean added = slots[slot] != hash;
        slots[slot] = hash;
        return added;
    }

    /** Where {@code hash} stands, or the free slot where it would. */
    private static int slot(long[] slots, long hash) {
        int slot = (int) (hash & (slots.length - 1));
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static long hash(String identifier) {
        byte[] digest = RecordId.sha256().digest(identifier.getBytes(StandardCharsets.UTF_8));
        long hash = ByteBuffer.wrap(digest).getLong();
        return hash == 0 ? 1 : hash; // zero marks a free slot
    }
}
