package kz.ortaq.harvesters.oai;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads a well-formed page in one pass, and slices each record out of its text. */
final class PageParser {

    private final String text;
    private final XMLStreamReader2 reader;
    private final PageBuilder page;
    private boolean listed;

    private PageParser(String text, PageBuilder page) throws XMLStreamException {
        this.text = text;
        this.reader = Xml.reader(text);
        this.page = page;
    }

    /**
     * Reads {@code text}, which begins with the root element, into {@code page}; what follows the root is ignored, for
     * some servers append warnings of PHP there.
     *
     * @return whether it was a list of records
     */
    static boolean parse(String text, PageBuilder page) throws XMLStreamException {
        PageParser parser = new PageParser(text, page);
        try {
            parser.root();
        } finally {
            parser.reader.close();
        }
        return parser.listed;
    }

    private void root() throws XMLStreamException {
        reader.next();
        Map<String, String> namespaces = declared(Map.of());
        while (reader.next() != XMLStreamReader2.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamReader2.START_ELEMENT && !item(namespaces)) {
                switch (reader.getLocalName()) {
                    case "responseDate" -> page.responseDate(Xml.text(reader));
                    case "request" -> Xml.skip(reader);
                    case "ListRecords" -> {
                        listed = true;
                        other(namespaces);
                    }
                    default -> other(namespaces);
                }
            }
        }
    }

    /** The answer to any verb: records may stand in it, and so may errors. */
    private void other(Map<String, String> inherited) throws XMLStreamException {
        Map<String, String> namespaces = declared(inherited);
        while (reader.next() != XMLStreamReader2.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamReader2.START_ELEMENT && !item(namespaces)) {
                Xml.skip(reader);
            }
        }
    }

    /** Reads a record, an error or a token, wherever the server puts it; false for any other element. */
    private boolean item(Map<String, String> namespaces) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "record" -> record(namespaces);
            case "resumptionToken" -> {
                String size = reader.getAttributeValue(null, "completeListSize");
                page.completeListSize(size == null ? "" : size);
                page.token(Xml.text(reader));
            }
            case "error" -> {
                String code = reader.getAttributeValue(null, "code");
                page.addError(new OaiError(code == null ? "" : code, Xml.text(reader)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void record(Map<String, String> namespaces) throws XMLStreamException {
        listed = true;
        int start = Math.toIntExact(reader.getLocationInfo().getStartingCharOffset());
        Set<String> own = new HashSet<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            own.add(prefix(i));
        }
        RecordParts parts = RecordParts.read(reader);
        int end = Math.toIntExact(reader.getLocationInfo().getEndingCharOffset());
        page.add(parts, Payload.alone(text.substring(start, end), namespaces, own));
    }

    private Map<String, String> declared(Map<String, String> inherited) {
        Map<String, String> namespaces = new LinkedHashMap<>(inherited);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String namespace = reader.getNamespaceURI(i);
            namespaces.put(prefix(i), namespace == null ? "" : namespace);
        }
        return namespaces;
    }

    private String prefix(int i) {
        String prefix = reader.getNamespacePrefix(i);
        return prefix == null ? "" : prefix;
    }
}
