package kz.ortaq.engine.cluster;

import java.util.List;
import kz.ortaq.engine.values.PersonName;

/** What the persons of two descriptions say. */
enum Authors {
    SAME,
    /** A surname alone, or one who is author here and helper there. */
    PERHAPS,
    OTHERS,
    ONE_SILENT,
    BOTH_SILENT;

    static Authors of(Traits one, Traits other) {
        PersonName.Match best = best(one.authors(), other.authors());
        if (best == PersonName.Match.YES) {
            return SAME;
        }
        if (best == PersonName.Match.PERHAPS
                || best(one.authors(), other.helpers()) == PersonName.Match.YES
                || best(one.helpers(), other.authors()) == PersonName.Match.YES) {
            return PERHAPS;
        }
        if (one.authors().isEmpty() && other.authors().isEmpty()) {
            return BOTH_SILENT;
        }
        return one.authors().isEmpty() || other.authors().isEmpty() ? ONE_SILENT : OTHERS;
    }

    private static PersonName.Match best(List<PersonName> some, List<PersonName> others) {
        PersonName.Match best = PersonName.Match.NO;
        for (PersonName name : some) {
            for (PersonName second : others) {
                PersonName.Match match = name.matches(second);
                if (match == PersonName.Match.YES) {
                    return match;
                }
                best = match == PersonName.Match.PERHAPS ? match : best;
            }
        }
        return best;
    }
}
