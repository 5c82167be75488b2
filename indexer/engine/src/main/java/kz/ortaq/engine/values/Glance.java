package kz.ortaq.engine.values;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks that cost little at what a text cannot hold, so that a pattern is not tried on it. Most titles have no number in
 * them, and name no component, whatever number of patterns ask.
 */
final class Glance {

    private static final String ROMAN = "ivxіх";

    private Glance() {}

    /** Whether there is a digit. */
    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether a number may stand in a text in lower case: a digit, or a word that begins as a Roman number does. */
    static boolean mayHaveNumber(String lower) {
        boolean within = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= '0' && c <= '9' || !within && ROMAN.indexOf(c) >= 0) {
                return true;
            }
            within = Character.isLetter(c);
        }
        return false;
    }

    /** Whether one of some pieces stands in a text. */
    static boolean hasAny(String text, String... pieces) {
        for (String piece : pieces) {
            if (text.contains(piece)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text ends with one of some endings. */
    static boolean endsWithAny(String text, String... endings) {
        for (String ending : endings) {
            if (text.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Words by their first letters; says whether a word of a text begins with one of them. Immutable. */
    static final class Beginnings {

        private final Map<Character, String[]> byFirst = new HashMap<>();

        Beginnings(Collection<String> words) {
            for (String word : words) {
                byFirst.merge(word.charAt(0), new String[] {word}, (some, more) -> {
                    String[] all = Arrays.copyOf(some, some.length + 1);
                    all[some.length] = more[0];
                    return all;
                });
            }
        }

        static Beginnings of(String... words) {
            return new Beginnings(List.of(words));
        }

        /** Whether one stands in a text where no letter is before it, and no digit unless these are allowed. */
        boolean in(String text, boolean behindDigits) {
            boolean within = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!within) {
                    String[] words = byFirst.get(c);
                    for (int k = 0; words != null && k < words.length; k++) {
                        if (text.startsWith(words[k], i)) {
                            return true;
                        }
                    }
                }
                within = Character.isLetter(c)
                        || Character.isSurrogate(c) && Character.isLetter(text.codePointAt(i))
                        || !behindDigits && c >= '0' && c <= '9';
            }
            return false;
        }
    }
}
