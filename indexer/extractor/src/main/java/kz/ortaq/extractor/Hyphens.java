package kz.ortaq.extractor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes words whole that were divided at the end of a line, and leaves the hyphens that belong to a word. Which it is
 * the document itself tells: the word stands whole elsewhere in it, or with its hyphen within a line. Where it tells
 * neither, the second half decides: a few particles of Russian are always written with a hyphen, capitals and digits do
 * not continue a word, and all else does.
 */
final class Hyphens {

    // The words of the largest books; what a hostile document could fill memory with.
    private static final int MOST_WORDS = 500_000;
    private static final int SHORTEST = 4;
    // Bounded: a chain of letters and hyphens may be as long as a hostile file likes.
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?:[-‐‑]\\p{L}[\\p{L}\\p{M}]*+){0,4}+");
    // A word up to the hyphen at a line's end, and what comes first on the next; wide lines look like paragraphs.
    private static final Pattern DIVIDED = Pattern.compile("(?<![\\p{L}\\p{M}])(\\p{L}[\\p{L}\\p{M}]*+"
            + "(?:[-‐‑]\\p{L}[\\p{L}\\p{M}]*+){0,4}+)[-‐](?:\\n|\\n\\n(?=\\p{Ll}))(\\p{L}[\\p{L}\\p{M}]*+)");
    private static final Set<String> PARTICLES = Set.of("то", "либо", "нибудь", "таки");
    private static final Set<String> PREFIXES = Set.of("кое", "кой");
    private static final Pattern ADVERB = Pattern.compile(".+(?:ски|цки|ому|ему|ьи)");

    private final Map<String, Integer> words = new HashMap<>();

    private Hyphens() {}

    /** The same pages with their words whole. */
    static List<Answer.Page> mend(List<Answer.Page> pages) {
        if (pages.stream().noneMatch(page -> hasDivided(page.text()))) {
            return pages;
        }
        var hyphens = new Hyphens();
        for (Answer.Page page : pages) {
            hyphens.count(page.text());
        }
        return pages.stream()
                .map(page -> page.with(hyphens.mend(page.text()), page.quality()))
                .toList();
    }

    private void count(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find() && words.size() < MOST_WORDS) {
            words.merge(plain(word.group()), 1, Integer::sum);
        }
    }

    /** At the price of looking for a hyphen, where no line ends with one. */
    private static boolean hasDivided(String text) {
        return text.contains("-\n") || text.contains("‐\n");
    }

    private String mend(String text) {
        if (!hasDivided(text)) {
            return text;
        }
        return DIVIDED.matcher(text).replaceAll(divided -> Matcher.quoteReplacement(joined(divided)));
    }

    private String joined(MatchResult divided) {
        String first = divided.group(1);
        String second = divided.group(2);
        return isDivided(first, second) ? first + second : first + "-" + second;
    }

    private boolean isDivided(String first, String second) {
        int whole = words.getOrDefault(plain(first + second), 0);
        int hyphened = words.getOrDefault(plain(first + "-" + second), 0);
        if (whole != hyphened) {
            return whole > hyphened;
        }
        String start = plain(first);
        String rest = plain(second);
        if (Character.isUpperCase(second.codePointAt(0)) && !isCapitals(first)) {
            return false;
        }
        // Two words of their own, as in «ағылшын-қазақ»; short ones begin and end too many others.
        if (isWord(start) && isWord(rest)) {
            return false;
        }
        boolean adverb = start.equals("по") && ADVERB.matcher(rest).matches();
        return !adverb && !PARTICLES.contains(rest) && !PREFIXES.contains(start);
    }

    private boolean isWord(String half) {
        return half.length() >= SHORTEST && words.getOrDefault(half, 0) > 1;
    }

    private static boolean isCapitals(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('‐', '-').replace('‑', '-');
    }
}
