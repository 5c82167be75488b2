package kz.ortaq.harvesters.oai;

import java.util.Locale;

/** Knows the characters that XML 1.0 forbids (section 2.2), some of which Woodstox lets pass. */
final class XmlCharacters {

    private XmlCharacters() {}

    /** Where the first forbidden character of {@code text} stands, from {@code start} up to {@code end}; -1 if none. */
    static int firstForbidden(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0xD800) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || c >= 0xFFFE || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
                return i;
            }
        }
        return -1;
    }

    /** The text with U+FFFD for each half of a character, which neither a database nor a browser takes. */
    static String whole(String text) {
        StringBuilder whole = new StringBuilder();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                whole.append(text, from, i).append('\uFFFD');
                from = i + 1;
            }
        }
        return from == 0 ? text : whole.append(text, from, text.length()).toString();
    }

    /** The character at {@code at} by its number, and its line: {@code U+0003 (line 12)}. */
    static String name(CharSequence text, int at, int firstLine) {
        char c = text.charAt(at);
        String name = IllegalBytes.is(c, at == 0 ? ' ' : text.charAt(at - 1))
                ? String.format(Locale.ROOT, "0x%02X", IllegalBytes.value(c))
                : String.format(Locale.ROOT, "U+%04X", (int) c);
        return name + " (line " + (firstLine + lines(text, 0, at)) + ")";
    }

    /** How many line ends stand from {@code start} up to {@code end}. */
    static int lines(CharSequence text, int start, int end) {
        int lines = 0;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
