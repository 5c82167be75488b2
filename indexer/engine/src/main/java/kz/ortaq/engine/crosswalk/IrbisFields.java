package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;

/**
 * The fields of an IRBIS record in its text form, named by tag and subfields: {@code 200ae}; {@code 610} alone is what a
 * field says before its first subfield. IRBIS takes {@code ^a} and {@code ^A} for the same.
 */
final class IrbisFields implements Fields {

    private static final Pattern LINE = Pattern.compile("#(\\d{1,9}): (.*)");
    private static final Pattern NAME = Pattern.compile("(\\d{1,9}?)([a-z]{0,20})");

    private record Subfield(String code, String value) {}

    private record Field(String tag, List<Subfield> subfields) {}

    private final List<Field> fields = new ArrayList<>();

    private IrbisFields() {}

    static Fields of(RawRecord raw) {
        IrbisFields fields = new IrbisFields();
        raw.payload().lines().forEach(fields::read);
        return fields;
    }

    @Override
    public List<BibRecord.Value> values(CrosswalkTable.Rule rule) {
        Matcher name = NAME.matcher(rule.from());
        if (!name.matches()) {
            throw new IllegalStateException("a field of IRBIS is written 200ae, and not " + rule.from());
        }
        String tag = name.group(1);
        String codes = name.group(2);
        List<BibRecord.Value> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.tag().equals(tag) && fits(field, rule.when())) {
                String value = field.subfields().stream()
                        .filter(subfield -> codes.isEmpty()
                                ? subfield.code().isEmpty()
                                : !subfield.code().isEmpty() && codes.contains(subfield.code()))
                        .map(Subfield::value)
                        .collect(Collectors.joining(rule.join()));
                if (!value.isBlank()) {
                    values.add(new BibRecord.Value(value, "", tag + codes.replaceAll("(.)", "^$1")));
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

    private void read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        List<Subfield> subfields = new ArrayList<>();
        String[] parts = matcher.group(2).split("\\^", -1);
        add("", parts[0], subfields);
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                add(parts[i].substring(0, 1).toLowerCase(Locale.ROOT), parts[i].substring(1), subfields);
            }
        }
        fields.add(new Field(matcher.group(1), subfields));
    }

    private static void add(String code, String value, List<Subfield> subfields) {
        if (!value.isBlank()) {
            subfields.add(new Subfield(code, value.strip()));
        }
    }
}
