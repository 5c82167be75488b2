package kz.ortaq.engine.cluster;

import java.util.List;

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
    private static final int MOST_SLIPS = 2;

    static Titles of(Traits one, Traits other) {
        Titles whole = compare(one.title(), other.title());
        if (whole != DIFFERENT) {
            return whole;
        }
        boolean oneIsMain = one.title().size() == one.mainTitle().size();
        boolean otherIsMain = other.title().size() == other.mainTitle().size();
        boolean sameMain = oneIsMain != otherIsMain && compare(one.mainTitle(), other.mainTitle()) == EQUAL;
        return sameMain ? MAIN : near(one.title(), other.title()) ? NEAR : DIFFERENT;
    }

    /** Whether one is called by a parallel or an original title of the other, or both by the same. */
    static boolean meetBeside(Traits one, Traits other) {
        return hasBeside(one, other.title())
                || hasBeside(other, one.title())
                || one.otherTitles().stream().anyMatch(title -> hasBeside(other, title));
    }

    private static boolean hasBeside(Traits traits, List<List<String>> title) {
        return traits.otherTitles().stream().anyMatch(beside -> compare(beside, title) == EQUAL);
    }

    private static Titles compare(List<List<String>> one, List<List<String>> other) {
        if (one.size() != other.size() || one.isEmpty()) {
            return DIFFERENT;
        }
        int slips = 0;
        for (int i = 0; i < one.size(); i++) {
            if (!meet(one.get(i), other.get(i))) {
                slips++;
                if (slips > Math.min(MOST_SLIPS, (one.size() + 1) / 2) || !slip(one.get(i), other.get(i))) {
                    return DIFFERENT;
                }
            }
        }
        return slips == 0 ? EQUAL : CLOSE;
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

    private static boolean slip(List<String> one, List<String> other) {
        return one.stream().anyMatch(word -> other.stream().anyMatch(second -> oneSlip(word, second)));
    }

    /** Whether one letter was left out, added, mistaken for another, or changed places with its neighbour. */
    private static boolean oneSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        // A digit is never a slip: «1001» and «1002» are two books.
        if (Math.max(one.length(), other.length()) < SHORTEST_WITH_A_SLIP
                || Math.abs(one.length() - other.length()) > 1
                || !one.chars().allMatch(Character::isLetter)
                || !other.chars().allMatch(Character::isLetter)) {
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
        return swapped || oneRest <= 1 && otherRest <= 1;
    }
}
