package kz.ortaq.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a list as librarians type it: a work on each line (its title, “author title”, an ISBN, an address, the name of a
 * record), and behind a semicolon or a tab a note. Lines that begin with # are remarks.
 */
public final class ListText {

    /** So many bytes a list has at most. */
    public static final int LONGEST = 500_000;

    private static final Pattern NOTE = Pattern.compile("\\s*[;\\t]\\s*");

    // What no keyboard writes: the mark at the beginning of a file, and zeros, which no database takes.
    private static final Pattern SIGNS = Pattern.compile("\uFEFF|[\\p{Cntrl}&&[^\t]]");

    private ListText() {}

    /** A line that names a work; {@code number} counts from 1. */
    public record Line(int number, String asked, String note) {}

    /** The lines of a text that name works. */
    public static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String written : text.lines().toList()) {
            number++;
            String line = SIGNS.matcher(written).replaceAll("").strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = NOTE.split(line, 2);
                lines.add(new Line(number, parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
            }
        }
        return lines;
    }
}
