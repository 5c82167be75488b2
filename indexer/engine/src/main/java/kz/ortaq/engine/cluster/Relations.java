package kz.ortaq.engine.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.engine.cluster.Match.Verdict;

/** What headings are to each other. Remembers what it found; for one thread. */
final class Relations {

    // Each keeps two headings in memory.
    private static final int MOST = 40_000;

    private final Names names = new Names();
    private final Map<Pair, Relation> known = new HashMap<>();

    /** Two headings as they are: a heading that changes is another one. */
    private record Pair(Heading one, Heading other) {

        @Override
        public boolean equals(Object some) {
            return some instanceof Pair pair && one == pair.one && other == pair.other;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }

    /** What two headings are to each other: if any two of their imprints keep them apart, they are. */
    Relation of(Heading one, Heading other) {
        Pair pair = new Pair(one, other);
        Relation relation = known.get(pair);
        if (relation == null) {
            relation = of(one.compared(), other.compared(), true);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(pair, relation);
        }
        return relation;
    }

    /**
     * The best that a heading of one says of one of the other: who put a bundle together knew that its members differ, so
     * what one of them forbids does not count where another is the very same.
     */
    Relation best(List<Heading> some, List<Heading> others) {
        return of(compared(some), compared(others), false);
    }

    private static List<Node> compared(List<Heading> headings) {
        return headings.stream().flatMap(heading -> heading.compared().stream()).toList();
    }

    private Relation of(List<Node> some, List<Node> others, boolean strictly) {
        Relation best = null;
        for (Node one : some) {
            for (Node other : others) {
                Match match = new Comparison(one.traits(), other.traits(), names, false).match();
                Relation relation = new Relation(match.verdict(), match.weak(), match.agreeing());
                if (strictly && relation.verdict() == Verdict.APART) {
                    return relation;
                }
                best = best == null || relation.rank() > best.rank() ? relation : best;
            }
        }
        if (best == null) {
            throw new IllegalStateException("a heading is never empty");
        }
        return best;
    }
}
