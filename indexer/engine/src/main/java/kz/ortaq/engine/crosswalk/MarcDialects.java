package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.regex.Pattern;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** Tells MARC 21 from UNIMARC and RUSMARC by the fields of a record, for in XML all of them share one namespace. */
final class MarcDialects implements Crosswalk {

    // UNIMARC 100 $a: the date it was entered, the kind of date of publication, and so on.
    private static final Pattern GENERAL = Pattern.compile("[12]\\d{7}[a-z ].*");

    private final TableCrosswalk marc21;
    private final TableCrosswalk unimarc;

    MarcDialects(TableCrosswalk marc21, TableCrosswalk unimarc) {
        this.marc21 = marc21;
        this.unimarc = unimarc;
    }

    @Override
    public Mapped map(RawRecord raw, List<FullText> texts) throws RecordRejected {
        Node fields = marc21.read(raw);
        return (isUnimarc(fields) ? unimarc : marc21).map(raw, fields);
    }

    private static boolean isUnimarc(Node record) {
        int unimarc = 0;
        int marc21 = 0;
        for (Node field : record.children()) {
            switch (field.name()) {
                case "200" -> unimarc += has(field, "a") ? 2 : 0;
                case "100" -> unimarc += isGeneral(field) ? 3 : 0;
                case "801" -> unimarc += has(field, "b") ? 1 : 0;
                case "210", "215" -> unimarc += has(field, "a") ? 1 : 0;
                case "245" -> marc21 += has(field, "a") ? 2 : 0;
                case "008" -> marc21 += 2;
                case "040", "300" -> marc21 += has(field, "a") ? 1 : 0;
                case "260", "264" -> marc21 += has(field, "b") ? 1 : 0;
                default -> {}
            }
        }
        return unimarc > marc21;
    }

    private static boolean has(Node field, String code) {
        return field.children().stream().anyMatch(subfield -> subfield.name().equals(code));
    }

    private static boolean isGeneral(Node field) {
        return field.children().stream()
                .anyMatch(subfield -> subfield.name().equals("a")
                        && GENERAL.matcher(subfield.text()).matches());
    }
}
