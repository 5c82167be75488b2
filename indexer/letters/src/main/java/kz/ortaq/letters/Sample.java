package kz.ortaq.letters;

import java.util.List;

/** As much of a text as tells what is asked of it. */
final class Sample {

    /** A language shows in a few pages; more would only cost time. */
    private static final int OF_A_LANGUAGE = 40_000;

    /** Many small parts: manuals turn from the language they are in to that of their examples and back. */
    private static final int PARTS_OF_A_LANGUAGE = 100;

    /** What was misread may be a chapter alone. */
    private static final int OF_A_MISREADING = 200_000;

    private static final int PARTS_OF_A_MISREADING = 20;

    private Sample() {}

    /** A text, or where it is long, parts of it that lie evenly: enough to tell its language by. */
    static String ofLanguage(String text) {
        if (text.length() <= OF_A_LANGUAGE) {
            return text;
        }
        StringBuilder some = new StringBuilder(OF_A_LANGUAGE + PARTS_OF_A_LANGUAGE);
        for (int part = 0; part < PARTS_OF_A_LANGUAGE; part++) {
            int from = (int) ((long) text.length() * part / PARTS_OF_A_LANGUAGE);
            some.append(text, from, Math.min(text.length(), from + OF_A_LANGUAGE / PARTS_OF_A_LANGUAGE))
                    .append(' ');
        }
        return some.toString();
    }

    /** The lines of a text, or where they are many, parts of them that lie evenly: enough to tell what they were misread as. */
    static String ofMisreading(List<String> lines) {
        long length = lines.stream().mapToLong(line -> line.length() + 1L).sum() - 1;
        if (length <= OF_A_MISREADING) {
            return String.join("\n", lines);
        }
        StringBuilder some = new StringBuilder(OF_A_MISREADING + PARTS_OF_A_MISREADING);
        for (int part = 0; part < PARTS_OF_A_MISREADING; part++) {
            append(some, lines, length * part / PARTS_OF_A_MISREADING, OF_A_MISREADING / PARTS_OF_A_MISREADING);
            some.append(' ');
        }
        return some.toString();
    }

    /** Appends characters of lines as they were if joined, which all the pages of a book need not be. */
    private static void append(StringBuilder some, List<String> lines, long from, int characters) {
        long start = -from;
        for (String line : lines) {
            int begin = (int) Math.clamp(-start, 0, line.length());
            int end = (int) Math.clamp(characters - start, 0, line.length());
            some.append(line, begin, end);
            start += line.length();
            if (start >= 0 && start < characters) {
                some.append('\n');
            }
            start++;
        }
    }
}
