package kz.ortaq.engine.values;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark that says from which age a book may be given. An unmarked book is neither safe nor for adults: it has no
 * mark.
 *
 * @param written the mark as it stands
 * @param from the youngest reader in years; 0 for books for everyone, which Kazakhstan marks 6− and Russia 0+
 */
public record AgeMark(String written, int from) {

    /** The age from which nothing is withheld. */
    public static final int ADULT = 18;

    private static final Pattern PLUS = Pattern.compile("(?<![\\d.,+])(0|6|12|14|16|18|21)[ \\u00A0]?\\+(?![\\d+])");
    private static final Pattern MINUS = Pattern.compile("(?<![\\d.,-])6 ?[−–-](?=$|[\\s\\])»,;.])(?! ?\\d)");
    private static final Pattern WORDS = Pattern.compile(
            "(?:старше|от|с|от|from|ages?) (0|6|12|14|16|18|21) ?(?:лет|years|жас)|(0|6|12|14|16|18|21) жас(?:тан|қа толған)");

    /** The mark in a text, the strictest where there are several. */
    public static Optional<AgeMark> parse(String text) {
        if (!Glance.hasDigit(text)) {
            return Optional.empty();
        }
        return strictest(Words.lower(text), PLUS, WORDS, MINUS);
    }

    private static Optional<AgeMark> strictest(String lower, Pattern... patterns) {
        AgeMark strictest = null;
        for (Pattern pattern : patterns) {
            Matcher mark = pattern.matcher(lower);
            while (mark.find()) {
                int from =
                        pattern == MINUS ? 0 : Integer.parseInt(mark.group(1) == null ? mark.group(2) : mark.group(1));
                if (strictest == null || from > strictest.from) {
                    strictest = new AgeMark(mark.group(), from);
                }
            }
        }
        return Optional.ofNullable(strictest);
    }

    /** The mark that a text of any length sets as a sign, 18+, the strictest; an age told in words may be anybody's. */
    public static Optional<AgeMark> sign(String text) {
        return Glance.hasDigit(text) ? strictest(text, PLUS) : Optional.empty();
    }

    /** Whether the mark withholds the book from everyone at school. */
    public boolean isForAdults() {
        return from >= ADULT;
    }
}
