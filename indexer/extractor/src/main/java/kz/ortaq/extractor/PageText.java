package kz.ortaq.extractor;

import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Gives plain text to a collector that expects the body of a document. */
final class PageText {

    private static final AttributesImpl NONE = new AttributesImpl();

    private PageText() {}

    /** What follows is text. */
    static void begin(PageCollector pages) throws SAXException {
        pages.startElement("", "body", "body", NONE);
    }

    /** The document is at its end. */
    static void end(PageCollector pages) {
        pages.endElement("", "body", "body");
        pages.endDocument();
    }

    static void write(PageCollector pages, String text) throws SAXException {
        pages.characters(text.toCharArray(), 0, text.length());
    }
}
