package kz.ortaq.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Works that a library recommends, in its order: the book of the month, the literature of a course.
 *
 * @param id made of the library and the title, so that a list of the same title takes the place of the one before
 * @param library the id of the library that recommends
 * @param language ISO 639-1 code of title and notes
 * @param note what the list is; may be empty
 */
public record CuratedList(String id, String library, String title, String language, String note, List<Entry> entries) {

    private static final int ID = 16;

    /**
     * One work of a list.
     *
     * @param work its id when it was put on the list, which leads to it for ever
     * @param title what it was called then
     * @param note why it is there; may be empty
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(String work, String title, String note) {}

    public CuratedList {
        entries = List.copyOf(entries);
    }

    /** A list with the id that its library and title make. */
    public static CuratedList of(String library, String title, String language, String note, List<Entry> entries) {
        String id = RecordId.hash(library + "\n" + title).substring(0, ID);
        return new CuratedList(id, library, title, language, note, entries);
    }
}
