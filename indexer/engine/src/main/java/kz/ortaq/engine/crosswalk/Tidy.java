package kz.ortaq.engine.crosswalk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tidies values as cataloguing rules and web forms leave them. */
final class Tidy {

    // ISBD punctuation that introduces the next element stands at the end of this one.
    private static final String ISBD_ENDS = " /:;,=+–-";
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)\\b[^<>]{0,500}>");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

    private static final Pattern CARD_NAME = Pattern.compile("(?im)^\\s*FN(?:;[^:\\n]{0,100})?:(.{1,500})$");

    private Tidy() {}

    static String tidy(String value, String how) {
        if (how.equals("coded")) {
            return value; // each place in it has a meaning, spaces too
        }
        String text = SPACE.matcher(value).replaceAll(" ").strip();
        return switch (how) {
            case "isbd" -> withoutIsbdEnd(text);
            case "html" -> html(text);
            case "vcard" -> card(value, text);
            default -> text;
        };
    }

    /** The name on a card (RFC 6350), which learning objects write whole into the field of a person. */
    private static String card(String value, String text) {
        Matcher name = CARD_NAME.matcher(value);
        if (name.find()) {
            return SPACE.matcher(name.group(1).replace("\\,", ","))
                    .replaceAll(" ")
                    .strip();
        }
        return text.regionMatches(true, 0, "BEGIN:VCARD", 0, 11) ? "" : text;
    }

    private static String withoutIsbdEnd(String text) {
        int end = text.length();
        while (end > 0 && ISBD_ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        // A full stop ends the area, unless it abbreviates: «изд.» and initials keep theirs.
        boolean stop = end > 3
                && text.charAt(end - 1) == '.'
                && Character.isLetterOrDigit(text.charAt(end - 2))
                && Character.isLetterOrDigit(text.charAt(end - 3))
                && Character.isLetterOrDigit(text.charAt(end - 4));
        return text.substring(0, stop ? end - 1 : end).strip();
    }

    /** Markup that someone typed or pasted into a field, taken out; entities of it read. */
    private static String html(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        String plain = TAG.matcher(text).replaceAll(" ");
        plain = plain.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return SPACE.matcher(plain).replaceAll(" ").strip();
    }
}
