package kz.ortaq.engine.crosswalk;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.records.RawRecord;

/**
 * An IRBIS record in its text form, named by tag and subfields: {@code 200ae}; {@code 610} alone is what a field says
 * before its first subfield. IRBIS takes {@code ^a} and {@code ^A} for the same.
 */
final class IrbisNotation implements Notation {

    private static final Pattern LINE = Pattern.compile("#(\\d{1,9}): (.*)");

    @Override
    public Selection field(String written, String join) {
        return FieldSelection.irbis(written, join, true);
    }

    @Override
    public Selection part(String written, String join) {
        return FieldSelection.irbis(written, join, false);
    }

    @Override
    public Node read(RawRecord raw) {
        Node record = Node.named("record");
        raw.payload().lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                record.add(field(matcher.group(1), matcher.group(2).split("\\^", -1)));
            }
        });
        return record;
    }

    private static Node field(String tag, String[] parts) {
        Node field = Node.of(tag, parts[0].strip());
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].length() > 1) {
                String code = parts[i].substring(0, 1).toLowerCase(Locale.ROOT);
                String value = parts[i].substring(1).strip();
                if (!value.isEmpty()) {
                    field.add(Node.of(code, value));
                }
            }
        }
        return field;
    }
}
