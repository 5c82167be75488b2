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
     * One page, chapter, slide or sheet; a format without any has one that is the whole text.
     *
     * @param number counts from 1, as a reader would count; within an archive, in its own document
     * @param how how the text was obtained: {@code text} for a text layer, {@code ocr} for a page that was read off its
     *     picture, {@code none} where there is no text
     * @param quality how good the text is, from 0 to 1: the share of characters that make sense; after OCR times how
     *     sure it is of them
     * @param kind {@code page}, {@code chapter}, {@code slide}, {@code sheet}; empty for the whole of a text
     * @param label what it is called: a chapter's title, a sheet's name, in an archive the document's; may be empty
     */
    public record Page(int number, String how, double quality, String text, String kind, String label) {

        /** A page of a text that has no pages. */
        public Page(int number, String how, double quality, String text) {
            this(number, how, quality, text, "", "");
        }
    }

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
