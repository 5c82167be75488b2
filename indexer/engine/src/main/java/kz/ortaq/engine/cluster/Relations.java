package kz.ortaq.engine.cluster;

import java.util.List;
import kz.ortaq.engine.cluster.Match.Verdict;

/** What headings are to each other. Remembers whose names are one; for one thread. */
final class Relations {

    private final Names names = new Names();

    /** What two headings are to each other: if any two of their imprints keep them apart, they are. */
    Relation of(Heading one, Heading other) {
        return of(one.compared(), other.compared(), true);
    }

    /**
     * The best that a heading of one says of one of the other: who put a bundle together knew that its members differ, so
     * what one of them forbids does not count where another is the very same.
     */
    Relation best(List<Heading> some, List<Heading> others) {
        return of(compared(some), compared(others), false);
    }

    private static List<Node> compared(List<Heading> headings) {
        return headings.stream()
                .flatMap(heading -> heading.compared().stream())
                .toList();
    }

    private Relation of(List<Node> some, List<Node> others, boolean strictly) {
        Relation best = null;
        for (Node one : some) {
            for (Node other : others) {
                Match match = new Comparison(one.traits(), other.traits(), names, false).match();
                Relation relation =
                        new Relation(match.verdict(), match.weak(), match.agreeing());
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
