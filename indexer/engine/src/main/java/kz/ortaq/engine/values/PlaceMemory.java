package kz.ortaq.engine.values;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers which place a name led to: thousands of schools write one region. Safe for use by many threads. */
final class PlaceMemory {

    private static final int MOST = 4_096;
    private static final int LONGEST = 100;

    private final Map<String, Optional<Place>> places = new ConcurrentHashMap<>();

    /** The place of a name, found where it is not remembered. */
    Optional<Place> of(String name, Function<String, Optional<Place>> find) {
        Optional<Place> known = places.get(name);
        if (known != null) {
            return known;
        }
        Optional<Place> place = find.apply(name);
        if (places.size() >= MOST) {
            places.clear();
        }
        if (name.length() <= LONGEST) {
            places.put(name, place);
        }
        return place;
    }
}
