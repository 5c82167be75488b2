package kz.ortaq.harvesters.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes headings alike that a person reads as the same: case, signs, line breaks and look-alike letters. */
final class HeadingFold {

    private static final String LETTERS = "ёйәғқңөұүһіїєґўъ";
    private static final String PLAIN = "еиагкноуухииегуь";
    // Latin letters that are typed, or recognised by OCR, for Cyrillic ones.
    private static final String LATIN = "aeopcxykmthbi";
    private static final String CYRILLIC = "аеорсхукмтнви";

    private HeadingFold() {}

    /** The words of a text, folded, with one space between them. */
    static String words(String text) {
        String plain = Normalizer.normalize(camel(text.replace("№", " № ")), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || c == '№') {
                word.append(c);
            } else if (c == '#') {
                words.add("№");
            } else if (!word.isEmpty()) {
                words.add(word(word.toString()));
                word.setLength(0);
            }
        }
        return String.join(" ", words);
    }

    /** The folded words without what divides them: a heading may be broken anywhere to fit its column. */
    static String key(String text) {
        return words(text).replace(" ", "");
    }

    private static String word(String word) {
        if (word.equals("no") || word.equals("n") || word.equals("nr")) {
            return "№";
        }
        boolean cyrillic = word.chars().anyMatch(c -> Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC);
        StringBuilder folded = new StringBuilder();
        for (char c : word.toCharArray()) {
            int latin = cyrillic ? LATIN.indexOf(c) : -1;
            char letter = latin < 0 ? c : CYRILLIC.charAt(latin);
            int plain = LETTERS.indexOf(letter);
            folded.append(plain < 0 ? letter : PLAIN.charAt(plain));
        }
        return folded.toString();
    }

    /** {@code placeOfBirth} as three words. */
    private static String camel(String text) {
        StringBuilder apart = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i > 0 && c >= 'A' && c <= 'Z' && text.charAt(i - 1) >= 'a' && text.charAt(i - 1) <= 'z') {
                apart.append(' ');
            }
            apart.append(c);
        }
        return apart.toString();
    }
}
