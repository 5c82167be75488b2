package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.RecentKeys;
import org.jspecify.annotations.Nullable;

/**
 * Which headings share a key: those that the store has in order, as far as they were read ahead, and those that got it
 * lately. For one thread, but for {@link #order}.
 */
final class SharedKeys {

    // The keys of so many headings are in memory, until they are put in order with all others.
    private static final int REMEMBERED = 40_000;

    /** So many headings of a key are read before it is the batch's turn. */
    static final int READ_AHEAD = 2 * Linking.MOST_SHARING;

    private static final long[] NONE = {};

    private final Descriptions descriptions;
    private @Nullable RecentKeys recent;
    private Map<Long, long[]> ahead = Map.of();
    private final AtomicInteger order = new AtomicInteger();

    SharedKeys(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * Which headings have a key; one that none has is not among them.
     *
     * @param most so many headings of a key are known at least, or all: whoever gets as many knows that there may be more
     */
    Map<Long, long[]> headings(Collection<Long> keys, int most) {
        Map<Long, long[]> inOrder = new HashMap<>();
        List<Long> unread = new ArrayList<>();
        for (long key : keys) {
            long[] headings = ahead.get(key);
            if (headings == null) {
                unread.add(key);
            } else {
                inOrder.put(key, headings);
            }
        }
        inOrder.putAll(descriptions.sharingInOrder(unread, most));
        Map<Long, long[]> sharing = recentKeys().with(inOrder, keys);
        // Of a key that many have not all was read, and of what was read some may have it no more.
        List<Long> tooFew = inOrder.entrySet().stream()
                .filter(read -> read.getValue().length >= Math.min(most, READ_AHEAD))
                .map(Map.Entry::getKey)
                .filter(key -> sharing.getOrDefault(key, NONE).length < most)
                .toList();
        if (!tooFew.isEmpty()) {
            sharing.keySet().removeAll(Set.copyOf(tooFew));
            int enough = most + recentKeys().size();
            sharing.putAll(recentKeys().with(descriptions.sharingInOrder(tooFew, enough), tooFew));
        }
        return sharing;
    }

    /** How often the keys that are in order may have changed; for any thread. */
    int order() {
        return order.get();
    }

    /** Takes word that keys were put in order. */
    void changeOrder() {
        order.incrementAndGet();
    }

    /**
     * Takes word of what was read of keys for a batch that comes next.
     *
     * @param sharing which headings have a key, of those that are in order; empty for one that none has
     * @param atOrder what {@link #order} said before that was read
     */
    void expect(Map<Long, long[]> sharing, int atOrder) {
        ahead = atOrder == order.get() ? sharing : Map.of();
    }

    /** Takes word of the keys that a heading has from now on; none where it is gone. */
    void put(long heading, Set<Long> keys) {
        recentKeys().put(heading, keys);
    }

    /**
     * Whether recent keys are to be put in order, and are recent no more: because there are many, or because nothing
     * follows, so that whoever reads keys finds them in order.
     */
    boolean putInOrder(boolean last) {
        int recently = recentKeys().size();
        boolean now = recently >= REMEMBERED || last && recently > 0;
        if (now) {
            recentKeys().clear();
            changeOrder();
        }
        return now;
    }

    private RecentKeys recentKeys() {
        RecentKeys known = recent == null ? descriptions.recentKeys() : recent;
        recent = known;
        return known;
    }

    /** Forgets all, because another process may have changed them. */
    void forget() {
        recent = null;
        ahead = Map.of();
        changeOrder();
    }
}
