package kz.ortaq.engine.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.ortaq.engine.cluster.Heading;
import kz.ortaq.engine.cluster.TitleLine;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Decisions;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.WorkPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links the headings that a batch makes to all that share a key with them and may be of one work. For one thread, and one
 * batch.
 */
final class Linking {

    /** A key that more headings have than this brings none of them together. */
    static final int MOST_SHARING = 2_000;

    private static final long[] NONE = {};
    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Stores stores;
    private final Neighbourhood neighbourhood;
    private final Map<Long, Neighbourhood.Known> made;
    private final Headings batch;
    private final Map<Long, Set<Long>> keysOf = new HashMap<>();
    private final Map<Long, long[]> stored = new HashMap<>();
    private final Map<Long, Set<Long>> links = new HashMap<>();
    private final List<WorkPlan.Link> newLinks = new ArrayList<>();
    private final Map<Long, Set<Long>> cut = new TreeMap<>();
    private final Set<Long> seeds = new TreeSet<>();

    /** @param batch what the batch makes of headings; those that have to be linked anew are added */
    Linking(Stores stores, Neighbourhood neighbourhood, Headings batch) {
        this.stores = stores;
        this.neighbourhood = neighbourhood;
        this.made = batch.made();
        this.batch = batch;
    }

    void link() {
        linkAnew();
        linkSharing();
        linkDecided();
    }

    /** The headings that the batch makes, with their keys. */
    List<WorkPlan.Heading> headings() {
        List<WorkPlan.Heading> headings = new ArrayList<>();
        made.forEach((number, known) -> headings.add(
                new WorkPlan.Heading(number, known.heading().id(), keysOf.getOrDefault(number, Set.of()))));
        return headings;
    }

    /** Headings whose links of before hold no more; of those that are new, there are none. */
    Set<Long> unlinked() {
        return cut.keySet().stream().filter(heading -> !batch.isNew(heading)).collect(Collectors.toSet());
    }

    boolean isUnlinked(long heading) {
        return cut.containsKey(heading);
    }

    /** The links of the batch. */
    List<WorkPlan.Link> made() {
        return newLinks;
    }

    /** What the batch links a heading to. */
    Set<Long> of(long number) {
        return links.getOrDefault(number, Set.of());
    }

    /** Headings whose components the batch touches; there may be several of one. */
    Set<Long> seeds() {
        return seeds;
    }

    /**
     * Lets the neighbourhood know what the batch made, for those that follow.
     *
     * @param last whether no record follows that waits to be placed
     * @return whether recent keys are to be put in order now
     */
    boolean remember(boolean last) {
        batch.touched().forEach(neighbourhood::put);
        made.forEach(neighbourhood::put);
        batch.gone().forEach(neighbourhood::remove);
        neighbourhood.relink(cut, links);
        made.keySet().forEach(heading -> neighbourhood.keys().put(heading, keysOf.getOrDefault(heading, Set.of())));
        batch.gone().forEach(heading -> neighbourhood.keys().put(heading, Set.of()));
        return neighbourhood.keys().putInOrder(last);
    }

