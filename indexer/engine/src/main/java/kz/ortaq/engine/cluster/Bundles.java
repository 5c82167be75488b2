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
    private final List<List<Heading>> bundles = new ArrayList<>();
    private final List<BitSet> apart = new ArrayList<>();
    private final List<Decision> contradicted = new ArrayList<>();

    /** @param headings sorted by id; decisions of others are passed over */
    Bundles(List<Heading> headings, List<Decision> decisions) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            if (index.put(headings.get(i).id(), i) != null) {
                throw new IllegalArgumentException(
                        "two headings have the id " + headings.get(i).id());
            }
        }
        List<Decision> known = decisions.stream()
                .map(Bundles::ordered)
                .filter(decision -> index.containsKey(decision.one()) && index.containsKey(decision.other()))
                .distinct()
                .sorted(ORDER)
                .toList();
        List<BitSet> forbidden = empty(headings.size());
        for (Decision decision : known) {
            if (!decision.same()) {
                set(forbidden, index.getOrDefault(decision.one(), 0), index.getOrDefault(decision.other(), 0));
            }
        }
        gather(headings, known, index, forbidden);
    }

    /** The bundles by their smallest ids, most of them of one heading. */
    List<List<Heading>> all() {
        return bundles;
    }

    /** Whether a librarian keeps two bundles apart. */
    boolean areApart(int one, int other) {
        return apart.get(one).get(other);
    }

    /** Whether a librarian said nothing of a bundle. */
    boolean isFree(int bundle) {
        return bundles.get(bundle).size() == 1 && apart.get(bundle).isEmpty();
    }

    int bundleOf(String id) {
        return bundleOf.getOrDefault(id, -1);
    }

    List<Decision> contradicted() {
        return contradicted;
    }

    private void gather(
            List<Heading> headings, List<Decision> known, Map<String, Integer> index, List<BitSet> forbidden) {
        Agglomeration same = new Agglomeration(forbidden);
        List<Decision> wanted = known.stream().filter(Decision::same).toList();
        List<Agglomeration.Link> links = new ArrayList<>();
        for (Decision decision : wanted) {
            int one = index.getOrDefault(decision.one(), 0);
            links.add(new Agglomeration.Link(one, index.getOrDefault(decision.other(), 0), 0, false));
        }
        same.along(links);
        for (BitSet group : same.groups()) {
            List<Heading> bundle = group.stream().mapToObj(headings::get).toList();
            bundle.forEach(heading -> bundleOf.put(heading.id(), bundles.size()));
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

    /** So many sets; most stay empty, and take no room until something is put into them. */
    static List<BitSet> empty(int size) {
        List<BitSet> sets = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sets.add(new BitSet());
        }
        return sets;
    }
}
