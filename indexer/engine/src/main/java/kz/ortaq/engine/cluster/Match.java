package kz.ortaq.engine.cluster;

import java.util.List;
import java.util.Locale;

/**
 * What the comparison of two descriptions says, and why.
 *
 * @param verdict what they are to each other
 * @param weak whether one of them leaves out what could keep them apart, so that a third may contradict
 * @param editionsApart whether they can never be one edition, though perhaps one work
 * @param because the code of the rule that decided, as {@code matches.yaml} explains it
 * @param agreeing how much agrees: the more, the sooner the two come together
 * @param reasons all that was compared and said something, in the order in which it was compared
 */
public record Match(
        Verdict verdict, boolean weak, boolean editionsApart, String because, int agreeing, List<Reason> reasons) {

    /** What two descriptions are to each other. */
    public enum Verdict {
        SAME_EDITION,
        SAME_WORK,
        /** Never of one work, whatever a third description says. */
        APART,
        /** Neither enough for one work nor against it. */
        UNKNOWN
    }

    /** What a reason says. */
    public enum Says {
        AGREES,
        DIFFERS,
        /** Only one of the two tells it. */
        SILENT
    }

    /** A trait that was compared, what that said, and the values of the two. */
    public record Reason(String trait, Says says, String one, String other) {

        @Override
        public String toString() {
            return trait + " " + says.name().toLowerCase(Locale.ROOT) + " (" + one + " | " + other + ")";
        }
    }

    public Match {
        reasons = List.copyOf(reasons);
    }

    /** Compares two descriptions; the verdict is the same whichever comes first. */
    public static Match of(Traits one, Traits other) {
        return new Comparison(one, other, new Names(), true).match();
    }

    /** Whether the two belong to one work. */
    public boolean links() {
        return verdict == Verdict.SAME_EDITION || verdict == Verdict.SAME_WORK;
    }
}
