package kz.ortaq.harvesters.marc;

import java.util.List;

/** A record of IRBIS64: numbered fields, subfields marked by a caret, in Unicode. */
record IrbisRecord(List<Field> fields) {

    /** The format of such a record: lines {@code #200: ^AАбай жолы^FМ. Әуезов}. */
    static final String FORMAT = "irbis";

    /** What IRBIS calls the shelf code of a document, by which it tells a document from another on import. */
    private static final int CODE = 903;

    record Field(int tag, String value) {}

    IrbisRecord {
        fields = List.copyOf(fields);
    }

    /** The code that the library's system gave the record; empty where it gave none. */
    String code() {
        for (Field field : fields) {
            if (field.tag() == CODE && !field.value().isBlank()) {
                return field.value().strip();
            }
        }
        return "";
    }

    /** The record as IRBIS exports it. */
    String toText() {
        StringBuilder text = new StringBuilder(1_000);
        for (Field field : fields) {
            text.append('#')
                    .append(field.tag())
                    .append(": ")
                    .append(field.value())
                    .append('\n');
        }
        return text.toString();
    }
}
