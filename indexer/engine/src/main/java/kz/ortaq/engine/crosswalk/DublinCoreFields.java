package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** The elements of a Dublin Core record, named {@code dc:title} and so on whatever prefix the source uses. */
final class DublinCoreFields implements Fields {

    private static final Set<String> NAMESPACES =
            Set.of("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/");

    private final Map<String, List<BibRecord.Value>> values = new HashMap<>();

    private DublinCoreFields() {}

    static Fields of(RawRecord raw) throws RecordRejected {
        DublinCoreFields fields = new DublinCoreFields();
        try {
            XMLStreamReader reader = Xml.reader(raw.payload());
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && NAMESPACES.contains(String.valueOf(reader.getNamespaceURI()))) {
                    fields.add(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), String.valueOf(e.getMessage()));
        }
        return fields;
    }

    @Override
    public List<BibRecord.Value> values(CrosswalkTable.Rule rule) {
        return values.getOrDefault(rule.from(), List.of());
    }

    private void add(XMLStreamReader reader) throws XMLStreamException {
        String name = "dc:" + reader.getLocalName();
        String language = reader.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        StringBuilder text = new StringBuilder();
        // A source may put markup into an element; its text counts.
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                default -> {}
            }
        }
        values.computeIfAbsent(name, element -> new ArrayList<>())
                .add(new BibRecord.Value(text.toString(), language == null ? "" : language, name));
    }
}
