package kz.ortaq.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Works that a library recommends, in its order: the book of the month, the literature of a course.
 *
 * @param id made of the library and the title, so that a list of the same title takes the place of the one before; of a
 *     harvested list, of its source and what it is called there
 * @param library the id of the library that recommends
 * @param source the source that the list was harvested from; empty where a librarian made it here
 * @param language ISO 639-1 code of title and notes; empty where the source does not say
 * @param note what the list is; may be empty
 * @param address where its library shows it; empty where that is not known
 */
public record CuratedList(
        String id,
        String library,
        String source,
        String title,
        String language,
        String note,
        String address,
        List<Entry> entries) {

    private static final int ID = 16;

    /**
     * One work of a list.
     *
     * @param work its id when it was put on the list, which leads to it for ever, or its id of today; empty where nothing
     *     that fits is known
     * @param title what it is called; as the list writes it, where nothing is found
     * @param author as a harvested list writes it; may be empty
     * @param references what else a harvested list names it by: addresses, numbers, identifiers of records
     * @param note why it is there; may be empty
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(String work, String title, String author, List<String> references, String note) {

        public Entry {
            references = List.copyOf(references);
        }

        /** A work that a librarian put on a list. */
        public Entry(String work, String title, String note) {
            this(work, title, "", List.of(), note);
        }

        /** The same entry, of another work or under another title. */
        public Entry called(String id, String name) {
            return new Entry(id, name, author, references, note);
        }
    }

    public CuratedList {
        entries = List.copyOf(entries);
    }

    /** A list that a librarian made, with the id that its library and title make. */
    public static CuratedList of(String library, String title, String language, String note, List<Entry> entries) {
        String id = RecordId.hash(library + "\n" + title).substring(0, ID);
        return new CuratedList(id, library, "", title, language, note, "", entries);
    }

    /**
     * A list that a source gave.
     *
     * @param name what the source knows it by, the same in each harvest
     */
    public static CuratedList harvested(
            Source source,
            String name,
            String title,
            String language,
            String note,
            String address,
            List<Entry> entries) {
        // Three parts: no list that is made here has the same id.
        String id = RecordId.hash("harvested\n" + source.id() + "\n" + name).substring(0, ID);
        return new CuratedList(id, source.library(), source.id(), title, language, note, address, entries);
    }

    /** The same list with other entries. */
    public CuratedList with(List<Entry> others) {
        return new CuratedList(id, library, source, title, language, note, address, others);
    }
}