    /**
     * Where a key comes to be shared by too many, or no longer is, all that share it are linked anew: which headings a key
     * brings together must not depend on which of them came first.
     */
    private void linkAnew() {
        keysOf.putAll(made.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> keys(one.getValue().heading()))));
        Set<Long> touched = new HashSet<>();
        keysOf.values().forEach(touched::addAll);
        Set<Long> before = new TreeSet<>(batch.gone());
        made.keySet().stream().filter(heading -> !batch.isNew(heading)).forEach(before::add);
        // What was remembered is still as it was before the batch.
        neighbourhood.of(before).values().forEach(known -> touched.addAll(keys(known.heading())));
        stored.putAll(neighbourhood.keys().headings(touched, mostRead()));
        Map<Long, long[]> now = sharing(touched);
        Set<Long> crowded = new TreeSet<>();
        for (long key : touched) {
            long[] then = stored.getOrDefault(key, NONE);
            int after = now.getOrDefault(key, NONE).length;
            if (then.length > MOST_SHARING != after > MOST_SHARING) {
                LOG.info("{} descriptions share a key, {} did before", after, then.length);
                Arrays.stream(then).forEach(crowded::add);
            }
        }
        crowded.removeAll(made.keySet());
        crowded.removeAll(batch.gone());
        neighbourhood.of(crowded).forEach((number, known) -> {
            Neighbourhood.Known standing = batch.touched().getOrDefault(number, known);
            made.put(number, standing);
            keysOf.put(number, keys(standing.heading()));
            before.add(number);
        });
        made.keySet().forEach(heading -> cut.put(heading, Set.of()));
        batch.gone().forEach(heading -> cut.put(heading, Set.of()));
        neighbourhood
                .links(before)
                .forEach((heading, linked) ->
                        cut.put(heading, Arrays.stream(linked).boxed().collect(Collectors.toSet())));
        seeds.addAll(made.keySet());
        cut.values().forEach(seeds::addAll);
        seeds.removeAll(batch.gone());
    }

    /** So many that share a key are read of it: even where all of the batch left it, too many would share it. */
    private int mostRead() {
        return MOST_SHARING + 1 + made.size() + batch.gone().size();
    }

    /** Which headings share keys, once the batch is written. */
    private Map<Long, long[]> sharing(Set<Long> keys) {
        Map<Long, List<Long>> ofBatch = new HashMap<>();
        keysOf.forEach((number, own) -> own.forEach(
                key -> ofBatch.computeIfAbsent(key, same -> new ArrayList<>()).add(number)));
        Map<Long, long[]> sharing = new HashMap<>();
        for (long key : keys) {
            LongStream staying = Arrays.stream(stored.getOrDefault(key, NONE))
                    .filter(heading ->
                            !made.containsKey(heading) && !batch.gone().contains(heading));
            LongStream coming = ofBatch.getOrDefault(key, List.of()).stream().mapToLong(Long::longValue);
            sharing.put(key, LongStream.concat(staying, coming).toArray());
        }
        return sharing;
    }

    /** Two headings of which only a comparison tells whether they may be of one work. */
    private record Pair(long one, long other) {}

    private void linkSharing() {
        Set<Long> all = new HashSet<>();
        keysOf.values().forEach(all::addAll);
        Set<Long> unread = new HashSet<>(all);
        unread.removeAll(stored.keySet());
        stored.putAll(neighbourhood.keys().headings(unread, mostRead()));
        Map<Long, long[]> sharing = sharing(all);
        sharing.values().removeIf(sharers -> sharers.length > MOST_SHARING);
        List<Pair> pairs = pairs(sharing);
        Set<Long> wanted = new HashSet<>();
        pairs.forEach(pair -> wanted.add(pair.other()));
        wanted.removeAll(made.keySet());
        Map<Long, Neighbourhood.Known> others = new HashMap<>(neighbourhood.of(wanted));
        others.putAll(batch.touched());
        for (Pair pair : pairs) {
            Heading heading = known(pair.one(), others).heading();
            if (neighbourhood
                    .clustering()
                    .linked(heading, known(pair.other(), others).heading())) {
                add(pair.one(), pair.other());
            }
        }
    }

    private List<Pair> pairs(Map<Long, long[]> sharing) {
        Map<Long, String> lines = new HashMap<>();
        made.forEach((number, known) -> lines.put(number, neighbourhood.line(number, known.heading())));
        return keysOf.entrySet().parallelStream()
                .flatMap(one -> pairs(one.getKey(), one.getValue(), sharing, lines).stream())
                .toList();
    }

    /** @param lines what the headings of the batch are called */
    private List<Pair> pairs(long number, Set<Long> keys, Map<Long, long[]> sharing, Map<Long, String> lines) {
        String line = lines.getOrDefault(number, TitleLine.UNKNOWN);
        Set<Long> candidates = new HashSet<>();
        for (long key : keys) {
            Arrays.stream(sharing.getOrDefault(key, NONE)).forEach(candidates::add);
        }
        List<Pair> pairs = new ArrayList<>();
        for (long other : candidates) {
            String ofBatch = lines.get(other);
            // Of two that are made, each is the other's candidate.
            boolean seen = ofBatch != null && other <= number;
            if (!seen && TitleLine.mayLink(line, ofBatch == null ? neighbourhood.line(other) : ofBatch)) {
                pairs.add(new Pair(number, other));
            }
        }
        return pairs;
    }

    private Neighbourhood.Known known(long number, Map<Long, Neighbourhood.Known> others) {
        Neighbourhood.Known known = made.get(number);
        if (known == null) {
            known = others.get(number);
        }
        if (known == null) {
            throw new IllegalStateException("heading " + number + " has keys and is not there");
        }
        return known;
    }

    private void add(long one, long other) {
        newLinks.add(WorkPlan.Link.of(one, other));
        links.computeIfAbsent(one, number -> new TreeSet<>()).add(other);
        links.computeIfAbsent(other, number -> new TreeSet<>()).add(one);
    }

    /** What a librarian said is the same is linked, whatever it says; each has its own heading by then. */
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
        Map<Long, Descriptions.Stored> known = stores.descriptions()
                .byNumber(places.values().stream()
                        .map(Descriptions.Place::description)
                        .toList());
        places.forEach((record, place) -> {
            Descriptions.Stored there = known.get(place.description());
            if (place.live()
                    && there != null
                    && there.own() == record
                    && !batch.gone().contains(there.heading())) {
                ownOf.put(record, there.heading());
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

    static Set<Long> keys(Heading heading) {
        return keys(heading.keys());
    }

    /** 64 bits of a hash of each key. */
    static Set<Long> keys(Set<String> said) {
        Set<Long> keys = new TreeSet<>();
        MessageDigest sha256 = RecordId.sha256();
        for (String key : said) {
            byte[] digest = sha256.digest(key.getBytes(StandardCharsets.UTF_8));
            keys.add(ByteBuffer.wrap(digest).getLong());
        }
        return keys;
    }
}
