package kz.ortaq.extractor;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.txt.TXTParser;

/** The formats that text is taken from: their media types, their parser, and how the parser marks a page. */
enum Format {
    PDF(pages -> new PDFParser(), "page", "application/pdf"),
    DOCX(
            pages -> new OOXMLParser(),
            "",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12"),
    PPTX(
            pages -> new OOXMLParser(),
            "slide-content",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
            "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
    ODT(
            pages -> new OpenDocumentParser(),
            "",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.text-template"),
    EPUB(EpubChapters::parser, "", "application/epub+zip"),
    RTF(pages -> new RTFParser(), "", "application/rtf"),
    HTML(pages -> new JSoupParser(Charsets.DETECTOR), "", "text/html", "application/xhtml+xml"),
    TEXT(pages -> new TXTParser(Charsets.DETECTOR), "", "text/plain");

    private final Function<PageCollector, Parser> parser;
    private final String mark;
    private final Set<String> types;

    Format(Function<PageCollector, Parser> parser, String mark, String... types) {
        this.parser = parser;
        this.mark = mark;
        this.types = Set.of(types);
    }

    /** The format of a media type; empty when no text is taken from files of that type. */
    static Optional<Format> of(MediaType type) {
        String name = type.getBaseType().toString();
        for (Format format : values()) {
            if (format.types.contains(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** A parser whose output goes to the collector. */
    Parser parser(PageCollector pages) {
        return parser.apply(pages);
    }

    /** The class of the {@code div} that a page begins with; empty when the parser marks none. */
    String mark() {
        return mark;
    }
}
