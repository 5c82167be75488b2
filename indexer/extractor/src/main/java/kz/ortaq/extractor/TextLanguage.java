package kz.ortaq.extractor;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which of our languages most of a text is in: by its letters first, which no Kazakh text can do without, and
 * for Latin letters by the small words of English.
 */
final class TextLanguage {

    // A language shows in a few pages; more would only cost time.
    private static final int SAMPLE = 200_000;
    private static final int FEWEST_LETTERS = 10;
    // Of the letters of Kazakh prose about a fifth are its own; of a Russian text that names Kazakhs, one in a hundred.
    private static final double KAZAKH_SHARE = 0.06;
    private static final double ENGLISH_SHARE = 0.06;
    private static final String KAZAKH = "әғқңөұүһі";
    // Ukrainian and Belarusian have the і of Kazakh, and letters that Kazakh has not.
    private static final String NEIGHBOURS = "їєґў";
    // None of them is a word of German, French or Turkish as well.
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "is", "that", "it", "with", "are", "this", "be", "from", "or", "not", "you", "we",
            "have", "which", "their", "by");
    private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");

    private TextLanguage() {}

    /** {@code kk}, {@code ru}, {@code en}, or empty when it is none of them or cannot be told. */
    static String of(List<Answer.Page> pages) {
        return of(sample(pages));
    }

    static String of(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        int kazakh = 0;
        int neighbours = 0;
        int cyrillic = 0;
        int latin = 0;
        for (int at = 0; at < lower.length(); at++) {
            char letter = lower.charAt(at);
            if (letter >= 'a' && letter <= 'z') {
                latin++;
            } else if (Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.CYRILLIC) {
                cyrillic++;
                kazakh += KAZAKH.indexOf(letter) < 0 ? 0 : 1;
                neighbours += NEIGHBOURS.indexOf(letter) < 0 ? 0 : 1;
            }
        }
        if (cyrillic + latin < FEWEST_LETTERS) {
            return "";
        }
        if (cyrillic >= latin) {
            return kazakh > cyrillic * KAZAKH_SHARE && neighbours < kazakh / 10 + 1 ? "kk" : "ru";
        }
        return isEnglish(lower) ? "en" : "";
    }

    private static boolean isEnglish(String lower) {
        int words = 0;
        int english = 0;
        for (String word : NOT_LETTERS.split(lower)) {
            words++;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        return english > words * ENGLISH_SHARE;
    }

    /** As much of every page as makes the sample up, so that a foreign preface does not decide for the book. */
    private static String sample(List<Answer.Page> pages) {
        int share = Math.max(1, SAMPLE / Math.max(1, pages.size()));
        var sample = new StringBuilder();
        for (Answer.Page page : pages) {
            String text = page.text();
            sample.append(text, 0, Math.min(share, text.length())).append('\n');
            if (sample.length() > SAMPLE) {
                break;
            }
        }
        return sample.toString();
    }
}
