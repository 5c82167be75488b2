package kz.ortaq.server.web;

import java.util.List;

/**
 * A list that a library made.
 *
 * @param note what it is; may be empty
 * @param language of title and notes
 */
public record ListView(Frame frame, Line title, Line library, String note, String language, List<Entry> entries) {

    public ListView {
        entries = List.copyOf(entries);
    }

    /** A work, and why it is on the list; the note may be empty. */
    public record Entry(Line work, String note) {}
}
