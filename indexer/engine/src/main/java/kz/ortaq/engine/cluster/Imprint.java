package kz.ortaq.engine.cluster;

import java.util.Collections;
import java.util.List;

/**
 * What tells the editions of one work apart; what is not told is empty or 0. Immutable.
 *
 * @param isbns sorted
 * @param publishers folded
 * @param form {@code braille}, {@code large-print}, or empty
 */
public record Imprint(List<String> isbns, int year, List<String> publishers, List<String> languages, String form) {

    // What agrees weighs as much as where books are compared.
    private static final int OF_NUMBER = 4;

    public Imprint {
        isbns = List.copyOf(isbns);
        publishers = List.copyOf(publishers);
        languages = List.copyOf(languages);
    }

    /** Whether two can never be of one edition. */
    boolean isApartFrom(Imprint other) {
        return differ(languages, other.languages)
                || !form.equals(other.form)
                || year != other.year && year != 0 && other.year != 0
                || differ(isbns, other.isbns)
                || !haveOnePublisher(publishers, other.publishers) && !sameNumber(other);
    }

    /** Whether two that are not apart are of one edition, and not only of one work. */
    boolean meets(Imprint other) {
        return year != 0 && year == other.year || sameNumber(other);
    }

    /** How much agrees. */
    int agreeing(Imprint other) {
        return (sameNumber(other) ? OF_NUMBER : 0)
                + (year != 0 && year == other.year ? 1 : 0)
                + (Collections.disjoint(publishers, other.publishers) ? 0 : 1)
                + (Collections.disjoint(languages, other.languages) ? 0 : 1);
    }

    private boolean sameNumber(Imprint other) {
        return !Collections.disjoint(isbns, other.isbns);
    }

    private static boolean differ(List<String> some, List<String> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }

    /** Whether two may have one publisher; one name within the other is one: «Атамұра» and «Атамұра, Қазақстан». */
    static boolean haveOnePublisher(List<String> some, List<String> others) {
        return some.isEmpty()
                || others.isEmpty()
                || !Collections.disjoint(some, others)
                || some.stream().anyMatch(mine -> others.stream().anyMatch(theirs -> within(mine, theirs)));
    }

    private static boolean within(String mine, String theirs) {
        List<String> some = List.of(mine.split(" "));
        List<String> others = List.of(theirs.split(" "));
        return some.containsAll(others) || others.containsAll(some);
    }
}
