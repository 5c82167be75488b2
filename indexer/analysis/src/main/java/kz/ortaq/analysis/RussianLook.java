package kz.ortaq.analysis;

/**
 * Tells Cyrillic words that look Russian, so that Kazakh ones are not stemmed as if they were: бала and балам are no
 * forms of бал.
 *
 * <p>A native Kazakh word has none of в ф ц ч щ ъ ь э ё, no о but in its first syllable, does not begin with two
 * consonants, and hardly has и between consonants beside ы. Russian words without any of this (дом, мама) are missed.
 */
final class RussianLook {

    private static final String VOWELS = "аеёиоуыэюя";
    private static final String[] ENDINGS = {"ия", "ии", "ию", "ый", "ая", "ые", "ую", "ых"};
    private static final int SHORTEST_WITH_ENDING = 5;

    private RussianLook() {}

    /** Whether the first {@code length} characters, in lower case, look like a Russian word. */
    static boolean isRussian(char[] word, int length) {
        int vowels = 0;
        boolean looks = false;
        boolean betweenConsonants = false;
        boolean y = false;
        for (int i = 0; i < length; i++) {
            char c = word[i];
            if (c != 'ё' && (c < 'а' || c > 'я')) {
                return false;
            }
            boolean vowel = isVowel(c);
            y |= c == 'ы';
            betweenConsonants |= c == 'и' && i > 0 && i < length - 1 && !isVowel(word[i - 1]) && !isVowel(word[i + 1]);
            looks |= switch (c) {
                case 'в', 'ф', 'ц', 'ч', 'щ', 'ъ', 'ь', 'э', 'ё' -> true;
                case 'о' -> vowels > 0;
                case 'я' -> i == 0;
                default -> i == 1 && !vowel && !isVowel(word[0]);
            };
            vowels += vowel ? 1 : 0;
        }
        looks |= betweenConsonants && !y;
        return vowels > 0 && (looks || length >= SHORTEST_WITH_ENDING && hasEnding(word, length));
    }

    private static boolean hasEnding(char[] word, int length) {
        for (String ending : ENDINGS) {
            if (word[length - 2] == ending.charAt(0) && word[length - 1] == ending.charAt(1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
