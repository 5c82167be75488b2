package kz.ortaq.engine.crosswalk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tidies values as cataloguing rules and web forms leave them. */
final class Tidy {

    // ISBD punctuation that introduces the next element stands at the end of this one.
    private static final String ISBD_ENDS = " /:;,=+–-";
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)\\b[^<>]{0,500}>");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

    private static final Pattern CARD = Pattern.compile("(?i)BEGIN:\\s?VCARD");
    // Some repositories write a card on one line: its next property ends the one before.
    private static final String CARD_VALUE =
            "(?:;[^:\\n]{0,100})?:(.{1,500}?)(?=$|\\s(?:[A-Z]{1,10}(?:;[^:\\s]{0,100})?|X-[A-Z-]{1,30}):)";
    private static final Pattern CARD_NAME = Pattern.compile("(?m)(?:^|\\s)(?i:FN)" + CARD_VALUE);
    private static final Pattern CARD_PARTS = Pattern.compile("(?m)(?:^|\\s)(?i:N)" + CARD_VALUE);
    private static final Pattern CARD_BODY = Pattern.compile("(?m)(?:^|\\s)(?i:ORG)" + CARD_VALUE);
    // Dublin Core Structured Values (DCMI): name=Павлодар; east=76.9; north=52.3
    private static final Pattern STRUCTURED = Pattern.compile("(?:^|;)\\s*[a-z]{1,20}\\s*=");
    private static final Pattern STRUCTURED_NAME = Pattern.compile("(?i)(?:^|;)\\s*name\\s*=\\s*([^;]{1,500})");

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
            case "structured" -> structured(text);
            default -> text;
        };
    }

    /** The name on a card (RFC 6350), which learning objects write whole into the field of a person. */
    private static String card(String value, String text) {
        if (!CARD.matcher(text).lookingAt()) {
            return text;
        }
        // The name as it is shown, else its parts (surname;given), else the body.
        return Stream.of(CARD_NAME, CARD_PARTS, CARD_BODY)
                .map(pattern -> pattern.matcher(value))
                .filter(Matcher::find)
                .map(found -> SPACE.matcher(found.group(1)
                                .replace("\\,", ",")
                                .replaceAll(";+$", "")
                                .replace(";", ", "))
                        .replaceAll(" ")
                        .strip())
                .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase("END:VCARD"))
                .findFirst()
                .orElse("");
    }

    /** The name out of a structured value; one that tells only numbers names nothing. */
    private static String structured(String text) {
        if (!STRUCTURED.matcher(text).find()) {
            return text;
        }
        Matcher name = STRUCTURED_NAME.matcher(text);
        return name.find() ? name.group(1).strip() : "";
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
