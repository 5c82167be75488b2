package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads FictionBook 2: what the book says of itself, and its sections as chapters with their titles. Tika's own reader
 * runs the description into the text and knows no chapters.
 */
final class Fb2Parser implements Parser {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 1_000;
    // Elements that end a line.
    private static final Set<String> LINES =
            Set.of("p", "v", "subtitle", "text-author", "title", "stanza", "tr", "date", "section", "cite", "poem");

    private final transient PageCollector pages;
    private int bodies;
    private int sections;
    private int depth;
    // Whether the body at hand is the book's, whose sections are chapters; notes are one chapter together.
    private boolean main;
    // Whether the section at hand waits for its title to be a chapter.
    private boolean untitled;

    Fb2Parser(PageCollector pages) {
        this.pages = pages;
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.application("x-fictionbook+xml"));
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        PageText.begin(pages);
        try {
            XMLStreamReader events = XmlText.events(stream);
            try {
                read(events, metadata);
            } finally {
                events.close();
            }
        } catch (XMLStreamException e) {
            throw new TikaException("not well-formed: " + e.getMessage(), e);
        }
        PageText.end(pages);
    }

    private void read(XMLStreamReader events, Metadata metadata) throws XMLStreamException, SAXException {
        while (events.hasNext()) {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                bound();
                String name = events.getLocalName();
                if (name.equals("description")) {
                    new Fb2Description(metadata).read(events);
                    depth--;
                } else if (name.equals("binary") || name.equals("stylesheet")) {
                    skip(events);
                    depth--;
                } else {
                    start(name, events);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                end(events.getLocalName());
            } else if (bodies > 0) {
                PageText.write(pages, Fb2Description.text(events));
            }
        }
    }

    private void bound() throws SAXException {
        if (++depth > DEEPEST) {
            throw new SAXException("nested more than " + DEEPEST + " deep");
        }
    }

    private void start(String name, XMLStreamReader events) throws XMLStreamException, SAXException {
        switch (name) {
            case "body" -> {
                String called = events.getAttributeValue(null, "name");
                bodies++;
                main = called == null || called.isBlank() || bodies == 1;
                sections = 0;
                if (!main) {
                    pages.beginPage();
                    pages.label(called);
                }
            }
            case "section" -> {
                sections++;
                untitled = true;
                if (main && sections == 1) {
                    pages.beginPage();
                }
            }
            case "title" -> {
                String title = title(events);
                depth--;
                if (main && sections > 1 && untitled) {
                    pages.beginPage();
                }
                if (main && untitled && sections > 0) {
                    pages.label(title);
                    untitled = false;
                }
                PageText.write(pages, "\n" + title + "\n");
            }
            case "empty-line" -> PageText.write(pages, "\n\n");
            case "td", "th" -> PageText.write(pages, " ");
            default -> untitled &= !LINES.contains(name);
        }
    }

    private void end(String name) throws SAXException {
        if (bodies > 0 && LINES.contains(name)) {
            PageText.write(pages, "\n");
        }
        if (name.equals("section")) {
            sections--;
            untitled = false;
        }
    }

    /** A title on one line for each of its paragraphs; the reader stands behind it then. */
    private static String title(XMLStreamReader events) throws XMLStreamException, SAXException {
        var title = new StringBuilder();
        for (int depth = 1; depth > 0 && events.hasNext(); ) {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
                throw new SAXException("nested more than " + DEEPEST + " deep");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                title.append('\n');
            } else if (event != XMLStreamConstants.START_ELEMENT) {
                title.append(Fb2Description.text(events));
            }
        }
        return title.toString().strip();
    }

    private static void skip(XMLStreamReader events) throws XMLStreamException {
        for (int depth = 1; depth > 0 && events.hasNext(); ) {
            int event = events.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
