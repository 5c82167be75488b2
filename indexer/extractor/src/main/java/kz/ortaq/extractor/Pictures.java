package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.Set;
import kz.ortaq.extractor.ocr.PictureImages;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Counts the pictures of a file, each of them a page that has no text yet. */
final class Pictures implements Parser {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PageCollector pages;

    Pictures(PageCollector pages) {
        this.pages = pages;
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of();
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        try (var pictures = new PictureImages(TikaInputStream.get(stream).getPath())) {
            for (int number = pictures.count(); number > 0; number--) {
                pages.beginPage();
            }
        }
    }
}
