package kz.ortaq.harvesters.oai;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the references that XML knows without a DTD, and leaves all others as they stand. */
final class Entities {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos)|#(\\d{1,7})|#x([0-9A-Fa-f]{1,6}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private Entities() {}

    static String decode(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        decoded(match.group(), match.group(1), match.group(2), match.group(3))));
    }

    private static String decoded(String whole, String name, String decimal, String hexadecimal) {
        if (name != null) {
            return NAMED.getOrDefault(name, whole);
        }
        int code = decimal == null ? Integer.parseInt(hexadecimal, 16) : Integer.parseInt(decimal);
        return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }
}
