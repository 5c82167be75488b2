package kz.ortaq.engine.cluster;

import java.util.List;
import kz.ortaq.engine.cluster.Match.Verdict;

/** What two bundles are to each other: of single descriptions, what their comparison says. */
record Relation(Verdict verdict, boolean weak, boolean editionsApart, int score) {

    static Relation of(Bundles bundles, int one, int other) {
        if (bundles.areApart(one, other)) {
            return new Relation(Verdict.APART, false, true, 0);
        }
        return of(bundles.all().get(one), bundles.all().get(other));
    }

    /**
     * The best that a description of one says of one of the other: who put a bundle together knew that its members
     * differ, so what one of them forbids does not count where another is the very same.
     */
    private static Relation of(List<Node> some, List<Node> others) {
        Relation best = null;
        for (Node one : some) {
            for (Node other : others) {
                Match match = Match.quickly(one.traits(), other.traits());
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

    boolean links() {
        return verdict == Verdict.SAME_EDITION || verdict == Verdict.SAME_WORK;
    }

    private int rank() {
        int kind = switch (verdict) {
            case SAME_EDITION -> 4;
            case SAME_WORK -> 3;
            case APART -> 2;
            case UNKNOWN -> 1;
        };
        return (kind * 2 + (weak ? 0 : 1)) * 1000 + score;
    }
}
