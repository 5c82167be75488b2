package kz.ortaq.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that a library made, or its source gave.
 *
 * @param original where its library shows it; null where that is not known
 * @param note what it is; may be empty
 * @param language of title and notes; null where it is not known
 */
public record ListView(
        Frame frame,
        Line title,
        Line library,
        @Nullable Line original,
        String note,
        @Nullable String language,
        List<Entry> entries) {

    public ListView {
        entries = List.copyOf(entries);
    }

    /** A work, why it is on the list, and a word where it is in no library; both may be empty. */
    public record Entry(Line work, String note, String unknown) {}
}
