package kz.ortaq.extractor;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.txt.TXTParser;

/** The formats that text is taken from: their media types, their parser, and how the parser marks a page. */
enum Format {
    PDF(pages -> new PDFParser(), Marks.PAGE, "application/pdf"),
    DOC(pages -> new OfficeParser(), Marks.NONE, "application/msword"),
    PPT(pages -> new OfficeParser(), Marks.SLIDE, "application/vnd.ms-powerpoint"),
    XLS(pages -> new OfficeParser(), Marks.SHEET, "application/vnd.ms-excel"),
    DOCX(
            pages -> new OOXMLParser(),
            Marks.NONE,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabled.12"),
    PPTX(
            pages -> new OOXMLParser(),
            Marks.SLIDE,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
            "application/vnd.openxmlformats-officedocument.presentationml.template",
            "application/vnd.ms-powerpoint.presentation.macroenabled.12",
            "application/vnd.ms-powerpoint.slideshow.macroenabled.12"),
    XLSX(
            pages -> new OOXMLParser(),
            Marks.SHEET,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ODT(
            pages -> new OpenDocumentParser(),
            Marks.NONE,
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.text-template"),
    ODP(
            pages -> new OpenDocumentParser(),
            Marks.PLAIN_SLIDE,
            "application/vnd.oasis.opendocument.presentation",
            "application/vnd.oasis.opendocument.presentation-template"),
    ODS(
            pages -> new OpenDocumentParser(),
            Marks.PLAIN_SHEET,
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.spreadsheet-template"),
    EPUB(EpubChapters::parser, Marks.CHAPTER, "application/epub+zip"),
    FB2(Fb2Parser::new, Marks.CHAPTER, "application/x-fictionbook+xml"),
    DJVU(DjvuParser::new, Marks.PAGE, "image/vnd.djvu"),
    RTF(pages -> new RTFParser(), Marks.NONE, "application/rtf"),
    HTML(pages -> new JSoupParser(Charsets.DETECTOR), Marks.NONE, "text/html", "application/xhtml+xml"),
    TEXT(
            pages -> new TXTParser(Charsets.DETECTOR),
            Marks.NONE,
            "text/plain",
            "text/csv",
            "text/tab-separated-values",
            "text/x-web-markdown"),
    PICTURE(Pictures::new, Marks.PAGE, "image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp");

    private final Function<PageCollector, Parser> parser;
    private final Marks marks;
    private final Set<String> types;

    Format(Function<PageCollector, Parser> parser, Marks marks, String... types) {
        this.parser = parser;
        this.marks = marks;
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

    /** Whether files of a type are pictures, which have no text of their own. */
    static boolean isPicture(String mediaType) {
        return PICTURE.types.contains(mediaType);
    }

    /** A parser whose output goes to the collector. */
    Parser parser(PageCollector pages) {
        return parser.apply(pages);
    }

    /** What the parser marks a page with. */
    Marks marks() {
        return marks;
    }
}
