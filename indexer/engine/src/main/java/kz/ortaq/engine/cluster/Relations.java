package kz.ortaq.engine.cluster;

import java.util.List;
import kz.ortaq.engine.cluster.Match.Verdict;

/** What the bundles of a component are to each other. For one thread. */
final class Relations {

    private final Bundles bundles;
    private final Names names = new Names();

    Relations(Bundles bundles) {
        this.bundles = bundles;
    }

    Relation of(int one, int other) {
        if (bundles.areApart(one, other)) {
            return new Relation(Verdict.APART, false, true, 0);
        }
        return best(bundles.all().get(one), bundles.all().get(other));
    }

    /**
     * The best that a description of one says of one of the other: who put a bundle together knew that its members
     * differ, so what one of them forbids does not count where another is the very same.
     */
    private Relation best(List<Node> some, List<Node> others) {
        Relation best = null;
        for (Node one : some) {
            for (Node other : others) {
                Match match = new Comparison(one.traits(), other.traits(), names, false).match();
                Relation relation =
                        new Relation(match.verdict(), match.weak(), match.editionsApart(), match.agreeing());
                best = best == null || relation.rank() > best.rank() ? relation : best;
            }
        }
        if (best == null) {
            throw new IllegalStateException("a bundle is never empty");
        }
        return best;
    }
}
