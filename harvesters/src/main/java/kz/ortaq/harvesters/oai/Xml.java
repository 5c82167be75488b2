package kz.ortaq.harvesters.oai;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads XML from strangers: no DTD, no entities of their own, bounded nesting and attributes. Thread-safe. */
final class Xml {

    private static final int DEEPEST = 200;
    private static final int MOST_ATTRIBUTES = 500;
    private static final int LONGEST_ATTRIBUTE = 1 << 20;

    private static final WstxInputFactory FACTORY = factory();
    private static final Pattern WHERE = Pattern.compile("\\s?at \\[row,col[^\\[\\]]{0,100}+]: \\[(\\d+),(\\d+)]");

    private Xml() {}

    /** A reader of {@code text}, which begins with an element; offsets count characters of {@code text}. */
    static XMLStreamReader2 reader(String text) throws XMLStreamException {
        return (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(text));
    }

    /** Whether {@code text}, which begins with an element, is well-formed. */
    static boolean isSound(String text) {
        if (XmlCharacters.firstForbidden(text, 0, text.length()) >= 0) {
            return false;
        }
        try {
            XMLStreamReader2 reader = reader(text);
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /** The text of the element that the reader stands at, that of elements inside it included; leaves it at its end. */
    static String text(XMLStreamReader2 reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamReader2.START_ELEMENT -> depth++;
                case XMLStreamReader2.END_ELEMENT -> depth--;
                case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA, XMLStreamReader2.SPACE ->
                    text.append(reader.getText());
                default -> {} // comments and instructions say nothing here
            }
        }
        return text.toString().strip();
    }

    /** Passes over the element that the reader stands at. */
    static void skip(XMLStreamReader2 reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamReader2.START_ELEMENT -> depth++;
                case XMLStreamReader2.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** What the parser said, in one line, with the line counted from {@code firstLine}. */
    static String said(XMLStreamException fault, int firstLine) {
        String message = fault.getMessage() == null ? "not well-formed" : fault.getMessage();
        Matcher where = WHERE.matcher(message);
        if (!where.find()) {
            return message;
        }
        int line = Integer.parseInt(where.group(1)) + firstLine - 1;
        return message.substring(0, where.start()) + " (line " + line + ", column " + where.group(2) + ")";
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Lazily, faults would come as unchecked exceptions, and from the next call.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }
}
