package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/**
 * Watches that no id is lost: one that led to a work leads on as long as any record that stood there stands anywhere, and
 * again once one of those that were there last comes back.
 */
final class IdsKept {

    // By each id that ever led anywhere, the records that stood there when it did last.
    private final Map<String, Set<Long>> stood = new TreeMap<>();

    private final Map<Long, String> minted = new TreeMap<>();
    private long cursor;

    void look(Stores stores, String when) {
        for (StoredRecord record : stores.records().changedSince(cursor, Integer.MAX_VALUE)) {
            minted.put(record.number(), record.raw().id().minted("w"));
            cursor = record.version();
        }
        Map<Long, Descriptions.Place> places = stores.descriptions().places(minted.keySet());
        Set<Long> descriptions = new TreeSet<>();
        places.values().forEach(place -> descriptions.add(place.description()));
        Map<Long, Descriptions.Stored> stored = stores.descriptions().byNumber(descriptions);
        // By work, and by description, the live records that stand there.
        Map<String, Set<Long>> ofWork = new HashMap<>();
        Map<Long, String> workOf = new HashMap<>();
        Set<Long> live = new TreeSet<>();
        places.forEach((record, place) -> {
            Descriptions.Stored description = stored.get(place.description());
            if (place.live() && description != null) {
                live.add(record);
                workOf.put(place.description(), description.work());
                ofWork.computeIfAbsent(description.work(), work -> new TreeSet<>())
                        .add(record);
            }
        });
        places.forEach((record, place) -> {
            String id = minted.getOrDefault(record, "");
            String work = workOf.get(place.description());
            Set<Long> last = stood.getOrDefault(id, Set.of());
            assertTrue(
                    work != null || last.stream().noneMatch(live::contains),
                    () -> id + " leads nowhere, and records " + last + " stood there; " + when);
            if (work != null && (ofWork.containsKey(id) || stood.containsKey(id))) {
                stood.put(id, ofWork.getOrDefault(work, Set.of()));
            }
        });
        ofWork.keySet()
                .forEach(work -> assertEquals(Optional.of(work), stores.works().leadsTo(work), when));
    }
}
