package kz.ortaq.engine.cluster;

import kz.ortaq.engine.values.PersonName;

/** What the persons of two descriptions say. */
enum Authors {
    SAME,
    /** A surname alone, or one who is author here and helper there. */
    PERHAPS,
    OTHERS,
    ONE_SILENT,
    BOTH_SILENT;

    private static final int SHORTEST_SURNAME = 5;

    static Authors of(Traits one, Traits other, Names names) {
        PersonName.Match best = names.best(one.authors(), other.authors());
        if (best == PersonName.Match.YES) {
            return SAME;
        }
        if (best == PersonName.Match.PERHAPS
                || names.best(one.authors(), other.helpers()) == PersonName.Match.YES
                || names.best(one.helpers(), other.authors()) == PersonName.Match.YES) {
            return PERHAPS;
        }
        if (one.authors().isEmpty() && other.authors().isEmpty()) {
            return BOTH_SILENT;
        }
        return one.authors().isEmpty() || other.authors().isEmpty() ? ONE_SILENT : OTHERS;
    }

    /** Whether an author of one bears the name of an author of the other but for a slip: «Сейфулин С.». */
    static boolean nearlyOne(Traits one, Traits other) {
        return one.authors().stream()
                .flatMap(name -> name.keys().stream())
                .anyMatch(mine -> other.authors().stream()
                        .flatMap(name -> name.keys().stream())
                        .anyMatch(theirs -> nearlyOne(mine, theirs)));
    }

    private static boolean nearlyOne(String mine, String theirs) {
        int end = mine.indexOf(' ');
        int otherEnd = theirs.indexOf(' ');
        return end >= SHORTEST_SURNAME
                && otherEnd >= SHORTEST_SURNAME
                && mine.substring(end).equals(theirs.substring(otherEnd))
                && Titles.oneSlip(mine.substring(0, end), theirs.substring(0, otherEnd));
    }
}
