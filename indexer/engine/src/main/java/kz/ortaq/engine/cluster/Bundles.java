package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What librarians said is the same, as bundles that nothing takes apart, and what they said is not. */
final class Bundles {

    private static final Comparator<Decision> ORDER =
            Comparator.comparing(Decision::one).thenComparing(Decision::other).thenComparing(Decision::same);

    private final Map<String, Integer> bundleOf = new HashMap<>();
    private final List<List<Node>> bundles = new ArrayList<>();
    private final List<BitSet> apart = new ArrayList<>();
    private final List<Decision> contradicted = new ArrayList<>();

    /** @param nodes sorted by id; decisions of others are passed over */
    Bundles(List<Node> nodes, List<Decision> decisions) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (index.put(nodes.get(i).id(), i) != null) {
                throw new IllegalArgumentException(
                        "two descriptions have the id " + nodes.get(i).id());
            }
        }
        List<Decision> known = decisions.stream()
                .map(Bundles::ordered)
                .filter(decision -> index.containsKey(decision.one()) && index.containsKey(decision.other()))
                .distinct()
                .sorted(ORDER)
                .toList();
        List<BitSet> forbidden = empty(nodes.size());
        for (Decision decision : known) {
            if (!decision.same()) {
                set(forbidden, index.getOrDefault(decision.one(), 0), index.getOrDefault(decision.other(), 0));
            }
        }
        gather(nodes, known, index, forbidden);
    }

    /** The bundles by their smallest ids, most of them of one description. */
    List<List<Node>> all() {
        return bundles;
    }

    /** Whether a librarian keeps two bundles apart. */
    boolean areApart(int one, int other) {
        return apart.get(one).get(other);
    }

    int bundleOf(String id) {
        return bundleOf.getOrDefault(id, -1);
    }

    List<Decision> contradicted() {
        return contradicted;
    }

    private void gather(List<Node> nodes, List<Decision> known, Map<String, Integer> index, List<BitSet> forbidden) {
        Agglomeration same = new Agglomeration(forbidden);
        List<Decision> wanted = known.stream().filter(Decision::same).toList();
        List<Agglomeration.Link> links = new ArrayList<>();
        for (Decision decision : wanted) {
            int one = index.getOrDefault(decision.one(), 0);
            links.add(new Agglomeration.Link(one, index.getOrDefault(decision.other(), 0), 0, false));
        }
        same.along(links);
        for (BitSet group : same.groups()) {
            List<Node> bundle = group.stream().mapToObj(nodes::get).toList();
            bundle.forEach(node -> bundleOf.put(node.id(), bundles.size()));
            bundles.add(bundle);
        }
        apart.addAll(empty(bundles.size()));
        for (Decision decision : known) {
            if (!decision.same()) {
                set(apart, bundleOf(decision.one()), bundleOf(decision.other()));
            }
        }
        wanted.stream()
                .filter(decision -> bundleOf(decision.one()) != bundleOf(decision.other()))
                .forEach(contradicted::add);
    }

    private static Decision ordered(Decision decision) {
        return decision.one().compareTo(decision.other()) <= 0
                ? decision
                : new Decision(decision.other(), decision.one(), decision.same());
    }

    private static void set(List<BitSet> sets, int one, int other) {
        if (one != other) {
            sets.get(one).set(other);
            sets.get(other).set(one);
        }
    }

    static List<BitSet> empty(int size) {
        List<BitSet> sets = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sets.add(new BitSet(size));
        }
        return sets;
    }
}
