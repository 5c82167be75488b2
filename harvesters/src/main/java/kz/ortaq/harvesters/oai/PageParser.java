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
    private final RecordMending records;
    private boolean listed;

    private PageParser(String text, PageBuilder page, RecordMending records) throws XMLStreamException {
        this.text = text;
        this.reader = Xml.reader(text);
        this.page = page;
        this.records = records;
    }

    /**
     * Reads {@code text}, which begins with the root element, into {@code page}.
     *
     * @return whether it was a list of records
     */
    static boolean parse(String text, PageBuilder page, RecordMending records) throws XMLStreamException {
        PageParser parser = new PageParser(text, page, records);
        try {
            parser.root();
        } finally {
            parser.reader.close();
        }
        return parser.listed;
    }

    private void root() throws XMLStreamException {
        reader.next();
        Payload namespaces = within(new Payload(Map.of()));
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
        page.behind(text.substring(end()));
    }

    /** The answer to any verb: records may stand in it, and so may errors. */
    private void other(Payload around) throws XMLStreamException {
        Payload namespaces = within(around);
        while (reader.next() != XMLStreamReader2.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamReader2.START_ELEMENT && !item(namespaces)) {
                Xml.skip(reader);
            }
        }
    }

    /** Reads a record, an error or a token, wherever the server puts it; false for any other element. */
    private boolean item(Payload namespaces) throws XMLStreamException {
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

    private int end() throws XMLStreamException {
        return Math.toIntExact(reader.getLocationInfo().getEndingCharOffset());
    }

    private void record(Payload namespaces) throws XMLStreamException {
        listed = true;
        int start = Math.toIntExact(reader.getLocationInfo().getStartingCharOffset());
        Set<String> own = new HashSet<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            own.add(prefix(i));
        }
        RecordParts parts = RecordParts.read(reader);
        records.take(parts, text.substring(start, end()), namespaces, own);
    }

    private Payload within(Payload around) {
        if (reader.getNamespaceCount() == 0) {
            return around;
        }
        Map<String, String> namespaces = new LinkedHashMap<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String namespace = reader.getNamespaceURI(i);
            namespaces.put(prefix(i), namespace == null ? "" : namespace);
        }
        return around.within(namespaces);
    }

    private String prefix(int i) {
        String prefix = reader.getNamespacePrefix(i);
        return prefix == null ? "" : prefix;
    }
}
