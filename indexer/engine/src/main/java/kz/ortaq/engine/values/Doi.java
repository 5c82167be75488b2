package kz.ortaq.engine.values;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DOI (ISO 26324).
 *
 * @param written as it stands in the record
 * @param name prefix and suffix in lower case, for DOIs do not tell case
 */
public record Doi(String written, String name) {

    private static final Pattern SHAPE =
            Pattern.compile("(?<![\\d.])(10\\.\\d{4,9}(?:\\.\\d{1,9})?)(?:/|%2F|%2f)([^\\s<>\"«»]+)");
    private static final Pattern END = Pattern.compile("[.,;:'’\\]]+$");

    /** The DOI of a field, out of an address or behind the word; empty where there is none. */
    public static Optional<Doi> parse(String text) {
        String bounded = text.length() > Words.LONGEST ? text.substring(0, Words.LONGEST) : text;
        Matcher shape = SHAPE.matcher(bounded);
        if (!shape.find()) {
            return Optional.empty();
        }
        String suffix = END.matcher(shape.group(2)).replaceFirst("");
        if (suffix.endsWith(")") && suffix.indexOf('(') < 0) {
            suffix = suffix.substring(0, suffix.length() - 1);
        }
        return suffix.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doi(text, (shape.group(1) + "/" + suffix).toLowerCase(Locale.ROOT)));
    }
}
