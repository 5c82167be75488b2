package kz.ortaq.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes Kazakh in Latin or Arabic letters in Cyrillic, as well as that can be guessed of a word alone: {@code mektep} is
 * {@code мектеп}, {@code Qazaqstannyñ} {@code қазақстанның}, {@code ٴتىل} {@code тіл}.
 *
 * <p>What an alphabet does not tell apart is chosen by vowel harmony: ә stands in first syllables, ұ and ү do, and к and
 * г go with front vowels, қ and ғ with back ones. A word that could be either way has two readings. The guess serves a
 * stemmer, which needs endings that it knows; spellings meet by {@link KazakhFold}, which guesses nothing.
 */
public final class KazakhCyrillic {

    private KazakhCyrillic() {}

    /**
     * What a word may be in Cyrillic.
     *
     * @param words the readings, best first; none where the word is not Kazakh, or Cyrillic already
     * @param sure whether the word can hardly be anything but Kazakh; where it is false it may as well be English
     */
    public record Readings(List<String> words, boolean sure) {

        static final Readings NONE = new Readings(List.of(), true);

        public Readings {
            words = List.copyOf(words);
        }
    }

    /** The readings of a word in lower case. */
    public static Readings of(CharSequence word) {
        boolean latin = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isArabic(c)) {
                return new Readings(List.of(new Harmony(ArabicLetters.read(word)).word(true)), true);
            }
            if (MixedScript.isCyrillic(c) || Character.isDigit(c)) {
                return Readings.NONE;
            }
            latin |= MixedScript.isLatin(c);
        }
        return latin && word.length() > 1 ? ofLatin(word.toString()) : Readings.NONE;
    }

    private static Readings ofLatin(String word) {
        LatinKazakh.Verdict verdict = LatinKazakh.judge(word);
        if (verdict == LatinKazakh.Verdict.OTHER) {
            return Readings.NONE;
        }
        Harmony harmony = new Harmony(LatinLetters.read(word));
        List<String> words = new ArrayList<>();
        if (harmony.tells()) {
            words.add(harmony.word(false));
        } else {
            words.add(harmony.word(true));
            String back = harmony.word(false);
            if (!words.contains(back)) {
                words.add(back);
            }
        }
        return new Readings(words, verdict == LatinKazakh.Verdict.KAZAKH);
    }

    private static boolean isArabic(char c) {
        return c >= 0x620 && c <= 0x6D5;
    }
}
