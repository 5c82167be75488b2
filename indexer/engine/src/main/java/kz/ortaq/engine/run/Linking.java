package kz.ortaq.engine.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.ortaq.engine.cluster.Keys;
import kz.ortaq.engine.cluster.Match;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Decisions;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.WorkPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links the descriptions that a batch makes to all that share a key with them and may be of one work. For one thread, and
 * one batch.
 */
final class Linking {

    /** A key that more descriptions have than this brings none of them together. */
    static final int MOST_SHARING = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Stores stores;
    private final Neighbourhood neighbourhood;
    private final Map<Long, Neighbourhood.Known> made;
    private final Set<Long> left;
    private final Map<Long, Set<Long>> keysOf = new HashMap<>();
    private final Map<Long, Set<Long>> links = new HashMap<>();
    private final List<WorkPlan.Link> newLinks = new ArrayList<>();
    private final Set<Long> unlinked = new TreeSet<>();
    private final Set<Long> seeds = new TreeSet<>();

    /**
     * @param made the descriptions that the batch makes, by number; those that have to be linked anew are added
     * @param left descriptions that no live record has any more
     */
    Linking(Stores stores, Neighbourhood neighbourhood, Map<Long, Neighbourhood.Known> made, Set<Long> left) {
        this.stores = stores;
        this.neighbourhood = neighbourhood;
        this.made = made;
        this.left = left;
    }

    void link() {
        linkAnew();
        linkSharing();
        linkDecided();
    }

    /** The keys of a description that the batch makes. */
    Set<Long> keysOf(long number) {
        return keysOf.getOrDefault(number, Set.of());
    }

    /** Descriptions whose links of before hold no more. */
    Set<Long> unlinked() {
        return unlinked;
    }

    /** The links of the batch. */
    List<WorkPlan.Link> made() {
        return newLinks;
    }

    /** What the batch links a description to. */
    Set<Long> of(long number) {
        return links.getOrDefault(number, Set.of());
    }

    /** Descriptions whose components the batch touches; there may be several of one. */
    Set<Long> seeds() {
        return seeds;
    }

    /**
     * Where a key comes to be shared by too many, or no longer is, all that share it are linked anew: which descriptions
     * a key brings together must not depend on which of them came first.
     */
    private void linkAnew() {
        made.forEach((number, known) -> keysOf.put(number, keys(known.node().traits())));
        Set<Long> touched = new TreeSet<>();
        keysOf.values().forEach(touched::addAll);
        neighbourhood
                .of(left)
                .values()
                .forEach(known -> touched.addAll(keys(known.node().traits())));
        Map<Long, Set<Long>> stored = stores.descriptions().sharing(touched);
        Map<Long, Set<Long>> now = sharing(stored);
        Set<Long> crowded = new TreeSet<>();
        for (long key : touched) {
            int before = stored.getOrDefault(key, Set.of()).size();
            int after = now.getOrDefault(key, Set.of()).size();
            if (before > MOST_SHARING != after > MOST_SHARING) {
                LOG.info("{} descriptions share a key, {} did before", after, before);
                crowded.addAll(stored.getOrDefault(key, Set.of()));
            }
        }
        crowded.removeAll(made.keySet());
        crowded.removeAll(left);
        neighbourhood.of(crowded).forEach((number, known) -> {
            made.put(number, known);
            keysOf.put(number, keys(known.node().traits()));
        });
        unlinked.addAll(made.keySet());
        unlinked.addAll(left);
        seeds.addAll(made.keySet());
        stores.descriptions().links(unlinked).values().forEach(seeds::addAll);
        seeds.removeAll(left);
    }

    /** Which descriptions share the keys of those that are made, once the batch is written. */
    private Map<Long, Set<Long>> sharing(Map<Long, Set<Long>> stored) {
        Map<Long, Set<Long>> sharing = new HashMap<>();
        stored.forEach((key, numbers) -> {
            Set<Long> staying = new TreeSet<>(numbers);
            staying.removeAll(left);
            staying.removeAll(made.keySet());
            sharing.put(key, staying);
        });
        keysOf.forEach((number, keys) -> keys.forEach(
                key -> sharing.computeIfAbsent(key, shared -> new TreeSet<>()).add(number)));
        return sharing;
    }

    private void linkSharing() {
        Set<Long> all = new TreeSet<>();
        keysOf.values().forEach(all::addAll);
        Map<Long, Set<Long>> sharing = sharing(stores.descriptions().sharing(all));
        sharing.values().removeIf(sharers -> sharers.size() > MOST_SHARING);
        Set<Long> wanted = new TreeSet<>();
        sharing.values().forEach(wanted::addAll);
        wanted.removeAll(made.keySet());
        Map<Long, Neighbourhood.Known> others = neighbourhood.of(wanted);
        keysOf.forEach((number, keys) -> {
            Traits traits = known(number, others).node().traits();
            Set<Long> candidates = new TreeSet<>();
            keys.forEach(key -> candidates.addAll(sharing.getOrDefault(key, Set.of())));
            for (long other : candidates) {
                // Of two that are made, each is the other's candidate.
                boolean seen = made.containsKey(other) && other <= number;
                if (!seen && Match.linked(traits, known(other, others).node().traits())) {
                    add(number, other);
                }
            }
        });
    }

    private Neighbourhood.Known known(long number, Map<Long, Neighbourhood.Known> others) {
        Neighbourhood.Known known = made.get(number);
        if (known == null) {
            known = others.get(number);
        }
        if (known == null) {
            throw new IllegalStateException("description " + number + " has keys and is not there");
        }
        return known;
    }

    private void add(long one, long other) {
        newLinks.add(WorkPlan.Link.of(one, other));
        links.computeIfAbsent(one, number -> new TreeSet<>()).add(other);
        links.computeIfAbsent(other, number -> new TreeSet<>()).add(one);
    }

    /** What a librarian said is the same is linked, whatever it says; each has its own description by then. */
    private void linkDecided() {
        Map<Long, Long> ownOf = new HashMap<>();
        made.forEach((number, known) -> {
            if (known.own() != 0) {
                ownOf.put(known.own(), number);
            }
        });
        Set<Decisions.Numbered> decisions = stores.decisions().of(ownOf.keySet());
        Set<Long> others = new TreeSet<>();
        decisions.forEach(decision -> {
            others.add(decision.one());
            others.add(decision.other());
        });
        others.removeAll(ownOf.keySet());
        Map<Long, Descriptions.Place> places = stores.descriptions().places(others);
        Map<Long, Neighbourhood.Known> known = neighbourhood.of(
                places.values().stream().map(Descriptions.Place::description).toList());
        places.forEach((record, place) -> {
            Neighbourhood.Known there = known.get(place.description());
            if (place.live() && there != null && there.own() == record && !left.contains(place.description())) {
                ownOf.put(record, place.description());
            }
        });
        for (Decisions.Numbered decision : decisions) {
            Long one = ownOf.get(decision.one());
            Long other = ownOf.get(decision.other());
            if (decision.same() && one != null && other != null) {
                add(one, other);
            }
        }
    }

    static Set<Long> keys(Traits traits) {
        Set<Long> keys = new TreeSet<>();
        for (String key : Keys.of(traits)) {
            byte[] digest = RecordId.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
            keys.add(ByteBuffer.wrap(digest).getLong());
        }
        return keys;
    }
}
