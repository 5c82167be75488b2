package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts numbered things together along links, never two that are apart. The strong links come first, those with most
 * agreement before others; then weak ones, except of what they would draw to two sides that are apart.
 */
final class Agglomeration {

    /** A reason to put two things together. */
    record Link(int one, int other, int score, boolean weak) {}

    private static final Comparator<Link> BEST_FIRST = Comparator.comparingInt(Link::score)
            .reversed()
            .thenComparingInt(Link::one)
            .thenComparingInt(Link::other);

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
        List<Link> weak = new ArrayList<>(links.stream()
                .filter(Link::weak)
                .filter(link -> mayJoin(labels[link.one()], labels[link.other()]))
                .sorted(BEST_FIRST)
                .toList());
        BitSet torn = torn(weak);
        for (int group = torn.nextSetBit(0); group >= 0; group = torn.nextSetBit(group + 1)) {
            ambiguous.or(members[group]);
        }
        weak.stream()
                .filter(link -> !ambiguous.get(link.one()) && !ambiguous.get(link.other()))
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

    /** Groups that weak links draw to two others that are apart. */
    private BitSet torn(List<Link> weak) {
        TreeMap<Integer, BitSet> neighbours = new TreeMap<>();
        for (Link link : weak) {
            int one = labels[link.one()];
            int other = labels[link.other()];
            neighbours.computeIfAbsent(one, group -> new BitSet()).set(other);
            neighbours.computeIfAbsent(other, group -> new BitSet()).set(one);
        }
        BitSet torn = new BitSet();
        neighbours.forEach((group, around) -> {
            BitSet all = new BitSet();
            BitSet forbidden = new BitSet();
            around.stream().forEach(other -> {
                all.or(members[other]);
                forbidden.or(apart[other]);
            });
            if (all.intersects(forbidden)) {
                torn.set(group);
            }
        });
        return torn;
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
