package kz.ortaq.records.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The keys that headings were given lately, which are not in order with those of all others yet. What it says of a heading
 * counts, whatever these say. For one thread.
 */
public final class RecentKeys {

    private static final long[] NONE = {};

    private final Map<Long, long[]> keysOf = new HashMap<>();
    private final Map<Long, long[]> headingsOf = new HashMap<>();

    /** Takes word of the keys that a heading has from now on; none where it is gone. */
    public void put(long heading, Collection<Long> keys) {
        long[] now = keys.stream().mapToLong(Long::longValue).toArray();
        long[] before = keysOf.put(heading, now);
        for (long key : before == null ? NONE : before) {
            headingsOf.computeIfPresent(key, (same, headings) -> without(headings, heading));
        }
        for (long key : now) {
            headingsOf.merge(key, new long[] {heading}, RecentKeys::both);
        }
    }

    /** Of how many headings it tells. */
    public int size() {
        return keysOf.size();
    }

    /** What was put in order is recent no more. */
    public void clear() {
        keysOf.clear();
        headingsOf.clear();
    }

    /**
     * Which headings have a key.
     *
     * @param inOrder what {@link Descriptions#sharingInOrder} says of these keys
     */
    public Map<Long, long[]> with(Map<Long, long[]> inOrder, Collection<Long> keys) {
        Map<Long, long[]> sharing = new HashMap<>();
        for (long key : keys) {
            long[] older = inOrder.getOrDefault(key, NONE);
            long[] newer = headingsOf.getOrDefault(key, NONE);
            if (older.length > 0 && !keysOf.isEmpty()) {
                older = Arrays.stream(older)
                        .filter(heading -> !keysOf.containsKey(heading))
                        .toArray();
            }
            if (older.length + newer.length > 0) {
                sharing.put(key, newer.length == 0 ? older : both(older, newer));
            }
        }
        return sharing;
    }

    private static long[] both(long[] some, long[] others) {
        long[] both = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, both, some.length, others.length);
        return both;
    }

    private static long[] without(long[] headings, long heading) {
        return Arrays.stream(headings).filter(other -> other != heading).toArray();
    }

    static byte[] bytes(Collection<Long> keys) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * keys.size());
        keys.forEach(bytes::putLong);
        return bytes.array();
    }

    static Set<Long> keys(byte[] bytes) {
        Set<Long> keys = new HashSet<>();
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            keys.add(rest.getLong());
        }
        return keys;
    }
}
