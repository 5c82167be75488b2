package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a heading is called, in one short line: it tells cheaply of most other headings that they cannot be of one work
 * with it, because they are called otherwise. Where it is empty, only a comparison tells.
 */
public final class TitleLine {

    /** What nothing follows from. */
    public static final String UNKNOWN = "";

    // Few titles are longer, and lines of very many headings are kept.
    private static final int LONGEST = 200;
    private static final int COUNTS = 2;
    // As many as Titles takes for slips.
    private static final int MOST_DIFFERING = 2;
    private static final String BETWEEN_WORDS = " ";
    private static final String BETWEEN_SPELLINGS = "|";

    private TitleLine() {}

    /** The line of a heading. */
    public static String of(Heading heading) {
        String line = of(heading.telling().getFirst().traits());
        boolean one =
                heading.compared().stream().allMatch(node -> of(node.traits()).equals(line));
        return one ? line : UNKNOWN;
    }

    private static String of(Traits traits) {
        List<List<String>> title = traits.title();
        List<List<String>> main = traits.mainTitle();
        boolean mainFirst = main.size() <= title.size() && main.equals(title.subList(0, main.size()));
        // A book may be known by a title of its original.
        if (!mainFirst || title.isEmpty() || !traits.otherTitles().isEmpty() || title.size() > LONGEST) {
            return UNKNOWN;
        }
        StringBuilder line = new StringBuilder().append((char) title.size()).append((char) main.size());
        for (int i = 0; i < title.size(); i++) {
            line.append(i == 0 ? "" : BETWEEN_WORDS);
            for (String spelling : title.get(i)) {
                if (spelling.contains(BETWEEN_WORDS) || spelling.contains(BETWEEN_SPELLINGS)) {
                    return UNKNOWN;
                }
            }
            line.append(String.join(BETWEEN_SPELLINGS, title.get(i)));
        }
        return line.length() > LONGEST ? UNKNOWN : line.toString();
    }

    /** Whether headings with these lines may be of one work; false only where no comparison would link them. */
    public static boolean mayLink(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        boolean nearlyAsLong = Math.abs(one.charAt(0) - other.charAt(0)) <= 1;
        boolean mainNearlyAsLong = Math.abs(one.charAt(1) - other.charAt(1)) <= 1;
        if (!nearlyAsLong && !mainNearlyAsLong) {
            return false;
        }
        if (isMain(one) == isMain(other) && isPlain(one) && isPlain(other) && !areNear(one, other)) {
            return false;
        }
        List<List<String>> words = words(one);
        List<List<String>> others = words(other);
        return Titles.of(words, words.subList(0, one.charAt(1)), others, others.subList(0, other.charAt(1)))
                != Titles.DIFFERENT;
    }

    /**
     * Whether at most two words are not the same, or all letters are, of lines that tell one spelling of each word: without
     * taking them apart, because nearly all are compared by this alone.
     */
    private static boolean areNear(String one, String other) {
        if (one.charAt(0) != other.charAt(0)) {
            return Math.abs(one.charAt(0) - other.charAt(0)) <= 1 && haveSameLetters(one, other);
        }
        int differing = 0;
        int at = COUNTS;
        int otherAt = COUNTS;
        for (int word = 0; word < one.charAt(0); word++) {
            int end = end(one, at);
            int otherEnd = end(other, otherAt);
            boolean same = end - at == otherEnd - otherAt && one.regionMatches(at, other, otherAt, end - at);
            differing += same ? 0 : 1;
            if (differing > MOST_DIFFERING) {
                return false;
            }
            at = end + 1;
            otherAt = otherEnd + 1;
        }
        return true;
    }

    private static int end(String line, int from) {
        int end = line.indexOf(' ', from);
        return end < 0 ? line.length() : end;
    }

    private static boolean haveSameLetters(String one, String other) {
        int at = COUNTS;
        int otherAt = COUNTS;
        while (at < one.length() || otherAt < other.length()) {
            if (at < one.length() && one.charAt(at) == ' ') {
                at++;
            } else if (otherAt < other.length() && other.charAt(otherAt) == ' ') {
                otherAt++;
            } else if (at == one.length() || otherAt == other.length() || one.charAt(at++) != other.charAt(otherAt++)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String line) {
        return line.indexOf('|') < 0;
    }

    /** Whether a title has no subtitle. */
    private static boolean isMain(String line) {
        return line.charAt(0) == line.charAt(1);
    }

    private static List<List<String>> words(String line) {
        List<List<String>> words = new ArrayList<>(line.charAt(0));
        for (String word : line.substring(COUNTS).split(BETWEEN_WORDS, -1)) {
            words.add(word.contains(BETWEEN_SPELLINGS) ? Arrays.asList(word.split("\\|", -1)) : List.of(word));
        }
        return words;
    }
}
