package kz.ortaq.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Cuts a text into words, by what counts as a letter. */
final class Words {

    /** A language shows in a few pages; more would only cost time. */
    private static final int ENOUGH = 200_000;

    private static final int LONGEST = 60;

    private Words() {}

    /** The words of a text in small letters; of a long text, of parts throughout it. */
    static List<String> of(String text) {
        return of(sample(text), Character::isLetter);
    }

    static List<String> of(String text, IntPredicate letter) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (int at = 0; at < lower.length(); ) {
            int from = at;
            while (at < lower.length() && at - from < LONGEST && letter.test(lower.charAt(at))) {
                at++;
            }
            if (at > from) {
                words.add(lower.substring(from, at));
            } else {
                at++;
            }
        }
        return words;
    }

    /** A text, or where it is long, twenty parts of it that lie evenly. */
    static String sample(String text) {
        if (text.length() <= ENOUGH) {
            return text;
        }
        int parts = 20;
        StringBuilder some = new StringBuilder(ENOUGH + parts);
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) text.length() * part / parts);
            some.append(text, from, Math.min(text.length(), from + ENOUGH / parts))
                    .append(' ');
        }
        return some.toString();
    }
}
