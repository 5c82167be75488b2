package kz.ortaq.engine.query;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the numbers by which books are known in one form: ISBN of ten digits as those of thirteen, signs left out. */
public final class Numbers {

    private static final int LONGEST = 100;
    private static final Pattern ISBN = Pattern.compile("(97[89])?\\d{9}[\\dX]");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private Numbers() {}

    /** The one form of an ISBN, ISSN, inventory or call number; empty for what is none, such as a word without a digit. */
    public static Optional<String> key(String number) {
        if (number.length() > LONGEST || !DIGIT.matcher(number).find()) {
            return Optional.empty();
        }
        String plain = number.toUpperCase(Locale.ROOT)
                .replaceFirst("^\\s*ISBN[-:\\s]*", "")
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
        String latin = plain.replace('Х', 'X');
        if (ISBN.matcher(latin).matches()) {
            return Optional.of(latin.length() == 13 ? latin : ofThirteen("978" + latin.substring(0, 9)));
        }
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    /** ISO 2108: weights 1 and 3 by turns, and what is missing to a multiple of ten. */
    private static String ofThirteen(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}
