package kz.ortaq.harvesters.oai;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What the harvest needs to know of one {@code record} element (OAI-PMH 2.0, 2.5).
 *
 * @param format the namespace of the first element of the metadata; empty when it has none
 * @param described whether there is metadata with an element in it
 * @param written whether there is metadata with text beside, or instead of, elements
 */
record RecordParts(
        String identifier,
        String datestamp,
        List<String> sets,
        boolean deleted,
        String format,
        boolean described,
        boolean written) {

    /** Whether its metadata is text, which may be XML that was wrapped up. */
    boolean isWrapped() {
        return written && !described && !deleted;
    }

    /** Whether its metadata is in no namespace of its own. */
    boolean isNameless() {
        return described && (format.isEmpty() || format.equals(KnownNamespaces.OAI));
    }

    /** Reads on from the start of a record to its end. */
    static RecordParts read(XMLStreamReader2 reader) throws XMLStreamException {
        Collector parts = new Collector();
        while (reader.next() != XMLStreamReader2.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamReader2.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "header" -> parts.header(reader);
                    case "metadata" -> parts.metadata(reader);
                    default -> Xml.skip(reader);
                }
            }
        }
        return new RecordParts(
                parts.identifier,
                parts.datestamp,
                parts.sets,
                parts.deleted,
                parts.format,
                parts.described,
                parts.written);
    }

    private static final class Collector {
        private String identifier = "";
        private String datestamp = "";
        private final List<String> sets = new ArrayList<>();
        private boolean deleted;
        private String format = "";
        private boolean described;
        private boolean written;

        private void header(XMLStreamReader2 reader) throws XMLStreamException {
            String status = reader.getAttributeValue(null, "status");
            deleted = status != null && status.strip().equalsIgnoreCase("deleted");
            while (reader.next() != XMLStreamReader2.END_ELEMENT) {
                if (reader.getEventType() == XMLStreamReader2.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "identifier" -> identifier = Xml.text(reader);
                        case "datestamp" -> datestamp = Xml.text(reader);
                        case "setSpec" -> sets.add(Xml.text(reader));
                        default -> Xml.skip(reader);
                    }
                }
            }
        }

        private void metadata(XMLStreamReader2 reader) throws XMLStreamException {
            while (reader.next() != XMLStreamReader2.END_ELEMENT) {
                if (reader.getEventType() == XMLStreamReader2.START_ELEMENT) {
                    if (!described) {
                        described = true;
                        format = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
                    }
                    Xml.skip(reader);
                } else if (!described && reader.hasText() && !reader.isWhiteSpace()) {
                    written |= reader.getEventType() != XMLStreamReader2.COMMENT;
                }
            }
        }
    }
}
