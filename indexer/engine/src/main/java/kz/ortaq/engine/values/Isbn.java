package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISBN (ISO 2108).
 *
 * @param written as it stands in the record
 * @param number its thirteen digits where it is valid, else its digits as they were typed
 * @param valid whether the check digit is right, perhaps after a mistake that is certain was undone
 */
public record Isbn(String written, String number, boolean valid) {

    private static final int MOST = 20;
    private static final String DIGIT = "[0-9OoОо]";
    private static final Pattern RUN = Pattern.compile(
            "(?<![\\p{L}\\d])" + DIGIT + "(?:[-–—‐‑−. ]{0,3}(?:" + DIGIT + "|[XxХх])){8,40}(?![\\p{L}\\d])");
    private static final Pattern PREFIX = Pattern.compile("(?i)\\bI?SBN(?:[- ]?1[03])?[:\\s№-]*");

    /** The ISBNs of a field: prefix words, bindings and prices around them are passed over, two numbers are two. */
    public static List<Isbn> parse(String text) {
        String bounded = text.length() > Words.LONGEST ? text.substring(0, Words.LONGEST) : text;
        Matcher run = RUN.matcher(PREFIX.matcher(bounded).replaceAll(" "));
        List<Isbn> found = new ArrayList<>();
        while (run.find() && found.size() < MOST) {
            String[] parts = run.group().split(" +");
            boolean several = parts.length > 1;
            for (String part : parts) {
                int length = Digits.of(part).length();
                several &= length == 10 || length == 13;
            }
            for (String one : several ? List.of(parts) : List.of(run.group())) {
                one(one).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** The old form of ten; empty where it has none (979) or is not valid. */
    public Optional<String> ten() {
        return valid && number.startsWith("978")
                ? Optional.of(number.substring(3, 12) + Digits.elevens(number.substring(3, 12)))
                : Optional.empty();
    }

    private static Optional<Isbn> one(String written) {
        String digits = Digits.of(written);
        boolean number = Digits.isNumber(digits);
        if (digits.length() == 10) {
            String nine = digits.substring(0, 9);
            boolean valid = number && Digits.elevens(nine) == digits.charAt(9);
            return Optional.of(new Isbn(written.strip(), valid ? thirteen(nine) : digits, valid));
        }
        if (digits.length() != 13 || !digits.startsWith("978") && !digits.startsWith("979")) {
            return Optional.empty();
        }
        String nine = digits.substring(3, 12);
        if (number && digits.endsWith("X")) {
            // An old number with 978 set before it: no number of thirteen ends in X, so that is certain.
            boolean old = digits.startsWith("978") && Digits.elevens(nine) == 'X';
            return Optional.of(new Isbn(written.strip(), old ? thirteen(nine) : digits, old));
        }
        boolean valid = number && Digits.tens(digits.substring(0, 12)) == digits.charAt(12);
        return Optional.of(new Isbn(written.strip(), digits, valid));
    }

    private static String thirteen(String nine) {
        return "978" + nine + Digits.tens("978" + nine);
    }
}
