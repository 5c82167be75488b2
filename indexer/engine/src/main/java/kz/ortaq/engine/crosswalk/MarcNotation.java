package kz.ortaq.engine.crosswalk;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.config.Reason;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/**
 * MARC written as XML (MARCXML, MarcXchange and their kin), named as cataloguers do: {@code 245ab}, {@code 008/35-37}.
 * Where a field links to another record and holds fields of that one (UNIMARC 4--, {@code $1 2001 $aTitle}), these are
 * parts of it.
 */
final class MarcNotation implements Notation {

    // An embedded field begins with its tag and, where it is no control field, two indicators.
    private static final Pattern EMBEDDED = Pattern.compile("00\\d.*|\\d{3}[ 0-9#|].{0,3}", Pattern.DOTALL);
    private static final String LINKING = "4";
    private static final int TAG = 3;

    @Override
    public Selection field(String written, String join) {
        return FieldSelection.marc(written, join, true);
    }

    @Override
    public Selection part(String written, String join) {
        return FieldSelection.marc(written, join, false);
    }

    @Override
    public Node read(RawRecord raw) throws RecordRejected {
        Reading reading = new Reading();
        try {
            XMLStreamReader reader = Xml.reader(raw.payload());
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    reading.read(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), String.valueOf(e.getMessage()));
        }
        return reading.record;
    }

    private static final class Reading {
        private final Node record = Node.named("record");
        private Node field = record;
        private Node open = record;

        void read(XMLStreamReader reader) throws XMLStreamException {
            String tag = Objects.requireNonNullElse(reader.getAttributeValue(null, "tag"), "");
            switch (reader.getLocalName()) {
                case "leader" -> record.add(Node.of("leader", reader.getElementText()));
                case "controlfield" -> record.add(Node.of(tag, reader.getElementText()));
                case "datafield" -> {
                    field = record.add(Node.field(tag, indicators(reader)));
                    open = field;
                }
                case "subfield" -> {
                    String code = Objects.requireNonNullElse(reader.getAttributeValue(null, "code"), "");
                    add(code, reader.getElementText());
                }
                default -> {}
            }
        }

        private static Map<String, String> indicators(XMLStreamReader reader) {
            return Map.of(
                    "ind1", Objects.requireNonNullElse(reader.getAttributeValue(null, "ind1"), ""),
                    "ind2", Objects.requireNonNullElse(reader.getAttributeValue(null, "ind2"), ""));
        }

        private void add(String code, String written) {
            if (field == record || code.isEmpty() || written.isBlank()) {
                return;
            }
            if (code.equals("1")
                    && field.name().startsWith(LINKING)
                    && EMBEDDED.matcher(written).matches()) {
                String tag = written.substring(0, TAG);
                open = field.add(
                        tag.startsWith("00")
                                ? Node.of(tag, written.substring(TAG).strip())
                                : Node.named(tag));
                return;
            }
            open.add(Node.of(code, written));
        }
    }
}
