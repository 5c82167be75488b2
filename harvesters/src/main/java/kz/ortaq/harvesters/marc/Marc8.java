package kz.ortaq.harvesters.marc;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marc4j.converter.impl.CodeTableGenerated;

/**
 * Reads MARC-8 (loc.gov/marc/specifications/speccharmarc8.html) with marc4j's tables.
 *
 * <p>The loop is our own because a wrong escape stops marc4j's converter, or counts for nothing: here it is left out,
 * counted, and reading goes on in the character sets that were in force. Thread-safe.
 */
final class Marc8 {

    static final int ESCAPE = 0x1B;

    private static final int ASCII = 0x42;
    private static final int ANSEL = 0x45;
    private static final int EAST_ASIAN = 0x31;
    private static final String SETS = "34BENQS2";
    private static final int MOST_MARKS = 8;
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9A-Fa-f]{1,6});");
    private static final CodeTableGenerated TABLES = new CodeTableGenerated();

    private final byte[] text;
    private final StringBuilder read = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();
    private int at;
    private int g0 = ASCII;
    private int g1 = ANSEL;
    private int lost;

    private Marc8(byte[] text) {
        this.text = text;
    }

    /** The text in composed Unicode; what stands for no character is U+FFFD, and counted. */
    static Decoded decode(byte[] text) {
        Marc8 reading = new Marc8(text);
        reading.readAll();
        String composed = Normalizer.normalize(reading.read, Normalizer.Form.NFC);
        return new Decoded(resolved(composed), reading.lost);
    }

    /** Characters that MARC-8 has not, written as {@code &#x4E00;} (loc.gov, "lossless conversion"). */
    static String resolved(String text) {
        if (!text.contains("&#x")) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(reference -> {
            int character = Integer.parseInt(reference.group(1), 16);
            boolean known = Character.isValidCodePoint(character) && !Character.isISOControl(character);
            return Matcher.quoteReplacement(known ? Character.toString(character) : reference.group());
        });
    }

    private void readAll() {
        while (at < text.length) {
            int c = text[at] & 0xFF;
            if (c == ESCAPE) {
                escape();
            } else if (c < 0x21 || c == 0x7F || (c >= 0x80 && c < 0xA1) || c == 0xFF) {
                control(c);
            } else if ((c < 0x80 ? g0 : g1) == EAST_ASIAN) {
                eastAsian();
            } else {
                one(c);
            }
        }
        read.append(marks);
    }

    private void one(int c) {
        int set = c < 0x80 ? g0 : g1;
        at++;
        if (set == ANSEL && (c == 0xEC || c == 0xFB || c == 0x6C || c == 0x7B)) {
            return; // the right half of a mark whose left half stands for the whole
        }
        char character = TABLES.getChar(c, set);
        if (character == 0) {
            loses();
        } else if (TABLES.isCombining(c, g0, g1)) {
            mark(character);
        } else {
            append(character);
        }
    }

    private void mark(char character) {
        if (marks.length() < MOST_MARKS) {
            marks.append(character);
        } else {
            lost++;
        }
    }

    private void eastAsian() {
        if (at + 2 >= text.length || (text[at + 1] & 0x7F) < 0x20 || (text[at + 2] & 0x7F) < 0x20) {
            at++;
            loses();
            return;
        }
        int code = (text[at] & 0x7F) << 16 | (text[at + 1] & 0x7F) << 8 | (text[at + 2] & 0x7F);
        char character = TABLES.getChar(code, EAST_ASIAN);
        at += 3;
        if (character == 0) {
            loses();
        } else {
            append(character);
        }
    }

    private void control(int c) {
        at++;
        switch (c) {
            case ' ', '\n', '\t', '\r' -> append((char) c);
            case 0x8D -> append('\u200D');
            case 0x8E -> append('\u200C');
            case 0x88, 0x89 -> {} // marks of what sorting passes over
            default -> loses();
        }
    }

    private void append(char character) {
        read.append(character).append(marks);
        marks.setLength(0);
    }

    private void loses() {
        lost++;
        append('\uFFFD');
    }

    private void escape() {
        int kind = at + 1 < text.length ? text[at + 1] : 0;
        int length = switch (kind) {
            case '(', ',' -> designate(2, false);
            case ')', '-' -> designate(2, true);
            case '$' -> eastAsianEscape();
            case 'g', 'b', 'p' -> {
                g0 = kind;
                yield 2;
            }
            case 's' -> {
                g0 = ASCII;
                yield 2;
            }
            default -> 0;
        };
        if (length == 0) {
            lost++;
            at++;
        } else {
            at += length;
        }
    }

    private int eastAsianEscape() {
        int next = at + 2 < text.length ? text[at + 2] : 0;
        if (next == EAST_ASIAN) {
            g0 = EAST_ASIAN;
            return 3;
        }
        boolean second = next == ')' || next == '-';
        if ((second || next == ',') && at + 3 < text.length && text[at + 3] == EAST_ASIAN) {
            if (second) {
                g1 = EAST_ASIAN;
            } else {
                g0 = EAST_ASIAN;
            }
            return 4;
        }
        return 0;
    }

    private int designate(int ahead, boolean second) {
        int final1 = at + ahead < text.length ? text[at + ahead] : 0;
        int length = ahead + 1;
        if (final1 == '!' && at + ahead + 1 < text.length && text[at + ahead + 1] == 'E') {
            final1 = ANSEL; // ANSEL is named by two characters
            length++;
        }
        if (final1 == 0 || SETS.indexOf(final1) < 0) {
            return 0;
        }
        if (second) {
            g1 = final1;
        } else {
            g0 = final1;
        }
        return length;
    }
}
