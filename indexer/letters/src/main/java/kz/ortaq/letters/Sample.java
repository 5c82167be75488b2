package kz.ortaq.letters;

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
        return parts(text, OF_A_LANGUAGE, PARTS_OF_A_LANGUAGE);
    }

    /** A text, or where it is long, parts of it that lie evenly: enough to tell what it was misread as. */
    static String ofMisreading(String text) {
        return parts(text, OF_A_MISREADING, PARTS_OF_A_MISREADING);
    }

    private static String parts(String text, int enough, int parts) {
        if (text.length() <= enough) {
            return text;
        }
        StringBuilder some = new StringBuilder(enough + parts);
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) text.length() * part / parts);
            some.append(text, from, Math.min(text.length(), from + enough / parts))
                    .append(' ');
        }
        return some.toString();
    }
}
