package kz.ortaq.engine.cluster;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts numbered things together along links, never two that are apart. The strong links come first, those with most
 * agreement before others; then weak ones, except of what they would draw to two sides that are apart as much to the one
 * as to the other.
 */
final class Agglomeration {

    /** A reason to put two things together. */
    record Link(int one, int other, int score, boolean weak) {}

    private static final Comparator<Link> BEST_FIRST = Comparator.comparingInt(Link::score)
            .reversed()
            .thenComparingInt(Link::one)
            .thenComparingInt(Link::other);

    // The number of the book, or its pages: by so much one side has to say more than another.
    private static final int CLEARLY = 2;

    private final int[] labels;
    private final BitSet[] members;
    private final BitSet[] apart;
    private final BitSet ambiguous = new BitSet();

    /** @param apart for each thing those that it is never put together with; symmetric */
    Agglomeration(List<BitSet> apart) {
        int size = apart.size();
        labels = new int[size];
        members = new BitSet[size];
        this.apart = new BitSet[size];
        for (int i = 0; i < size; i++) {
            labels[i] = i;
            members[i] = new BitSet();
            members[i].set(i);
            this.apart[i] = (BitSet) apart.get(i).clone();
        }
    }

    void along(List<Link> links) {
        links.stream().filter(link -> !link.weak()).sorted(BEST_FIRST).forEach(this::join);
        List<Link> weak = links.stream()
                .filter(Link::weak)
                .filter(link -> mayJoin(labels[link.one()], labels[link.other()]))
                .sorted(BEST_FIRST)
                .toList();
        TreeMap<Integer, Integer> refused = new TreeMap<>();
        BitSet torn = torn(weak, refused);
        for (int group = torn.nextSetBit(0); group >= 0; group = torn.nextSetBit(group + 1)) {
            ambiguous.or(members[group]);
        }
        int[] before = labels.clone();
        weak.stream()
                .filter(link -> !ambiguous.get(link.one()) && !ambiguous.get(link.other()))
                .filter(link -> link.score() >= refused.getOrDefault(before[link.one()], 0)
                        && link.score() >= refused.getOrDefault(before[link.other()], 0))
                .forEach(this::join);
    }

    /** The groups, each with its members ascending, by their first members. */
    List<BitSet> groups() {
        TreeMap<Integer, BitSet> groups = new TreeMap<>();
        for (int label : labels) {
            groups.put(members[label].nextSetBit(0), members[label]);
        }
        return List.copyOf(groups.values());
    }

    BitSet ambiguous() {
        return ambiguous;
    }

    /**
     * Groups that weak links draw to two others that are apart, neither by clearly more than the other.
     *
     * @param refused filled, for each group that is drawn to one side more than to others, with the least score that
     *     counts for it
     */
    private BitSet torn(List<Link> weak, TreeMap<Integer, Integer> refused) {
        TreeMap<Integer, TreeMap<Integer, Integer>> neighbours = new TreeMap<>();
        for (Link link : weak) {
            int one = labels[link.one()];
            int other = labels[link.other()];
            neighbours.computeIfAbsent(one, group -> new TreeMap<>()).merge(other, link.score(), Math::max);
            neighbours.computeIfAbsent(other, group -> new TreeMap<>()).merge(one, link.score(), Math::max);
        }
        BitSet torn = new BitSet();
        neighbours.forEach((group, around) -> {
            if (contradictory(around, 0)) {
                int least = around.values().stream().max(Integer::compare).orElse(0) - CLEARLY + 1;
                refused.put(group, least);
                if (contradictory(around, least)) {
                    torn.set(group);
                }
            }
        });
        return torn;
    }

    private boolean contradictory(TreeMap<Integer, Integer> around, int least) {
        BitSet all = new BitSet();
        BitSet forbidden = new BitSet();
        around.forEach((other, score) -> {
            if (score >= least) {
                all.or(members[other]);
                forbidden.or(apart[other]);
            }
        });
        return all.intersects(forbidden);
    }

    private boolean mayJoin(int one, int other) {
        return one != other && !apart[one].intersects(members[other]);
    }

    private void join(Link link) {
        int one = labels[link.one()];
        int other = labels[link.other()];
        if (!mayJoin(one, other)) {
            return;
        }
        members[other].stream().forEach(member -> labels[member] = one);
        members[one].or(members[other]);
        apart[one].or(apart[other]);
    }
}
