package kz.ortaq.engine.cluster;

import kz.ortaq.engine.cluster.Match.Verdict;

/** What two headings are to each other: of single descriptions, what their comparison says. */
record Relation(Verdict verdict, boolean weak, int score) {

    /** What a librarian keeps apart. */
    static final Relation DECIDED_APART = new Relation(Verdict.APART, false, 0);

    boolean links() {
        return verdict == Verdict.SAME_EDITION || verdict == Verdict.SAME_WORK;
    }

    /** The more, the more two are one; APART says more than UNKNOWN. */
    int rank() {
        int kind = switch (verdict) {
            case SAME_EDITION -> 4;
            case SAME_WORK -> 3;
            case APART -> 2;
            case UNKNOWN -> 1;
        };
        return (kind * 2 + (weak ? 0 : 1)) * 1000 + score;
    }
}
