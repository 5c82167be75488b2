package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISSN (ISO 3297).
 *
 * @param written as it stands in the record
 * @param number four digits, a hyphen, four more
 * @param valid whether the check digit is right
 */
public record Issn(String written, String number, boolean valid) {

    private static final Pattern SHAPE =
            Pattern.compile("(?<![\\p{L}\\d-])([0-9OoОо]{4})[-–—‐‑− ]{0,3}([0-9OoОо]{3}[0-9XxХхOoОо])(?![\\p{L}\\d-])");
    private static final Pattern PREFIX = Pattern.compile("(?i)\\b[ep]?-?ISSN(?:-L)?[:\\s№-]*");

    /** The ISSNs of a field. */
    public static List<Issn> parse(String text) {
        String bounded = text.length() > Words.LONGEST ? text.substring(0, Words.LONGEST) : text;
        List<Issn> found = new ArrayList<>();
        Matcher shape = SHAPE.matcher(PREFIX.matcher(bounded).replaceAll(" "));
        while (shape.find() && found.size() < 20) {
            String digits = Digits.of(shape.group());
            boolean valid = Digits.elevens(digits.substring(0, 7)) == digits.charAt(7);
            found.add(new Issn(shape.group(), digits.substring(0, 4) + "-" + digits.substring(4), valid));
        }
        return List.copyOf(found);
    }
}
