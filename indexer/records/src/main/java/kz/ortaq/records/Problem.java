package kz.ortaq.records;

import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;

/**
 * Something that a library should know and can mend.
 *
 * @param identifier the record's identifier within its source; empty when the problem is not about one record
 * @param place where it is, as a person would look for it: a page, a file, a field
 * @param value what was found there, shortened
 */
public record Problem(Reason reason, Severity severity, Stage stage, String identifier, String place, String value) {

    private static final int LONGEST_VALUE = 300;

    public Problem {
        value = shortened(value);
        place = shortened(place);
    }

    /** What happened, in a language. */
    public String message(Language language) {
        return reason.message(language, place, value);
    }

    /** What to do about it, in a language. */
    public String remedy(Language language) {
        return reason.remedy(language, place, value);
    }

    /** A value as a message shows it: one line, at most 300 characters. */
    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= LONGEST_VALUE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return line.substring(0, end) + "…";
    }
}
