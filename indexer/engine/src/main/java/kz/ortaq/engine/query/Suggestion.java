package kz.ortaq.engine.query;

import java.util.Locale;

/**
 * What a reader may have begun to type; a search for it finds something.
 *
 * @param text a title or a name as a record has it
 * @param works how many works have it, as far as was looked
 */
public record Suggestion(String text, Kind kind, int works) {

    /** What the text is. */
    public enum Kind {
        TITLE,
        AUTHOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
