package kz.ortaq.extractor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request: the pages that were read, and what went wrong, either of which may be missing.
 *
 * @param mediaType what the file turned out to be; empty when it could not be told
 * @param language ISO 639-1 code of the language most of the text is in; empty when it cannot be told
 */
record Answer(
        String mediaType,
        String language,
        Map<String, List<String>> metadata,
        List<Page> pages,
        @Nullable Problem problem) {

    /**
     * One page, slide, chapter or sheet.
     *
     * @param number counts from 1; within an archive, in its own document
     * @param how {@code text} for a text layer, {@code ocr} for a page that was read off its picture, {@code none} for
     *     one without text
     * @param quality how good the text is, from 0 to 1: the share of characters that make sense; after OCR times how
     *     sure it is of them
     * @param kind {@code page}, {@code slide}, {@code chapter}, {@code sheet}; empty for the whole of a text without any
     * @param label what it is called: a chapter's title, a sheet's name, in an archive the document's; may be empty
     */
    record Page(int number, String how, double quality, String text, String kind, String label) {
        Page(int number, String how, double quality, String text) {
            this(number, how, quality, text, "", "");
        }

        /** The same page, with its text put right. */
        Page with(String mended, double itsQuality) {
            return new Page(number, how, itsQuality, mended, kind, label);
        }
    }

    /**
     * Why text is missing.
     *
     * @param code one of the codes that start with {@code document-} in {@code reasons.yaml}
     * @param detail what the message about it quotes: a limit, a media type, the parser's complaint
     */
    record Problem(String code, String detail) {}

    Answer {
        metadata = Map.copyOf(metadata);
        pages = List.copyOf(pages);
    }

    /** An answer without text. */
    static Answer without(String mediaType, Problem problem) {
        return new Answer(mediaType, "", Map.of(), List.of(), problem);
    }

    /** The same answer, its pages with all that they have but their text. */
    Answer withoutTexts() {
        List<Page> bare =
                pages.stream().map(page -> page.with("", page.quality())).toList();
        return new Answer(mediaType, language, metadata, bare, problem);
    }

    Optional<Problem> perhapsProblem() {
        return Optional.ofNullable(problem);
    }
}
