package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** The fields of a MARCXML record, named as cataloguers do: {@code 245ab}, {@code 008/35-37}, {@code 100a/9-12}. */
final class MarcFields implements Fields {

    private static final String NAMESPACE = "http://www.loc.gov/MARC21/slim";
    private static final Pattern CONTROL = Pattern.compile("(leader|\\d{3})([a-z0-9]?)/(\\d+)-(\\d+)");

    private record Subfield(String code, String value) {}

    private record Field(String tag, String content, List<Subfield> subfields) {

        /** What has a meaning character by character: a control field's content, or the first of a subfield. */
        String coded(String code) {
            return subfields.stream()
                    .filter(subfield -> subfield.code().equals(code))
                    .map(Subfield::value)
                    .findFirst()
                    .orElse(code.isEmpty() ? content : "");
        }
    }

    private final List<Field> fields = new ArrayList<>();

    private MarcFields() {}

    static Fields of(RawRecord raw) throws RecordRejected {
        MarcFields fields = new MarcFields();
        try {
            XMLStreamReader reader = Xml.reader(raw.payload());
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && NAMESPACE.equals(reader.getNamespaceURI())) {
                    fields.read(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), String.valueOf(e.getMessage()));
        }
        return fields;
    }

    @Override
    public List<BibRecord.Value> values(CrosswalkTable.Rule rule) {
        Matcher control = CONTROL.matcher(rule.from());
        if (control.matches()) {
            int from = Integer.parseInt(control.group(3));
            int to = Integer.parseInt(control.group(4)) + 1;
            return fields.stream()
                    .filter(field -> field.tag().equals(control.group(1)))
                    .map(field -> field.coded(control.group(2)))
                    .filter(coded -> coded.length() >= to)
                    .map(coded -> new BibRecord.Value(coded.substring(from, to), "", rule.from()))
                    .toList();
        }
        String tag = rule.from().substring(0, 3);
        String codes = rule.from().substring(3);
        List<BibRecord.Value> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.tag().equals(tag) && fits(field, rule.when())) {
                String value = field.subfields().stream()
                        .filter(subfield -> codes.contains(subfield.code()))
                        .map(Subfield::value)
                        .collect(Collectors.joining(rule.join()));
                if (!value.isBlank()) {
                    values.add(new BibRecord.Value(value, "", tag + codes.replaceAll("(.)", "\\$$1")));
                }
            }
        }
        return values;
    }

    private static boolean fits(Field field, String condition) {
        return condition.isEmpty()
                || field.subfields().stream()
                        .anyMatch(subfield -> condition.equals(subfield.code() + "=" + subfield.value()));
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        String tag = Objects.requireNonNullElse(reader.getAttributeValue(null, "tag"), "");
        switch (reader.getLocalName()) {
            case "leader" -> fields.add(new Field("leader", reader.getElementText(), new ArrayList<>()));
            case "controlfield" -> fields.add(new Field(tag, reader.getElementText(), new ArrayList<>()));
            case "datafield" -> fields.add(new Field(tag, "", new ArrayList<>()));
            case "subfield" -> {
                String code = Objects.requireNonNullElse(reader.getAttributeValue(null, "code"), "");
                String value = reader.getElementText().strip();
                if (!fields.isEmpty() && !code.isEmpty() && !value.isEmpty()) {
                    Field last = fields.getLast();
                    if (last.content().isEmpty()) {
                        last.subfields().add(new Subfield(code, value));
                    }
                }
            }
            default -> {}
        }
    }
}
