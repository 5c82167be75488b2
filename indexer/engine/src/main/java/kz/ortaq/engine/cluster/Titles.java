package kz.ortaq.engine.cluster;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How nearly two titles are one. */
enum Titles {
    /** The same words in the same order, in whatever alphabet. */
    EQUAL,
    /** But for a slip in one or two words. */
    CLOSE,
    /** One has a subtitle that the other leaves out. */
    MAIN,
    /** Perhaps one, with slips in both: no reason to keep two apart, and too little to put them together. */
    NEAR,
    DIFFERENT;

    private static final int SHORTEST_WITH_A_SLIP = 5;
    private static final int SHORTEST_IN_A_LONG_TITLE = 3;
    private static final int LONG_TITLE = 5;
    private static final int LONG_WORD = 9;
    private static final int MOST_SLIPS = 2;
    // A letter more is another century.
    private static final Pattern ROMAN = Pattern.compile("[ivx]+");

    static Titles of(Traits one, Traits other) {
        return of(one.title(), one.mainTitle(), other.title(), other.mainTitle());
    }

    static Titles of(
            List<List<String>> one,
            List<List<String>> mainOfOne,
            List<List<String>> other,
            List<List<String>> mainOfOther) {
        Titles whole = compare(one, other);
        if (whole != DIFFERENT) {
            return whole;
        }
        boolean oneIsMain = one.size() == mainOfOne.size();
        boolean otherIsMain = other.size() == mainOfOther.size();
        boolean sameMain = oneIsMain != otherIsMain && compare(mainOfOne, mainOfOther) == EQUAL;
        return sameMain ? MAIN : near(one, other) ? NEAR : DIFFERENT;
    }

    /** Whether one is called by a parallel or an original title of the other, or two translations by the same. */
    static boolean meetBeside(Traits one, Traits other, boolean translated) {
        return hasBeside(one, other.title())
                || hasBeside(other, one.title())
                || translated && one.otherTitles().stream().anyMatch(title -> hasBeside(other, title));
    }

    private static boolean hasBeside(Traits traits, List<List<String>> title) {
        return traits.otherTitles().stream().anyMatch(beside -> compare(beside, title) == EQUAL);
    }

    private static Titles compare(List<List<String>> one, List<List<String>> other) {
        if (one.isEmpty() || other.isEmpty() || Math.abs(one.size() - other.size()) > 1) {
            return DIFFERENT;
        }
        if (one.size() != other.size()) {
            // «Қара сөздер» and «Қарасөздер».
            return joined(one).equals(joined(other)) ? EQUAL : DIFFERENT;
        }
        int slips = 0;
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < one.size(); i++) {
            if (!meet(one.get(i), other.get(i))) {
                slips++;
                if (slips > Math.min(MOST_SLIPS, (one.size() + 1) / 2) || !slip(one.get(i), other.get(i))) {
                    return DIFFERENT;
                }
                shortest = Math.min(shortest, length(one.get(i), other.get(i)));
            }
        }
        boolean inALongTitle = slips == 1 && one.size() >= LONG_TITLE && shortest >= SHORTEST_IN_A_LONG_TITLE;
        return slips == 0 ? EQUAL : shortest >= SHORTEST_WITH_A_SLIP || inALongTitle ? CLOSE : DIFFERENT;
    }

    private static boolean near(List<List<String>> one, List<List<String>> other) {
        if (one.size() != other.size()) {
            return false;
        }
        int apart = 0;
        for (int i = 0; i < one.size(); i++) {
            String first = one.get(i).getFirst();
            String second = other.get(i).getFirst();
            if (!meet(one.get(i), other.get(i))) {
                apart++;
                if (Math.abs(first.length() - second.length()) > 2
                        || ROMAN.matcher(first + second).matches()
                        || !first.regionMatches(0, second, 0, 2)
                        || !(first + second).chars().allMatch(Character::isLetter)) {
                    return false;
                }
            }
        }
        return apart <= MOST_SLIPS;
    }

    private static boolean meet(List<String> one, List<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static String joined(List<List<String>> title) {
        return title.stream().map(List::getFirst).collect(Collectors.joining());
    }

    private static int length(List<String> one, List<String> other) {
        return Math.max(one.getFirst().length(), other.getFirst().length());
    }

    private static boolean slip(List<String> one, List<String> other) {
        return one.stream().anyMatch(word -> other.stream().anyMatch(second -> oneSlip(word, second)));
    }

    /** Whether one letter was left out, added, mistaken for another, or changed places with its neighbour. */
    static boolean oneSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        // A digit is never a slip: «1001» and «1002» are two books.
        if (Math.abs(one.length() - other.length()) > 2
                || !one.chars().allMatch(Character::isLetter)
                || !other.chars().allMatch(Character::isLetter)
                || ROMAN.matcher(one + other).matches()) {
            return false;
        }
        int from = 0;
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < shorter - from && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int oneRest = one.length() - from - end;
        int otherRest = other.length() - from - end;
        boolean swapped = oneRest == 2
                && otherRest == 2
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        boolean oneLetter = oneRest <= 1 && otherRest <= 1;
        // «ю» and «ц» are one letter, and two when they are folded.
        boolean twoFolded = oneRest + otherRest == 2
                && (shorter >= LONG_WORD || one.startsWith("i", from) || other.startsWith("i", from));
        return swapped || oneLetter || twoFolded;
    }
}
