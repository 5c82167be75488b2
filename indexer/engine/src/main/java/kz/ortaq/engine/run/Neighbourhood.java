package kz.ortaq.engine.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.Stores;

/** Descriptions that were placed before, as they are compared; those used last are remembered. For one thread. */
final class Neighbourhood {

    private static final int REMEMBERED = 20_000;

    private final Stores stores;
    private final Map<Long, Known> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    Neighbourhood(Stores stores) {
        this.stores = stores;
    }

    /**
     * A description that was placed.
     *
     * @param own the record that has it for itself, 0 where it is shared
     * @param epoch by which program it was made
     */
    record Known(Node node, long own, int epoch) {}

    /** Those of these descriptions that are still there, by number. */
    Map<Long, Known> of(Collection<Long> numbers) {
        Map<Long, Known> found = new HashMap<>();
        Set<Long> missing = new TreeSet<>();
        for (long number : numbers) {
            Known known = remembered.get(number);
            if (known == null) {
                missing.add(number);
            } else {
                found.put(number, known);
            }
        }
        stores.descriptions().byNumber(missing).forEach((number, stored) -> {
            Known known = known(stored);
            remembered.put(number, known);
            found.put(number, known);
        });
        return found;
    }

    /** Takes word of a description that is placed now. */
    void put(long number, Known known) {
        remembered.put(number, known);
    }

    /** Forgets all, because another process may have changed them. */
    void forget() {
        remembered.clear();
    }

    private static Known known(Descriptions.Stored stored) {
        return new Known(new Node(stored.id(), Cataloguing.traits(stored.traits())), stored.own(), stored.epoch());
    }
}
