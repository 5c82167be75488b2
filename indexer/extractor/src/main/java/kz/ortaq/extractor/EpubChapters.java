package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubContentParser;
import org.apache.tika.parser.epub.EpubParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Begins a page before each document of an EPUB's spine, where Tika runs all of them together. */
final class EpubChapters implements Parser {

    private static final long serialVersionUID = 1L;

    private final transient PageCollector pages;
    private final Parser chapters = new EpubContentParser();

    private EpubChapters(PageCollector pages) {
        this.pages = pages;
    }

    static Parser parser(PageCollector pages) {
        var parser = new EpubParser();
        parser.setContentParser(new EpubChapters(pages));
        return parser;
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return chapters.getSupportedTypes(context);
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        pages.beginPage();
        chapters.parse(stream, handler, metadata, context);
    }
}
