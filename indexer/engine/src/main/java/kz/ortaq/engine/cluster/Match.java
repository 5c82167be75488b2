package kz.ortaq.engine.cluster;

import java.util.List;
import java.util.Locale;

/**
 * What the comparison of two descriptions says, and why.
 *
 * @param verdict what they are to each other
 * @param weak whether one of them leaves out what could keep them apart, so that a third may contradict
 * @param editionsApart whether they can never be one edition, though perhaps one work
 * @param because the rule that decided
 * @param agreeing how much agrees: the more, the sooner the two come together
 * @param reasons all that was compared and said something, in the order in which it was compared
 */
public record Match(
        Verdict verdict, boolean weak, boolean editionsApart, Rule because, int agreeing, List<Reason> reasons) {

    /** What two descriptions are to each other. */
    public enum Verdict {
        SAME_EDITION,
        SAME_WORK,
        /** Never of one work, whatever a third description says. */
        APART,
        /** Neither enough for one work nor against it. */
        UNKNOWN
    }

    /** Why a verdict is what it is; {@code explain.yaml} says each in three languages. */
    public enum Rule {
        /** Grade, part, component, direction, medium, target or kind are others. */
        DIFFERS,
        /** One leaves out what could keep them apart, and nothing else tells enough. */
        LEFT_OUT,
        TITLE_AND_AUTHOR,
        ORIGINAL_TITLE,
        TRANSLATION,
        NUMBER,
        IMPRINT,
        /** A periodical, or a schoolbook of one publisher, through the years. */
        SERIES,
        /** A long title, or all that either tells, and nothing against it. */
        TITLE_ALONE,
        OTHER_TITLE,
        OTHER_AUTHORS,
        NUMBER_AGAINST_AUTHORS,
        /** Schoolbooks of one title by two publishers, without authors who say otherwise. */
        OTHER_PUBLISHER,
        NUMBER_AGAINST_PUBLISHER,
        TOO_LITTLE
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
