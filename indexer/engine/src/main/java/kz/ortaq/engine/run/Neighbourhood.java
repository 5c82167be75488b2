package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import kz.ortaq.engine.cluster.Clustering;
import kz.ortaq.engine.cluster.Heading;
import kz.ortaq.engine.cluster.Imprint;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.engine.cluster.TitleLine;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Headings that were placed before, with what they are linked to; those used last are remembered, so that a book that
 * comes in every batch is not read in every batch. For one thread.
 */
final class Neighbourhood {

    private static final int REMEMBERED = 30_000;
    private static final int LINKS_REMEMBERED = 1_500_000;
    private static final long[] NONE = {};

    private final Stores stores;
    private final Clustering clustering = new Clustering();
    private final Map<Long, Known> headings = recentlyUsed();
    private final TitleLines lines = new TitleLines();
    private final Map<Long, Map<Imprint, Long>> editions = recentlyUsed();
    private final Map<Long, long[]> links = new LinkedHashMap<>(16, 0.75f, true);
    private long rememberedLinks;
    private final SharedKeys keys;

    Neighbourhood(Stores stores) {
        this.stores = stores;
        this.keys = new SharedKeys(stores.descriptions());
    }

    /** Which headings share a key. */
    SharedKeys keys() {
        return keys;
    }

    /** A description under a heading, by its id. */
    record Member(String id, Imprint imprint) {}

    /**
     * A heading as it stands.
     *
     * @param own the record that has it for itself, 0 where others may share it
     * @param members the descriptions under it, by number
     */
    record Known(Heading heading, long own, SortedMap<Long, Member> members) {}

    /** Compares headings, and remembers whose names are one. */
    Clustering clustering() {
        return clustering;
    }

    /** Those of these headings that some description stands under, by number. */
    Map<Long, Known> of(Collection<Long> numbers) {
        Map<Long, Known> found = new HashMap<>();
        Set<Long> missing = new TreeSet<>();
        for (long number : numbers) {
            Known known = headings.get(number);
            if (known == null) {
                missing.add(number);
            } else {
                found.put(number, known);
            }
        }
        if (!missing.isEmpty()) {
            Map<Long, List<Descriptions.Stored>> under = new TreeMap<>();
            stores.descriptions()
                    .under(missing)
                    .forEach(stored -> under.computeIfAbsent(stored.heading(), heading -> new ArrayList<>())
                            .add(stored));
            Map<Long, String> ids = stores.descriptions().headingIds(under.keySet());
            under.forEach((number, stored) -> {
                Known known = known(ids.getOrDefault(number, ""), stored);
                put(number, known);
                found.put(number, known);
            });
        }
        return found;
    }

    private static Known known(String id, List<Descriptions.Stored> under) {
        SortedMap<Long, Member> members = new TreeMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Descriptions.Stored stored : under) {
            Node node = node(stored, id);
            nodes.add(node);
            members.put(stored.number(), new Member(node.id(), node.traits().imprint()));
        }
        return new Known(Heading.of(id, nodes), under.getFirst().own(), members);
    }

    static Node node(Descriptions.Stored stored, String heading) {
        return new Node(stored.id(), StoredTraits.read(stored.traits()), heading);
    }

    /** Takes word of a heading as it is now. */
    void put(long number, Known known) {
        headings.put(number, known);
        line(number, known.heading());
    }

    /** What a heading is called, which stays while it is there. */
    String line(long number, Heading heading) {
        String line = lines.of(number);
        if (line.isEmpty()) {
            line = TitleLine.of(heading);
            lines.put(number, line);
        }
        return line;
    }

    /** What a heading is called; {@link TitleLine#UNKNOWN} where that is not remembered. */
    String line(long number) {
        return lines.of(number);
    }

    /** Takes word that a heading is gone. */
    void remove(long number) {
        headings.remove(number);
        lines.remove(number);
        editions.remove(number);
    }

    /** What headings are linked to, in no order; not to be written to. */
    Map<Long, long[]> links(Collection<Long> numbers) {
        Map<Long, long[]> found = new HashMap<>();
        Set<Long> missing = new TreeSet<>();
        for (long number : numbers) {
            long[] linked = links.get(number);
            if (linked == null) {
                missing.add(number);
            } else {
                found.put(number, linked);
            }
        }
        if (!missing.isEmpty()) {
            Map<Long, Set<Long>> stored = stores.descriptions().links(missing);
            for (long number : missing) {
                long[] linked = numbers(stored.getOrDefault(number, Set.of()));
                remember(number, linked);
                found.put(number, linked);
            }
        }
        return found;
    }

    /** Takes word of links that were cut, with what they led to, and of those that were made. */
    void relink(Map<Long, Set<Long>> cut, Map<Long, Set<Long>> made) {
        cut.forEach((number, linked) -> {
            linked.forEach(other -> change(other, of -> of.filter(one -> one != number)));
            long[] before = links.remove(number);
            rememberedLinks -= before == null ? 0 : before.length + 1;
        });
        made.forEach((number, linked) -> {
            if (links.containsKey(number)) {
                change(
                        number,
                        of -> LongStream.concat(of, linked.stream().mapToLong(Long::longValue))
                                .distinct());
            } else if (cut.containsKey(number)) {
                remember(number, numbers(linked));
            }
        });
    }

    private void change(long number, UnaryOperator<LongStream> change) {
        long[] linked = links.get(number);
        if (linked != null) {
            long[] now = change.apply(Arrays.stream(linked)).toArray();
            rememberedLinks += now.length - linked.length;
            links.put(number, now);
        }
    }

    private void remember(long number, long[] linked) {
        links.put(number, linked);
        rememberedLinks += linked.length + 1;
        var oldest = links.entrySet().iterator();
        while (rememberedLinks > LINKS_REMEMBERED && oldest.hasNext()) {
            rememberedLinks -= oldest.next().getValue().length + 1;
            oldest.remove();
        }
    }

    private static long[] numbers(Set<Long> some) {
        return some.isEmpty() ? NONE : some.stream().mapToLong(Long::longValue).toArray();
    }

    /** For each imprint that a work has, a description in its edition; null where that is not remembered. */
    @Nullable
    Map<Imprint, Long> editions(long heading) {
        return editions.get(heading);
    }

    /** Takes word of the editions of a work, by one of its headings; null where they need not be remembered. */
    void putEditions(long heading, @Nullable Map<Imprint, Long> ofWork) {
        if (ofWork == null) {
            editions.remove(heading);
        } else {
            editions.put(heading, ofWork);
        }
    }

    /** Forgets all, because another process may have changed them. */
    void forget() {
        headings.clear();
        lines.clear();
        editions.clear();
        links.clear();
        rememberedLinks = 0;
        keys.forget();
    }

    private static <T> Map<Long, T> recentlyUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
