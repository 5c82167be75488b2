package kz.ortaq.harvesters.marc;

import java.util.List;
import java.util.regex.Pattern;

/** The dialects of MARC; a record shows its own by its fields. */
enum Dialect {
    MARC21("MARC 21"),
    UNIMARC("UNIMARC"),
    RUSMARC("RUSMARC");

    // UNIMARC 100 $a: the date it was entered, the kind of date of publication, and so on, 36 characters in all.
    private static final Pattern GENERAL = Pattern.compile("[12]\\d{7}[a-z ].*");
    private static final int CHARSETS = 26;

    private final String label;

    Dialect(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The format under which a record of this dialect is kept. */
    String format() {
        return this == MARC21 ? MarcRecord.MARC21 : MarcRecord.UNIMARC;
    }

    /** The dialect of a record; {@code majority}, that of most of its file, where its fields leave it open. */
    static Dialect of(MarcRecord record, Dialect majority) {
        int unimarc = 0;
        unimarc += record.has("200", "a") ? 2 : 0;
        unimarc += record.all("100").stream()
                        .anyMatch(field -> GENERAL.matcher(field.value("a")).matches())
                ? 3
                : 0;
        unimarc += record.has("801", "b") ? 1 : 0;
        unimarc += record.has("210", "a") || record.has("215", "a") ? 1 : 0;
        int marc21 = 0;
        marc21 += record.has("245", "a") ? 2 : 0;
        marc21 += record.all("008").isEmpty() ? 0 : 2;
        marc21 += record.has("040", "a") ? 1 : 0;
        marc21 += record.has("260", "b") || record.has("264", "b") || record.has("300", "a") ? 1 : 0;
        if (marc21 == unimarc) {
            return majority;
        }
        if (marc21 > unimarc) {
            return MARC21;
        }
        return russian(record) ? RUSMARC : UNIMARC;
    }

    private static boolean russian(MarcRecord record) {
        return record.all("801").stream().anyMatch(Dialect::russianAgency)
                || record.all("686").stream().anyMatch(field -> field.value("2").startsWith("rubbk"))
                || record.has("899", "a");
    }

    private static boolean russianAgency(MarcRecord.Field field) {
        return field.value("a").equals("RU") || List.of("RCR", "psbo").contains(field.value("g"));
    }

    /** The charset that the bytes of a record claim for it, by field 100 of UNIMARC and RUSMARC, or by the leader. */
    static MarcCharset claimed(Layout layout) {
        for (Layout.RawField field : layout.fields()) {
            byte[] data = field.data();
            int from = 4 + CHARSETS; // two indicators, and $a
            if (field.tag().equals("100")
                    && data.length > from + 1
                    && data[2] == 0x1F
                    && data[4] >= '0'
                    && data[4] <= '9') {
                return general((data[from] - '0') * 10 + data[from + 1] - '0');
            }
        }
        return layout.leader()[9] == 'a' ? MarcCharset.UTF_8 : MarcCharset.MARC_8;
    }

    /** What RUSMARC's and UNIMARC's codes of charsets stand for. */
    private static MarcCharset general(int code) {
        return switch (code) {
            case 3 -> MarcCharset.ISO_5426;
            case 50 -> MarcCharset.UTF_8;
            case 79 -> MarcCharset.IBM866;
            case 89 -> MarcCharset.WINDOWS_1251;
            case 99 -> MarcCharset.KOI8_R;
            default -> MarcCharset.ASCII;
        };
    }
}
