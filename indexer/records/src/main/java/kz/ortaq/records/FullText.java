package kz.ortaq.records;

import java.util.List;
import java.util.Map;

/**
 * The text of one document, page by page.
 *
 * @param mediaType what the bytes turned out to be, for example {@code application/pdf}
 * @param language ISO 639-1 code of the language most of it is in; empty when it cannot be told
 * @param metadata what the document says of itself ({@code title}, {@code author}, {@code created}, …)
 */
public record FullText(String mediaType, String language, Map<String, List<String>> metadata, List<Page> pages) {

    /**
     * One page, chapter or slide; a format without pages has one.
     *
     * @param number counts from 1, as a reader would count
     * @param how how the text was obtained: {@code text} for a text layer
     * @param quality share of characters that make sense, from 0 to 1
     */
    public record Page(int number, String how, double quality, String text) {}

    public FullText {
        metadata = Map.copyOf(metadata);
        pages = List.copyOf(pages);
    }

    /** A document without any text. */
    public static final FullText NONE = new FullText("", "", Map.of(), List.of());

    /** How many characters of text there are. */
    public long characters() {
        return pages.stream().mapToLong(page -> page.text().length()).sum();
    }
}
