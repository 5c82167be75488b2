package kz.ortaq.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into words, by what counts as a letter. */
final class Words {

    /** A language shows in a few pages; more would only cost time. */
    private static final int OF_A_LANGUAGE = 40_000;

    /** Many small parts: manuals turn from the language they are in to that of their examples and back. */
    private static final int PARTS_OF_A_LANGUAGE = 100;

    /** What was misread may be a chapter alone. */
    private static final int OF_A_MISREADING = 200_000;

    private static final int PARTS_OF_A_MISREADING = 20;

    private static final int LONGEST = 60;

    private Words() {}

    /** The words of a text in small letters; of a long text, of parts throughout it. */
    static List<String> of(String text) {
        return in(some(text));
    }

    /** All words of a text in small letters. */
    static List<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (int at = 0; at < lower.length(); ) {
            int from = at;
            while (at < lower.length() && at - from < LONGEST && Character.isLetter(lower.charAt(at))) {
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

    /** A text, or where it is long, parts of it that lie evenly: enough to tell its language by. */
    static String some(String text) {
        return parts(text, OF_A_LANGUAGE, PARTS_OF_A_LANGUAGE);
    }

    /** A text, or where it is long, parts of it that lie evenly: enough to tell what it was misread as. */
    static String sample(String text) {
        return parts(text, OF_A_MISREADING, PARTS_OF_A_MISREADING);
    }

    private static String parts(String text, int enough, int parts) {
        if (text.length() <= enough) {
            return text;
        }
        StringBuilder some = new StringBuilder(enough + parts);
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) text.length() * part / parts);
            some.append(text, from, Math.min(text.length(), from + enough / parts))
                    .append(' ');
        }
        return some.toString();
    }
}
