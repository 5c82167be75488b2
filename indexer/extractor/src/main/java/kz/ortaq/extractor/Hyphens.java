package kz.ortaq.extractor;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Makes words whole that were divided at the end of a line, and leaves the hyphens that belong to a word. Which it is
 * the document itself tells: the word stands whole elsewhere in it, or with its hyphen within a line. Where it tells
 * neither, the second half decides: a few particles of Russian are always written with a hyphen, capitals and digits do
 * not continue a word, and all else does.
 */
final class Hyphens {

    // More divided words than the largest books have; what a hostile document could fill memory with.
    private static final int MOST_WORDS = 500_000;
    private static final int SHORTEST = 4;
    private static final int MORE_PARTS = 4;
    private static final Set<String> PARTICLES = Set.of("то", "либо", "нибудь", "таки");
    private static final Set<String> PREFIXES = Set.of("кое", "кой");
    private static final Pattern ADVERB = Pattern.compile(".+(?:ски|цки|ому|ему|ьи)");

    /** How often the document has the words that the divided ones raise, in small letters. */
    private final Map<String, Integer> words = new HashMap<>();

    /** The hashes of those words, by which nearly all others are passed over before they are even cut out. */
    private final BitSet hashes = new BitSet(1 << Short.SIZE);

    private Hyphens() {}

    /** The same pages with their words whole. */
    static List<Answer.Page> mend(List<Answer.Page> pages) {
        var hyphens = new Hyphens();
        for (Answer.Page page : pages) {
            eachDivided(page.text(), hyphens::ask);
        }
        if (hyphens.words.isEmpty()) {
            return pages;
        }
        for (Answer.Page page : pages) {
            hyphens.count(page.text());
        }
        return pages.stream()
                .map(page -> page.with(hyphens.mend(page.text()), page.quality()))
                .toList();
    }

    private void ask(Divided divided) {
        String first = plain(divided.first());
        String second = plain(divided.second());
        for (String word : List.of(first + second, first + "-" + second, first, second)) {
            if (words.size() < MOST_WORDS) {
                words.put(word, 0);
                hashes.set(folded(word.hashCode()));
            }
        }
    }

    /** Counts the words that were asked for; those with hyphens, of five parts at most, as one. */
    private void count(String text) {
        for (int at = 0; at < text.length(); ) {
            int end = Letter.endOfWord(text, at, MORE_PARTS);
            int hash = 0;
            for (int letter = at; letter < end; letter++) {
                hash = 31 * hash + plain(text.charAt(letter));
            }
            if (end > at && hashes.get(folded(hash))) {
                words.computeIfPresent(plain(text.substring(at, end)), (word, times) -> times + 1);
            }
            at = Math.max(end, at + 1);
        }
    }

    private static int folded(int hash) {
        return (hash ^ hash >>> Short.SIZE) & 0xFFFF;
    }

    private String mend(String text) {
        var mended = new StringBuilder(text.length());
        int[] done = {0};
        eachDivided(text, divided -> {
            mended.append(text, done[0], divided.start()).append(joined(divided));
            done[0] = divided.end();
        });
        return done[0] == 0 ? text : mended.append(text, done[0], text.length()).toString();
    }

    /**
     * A word that a line's end divides.
     *
     * @param start where its first half begins
     * @param hyphen where that ends
     * @param next where the second half begins
     * @param end where that ends
     */
    private record Divided(String text, int start, int hyphen, int next, int end) {

        private String first() {
            return text.substring(start, hyphen);
        }

        private String second() {
            return text.substring(next, end);
        }
    }

    /** Words are looked for before the hyphens at the ends of lines alone, which are found at a fraction of the price. */
    private static void eachDivided(String text, Consumer<Divided> action) {
        int done = 0;
        for (int line = text.indexOf('\n', 1); line >= 0; line = text.indexOf('\n', line + 1)) {
            char last = text.charAt(line - 1);
            if (last != '-' && last != '‐') {
                continue;
            }
            int start = Letter.startOfWord(text, line - 1, done, MORE_PARTS);
            int next = next(text, line);
            int end = Letter.endOfWord(text, next, 0);
            if (start < line - 1 && end > next) {
                action.accept(new Divided(text, start, line - 1, next, end));
                done = end;
            }
        }
    }

    /** Where the next line begins; wide lines look like paragraphs, and go on with a small letter. */
    private static int next(String text, int line) {
        int after = line + 2;
        boolean wide = after < text.length()
                && text.charAt(line + 1) == '\n'
                && Character.getType(text.codePointAt(after)) == Character.LOWERCASE_LETTER;
        return wide ? after : line + 1;
    }

    private String joined(Divided divided) {
        String first = divided.first();
        String second = divided.second();
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

    /** A word in small letters, with the one hyphen that typewriters have. */
    private static String plain(String word) {
        var plain = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            plain.append(plain(word.charAt(at)));
        }
        return plain.toString();
    }

    private static char plain(char letter) {
        return Letter.isHyphen(letter) ? '-' : Character.toLowerCase(letter);
    }
}
