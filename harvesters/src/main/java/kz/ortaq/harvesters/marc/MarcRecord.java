package kz.ortaq.harvesters.marc;

import java.util.ArrayList;
import java.util.List;

/** A MARC record of any dialect, in Unicode. */
record MarcRecord(String leader, List<Field> fields) {

    /** The format of a MARC 21 record: the namespace of MARCXML. */
    static final String MARC21 = "http://www.loc.gov/MARC21/slim";

    /** The format of a UNIMARC or RUSMARC record, which is written like MARCXML too. */
    static final String UNIMARC = "unimarc";

    /** @param content of a control field; empty for a field with subfields */
    record Field(String tag, String indicators, String content, List<Subfield> subfields) {

        static Field control(String tag, String content) {
            return new Field(tag, "  ", content, List.of());
        }

        boolean isControl() {
            return subfields.isEmpty();
        }

        /** The first value of a subfield; empty where there is none. */
        String value(String code) {
            for (Subfield subfield : subfields) {
                if (subfield.code().equals(code)) {
                    return subfield.value();
                }
            }
            return "";
        }
    }

    record Subfield(String code, String value) {}

    MarcRecord {
        fields = List.copyOf(fields);
    }

    List<Field> all(String tag) {
        return fields.stream().filter(field -> field.tag().equals(tag)).toList();
    }

    boolean has(String tag, String code) {
        return all(tag).stream().anyMatch(field -> !field.value(code).isBlank());
    }

    /** The number that the library's system gave the record; empty where it gave none. */
    String number() {
        for (Field field : all("001")) {
            if (!field.content().isBlank()) {
                return field.content().strip();
            }
        }
        return "";
    }

    /** The record as MARCXML, which holds every dialect; it is the same for the same record. */
    String toXml() {
        StringBuilder xml = new StringBuilder(2_000);
        xml.append("<record xmlns=\"").append(MARC21).append("\">\n<leader>");
        escape(leader, xml).append("</leader>\n");
        for (Field field : fields) {
            if (field.isControl()) {
                xml.append("<controlfield tag=\"");
                escape(field.tag(), xml).append("\">");
                escape(field.content(), xml).append("</controlfield>\n");
                continue;
            }
            xml.append("<datafield tag=\"");
            escape(field.tag(), xml).append("\" ind1=\"");
            escape(field.indicators().substring(0, 1), xml).append("\" ind2=\"");
            escape(field.indicators().substring(1, 2), xml).append("\">\n");
            for (Subfield subfield : field.subfields()) {
                xml.append("  <subfield code=\"");
                escape(subfield.code(), xml).append("\">");
                escape(subfield.value(), xml).append("</subfield>\n");
            }
            xml.append("</datafield>\n");
        }
        return xml.append("</record>").toString();
    }

    private static StringBuilder escape(String text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(c);
            }
        }
        return xml;
    }

    /** Gathers a record and what was wrong with it. */
    static final class Builder {

        private static final int WIDTH = 24;

        private final List<Field> fields = new ArrayList<>();
        private final PlainText plain;
        private String leader = " ".repeat(WIDTH);

        Builder(PlainText plain) {
            this.plain = plain;
        }

        /** Takes a leader; one that is too short is filled up. Returns whether it was whole. */
        boolean leader(String text) {
            String clean = plain.leader(text);
            leader = (clean + " ".repeat(WIDTH)).substring(0, WIDTH);
            return clean.length() == WIDTH && clean.equals(text);
        }

        void control(String tag, String content) {
            fields.add(Field.control(tag, plain.clean(content)));
        }

        void data(String tag, String indicators, List<Subfield> subfields) {
            String two = (plain.clean(indicators) + "  ").substring(0, 2);
            List<Subfield> kept = new ArrayList<>();
            for (Subfield subfield : subfields) {
                String code = plain.clean(subfield.code());
                String value = plain.clean(subfield.value());
                if (!code.isEmpty() && !value.isEmpty()) {
                    kept.add(new Subfield(code, value));
                }
            }
            if (!kept.isEmpty()) {
                fields.add(new Field(tag, two, "", List.copyOf(kept)));
            }
        }

        boolean isEmpty() {
            return fields.isEmpty();
        }

        MarcRecord build() {
            return new MarcRecord(leader, fields);
        }
    }
}
