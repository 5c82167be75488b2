package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.records.BibRecord;

/**
 * Fields and subfields as cataloguers write them: {@code 245ab}, {@code 008/35-37}, {@code 100a/9-12}; and of a field that
 * was found {@code t}, {@code ind2}, {@code 200ae} of a field within it, or {@code /210c} of the whole record.
 *
 * @param absolute whether the whole record is searched
 * @param tag empty where subfields of the field at hand are meant
 * @param codes of subfields; empty where the field's own text is meant
 * @param to where a range of characters ends; 0 where there is none
 * @param sign what stands before a subfield where its origin is told: {@code $} in MARC, {@code ^} in IRBIS
 */
record FieldSelection(boolean absolute, String tag, String codes, int from, int to, String join, String sign)
        implements Selection {

    private static final String RANGE = "(?:/(\\d{1,4})-(\\d{1,4}))?";
    private static final Pattern MARC_FIELD = Pattern.compile("(leader|\\d{3})([a-z0-9]{0,40})" + RANGE);
    private static final Pattern MARC_PART = Pattern.compile("(\\d{3})?(ind[12]|[a-z0-9]{0,40})" + RANGE);
    private static final Pattern IRBIS_FIELD = Pattern.compile("(\\d{1,9})((?:[a-z][a-z0-9]{0,30})?)" + RANGE);
    private static final Pattern IRBIS_PART = Pattern.compile("()([a-z0-9]{1,30})" + RANGE);
    private static final String INDICATOR = "ind";

    /** Reads the notation of MARC, whose tags have three digits. */
    static FieldSelection marc(String written, String join, boolean ofRecord) {
        return of(written, ofRecord, MARC_FIELD, MARC_PART, join, "$", "245ab, 008/35-37 or 100a/9-12");
    }

    /** Reads the notation of IRBIS, whose tags are numbers and whose subfields mostly letters. */
    static FieldSelection irbis(String written, String join, boolean ofRecord) {
        return of(written, ofRecord, IRBIS_FIELD, IRBIS_PART, join, "^", "200ae, 610 or 900c/0-0");
    }

    private static FieldSelection of(
            String written, boolean ofRecord, Pattern field, Pattern part, String join, String sign, String example) {
        boolean absolute = ofRecord || written.startsWith("/");
        String name = written.startsWith("/") ? written.substring(1) : written;
        Matcher matcher = (absolute ? field : part).matcher(name);
        if (name.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("a field is written " + example + ", and not “" + written + "”");
        }
        boolean range = matcher.group(3) != null;
        return new FieldSelection(
                absolute,
                matcher.group(1) == null ? "" : matcher.group(1),
                matcher.group(2),
                range ? Integer.parseInt(matcher.group(3)) : 0,
                range ? Integer.parseInt(matcher.group(4)) + 1 : 0,
                join,
                sign);
    }

    @Override
    public List<Found> find(Node root, Node in) {
        List<Found> all = new ArrayList<>();
        if (tag.isEmpty()) {
            add(in, all);
            return all;
        }
        for (Node field : (absolute ? root : in).children()) {
            if (field.name().equals(tag)) {
                add(field, all);
            }
        }
        return all;
    }

    private void add(Node field, List<Found> all) {
        if (codes.startsWith(INDICATOR)) {
            addText(field, field.attribute(codes), codes, all);
        } else if (to > 0) {
            range(field, all);
        } else if (codes.isEmpty()) {
            // A field that only has subfields counts, for rules that look into it.
            if (!field.own().isBlank() || !field.children().isEmpty()) {
                all.add(new Found(field, new BibRecord.Value(field.own(), "", field.name())));
            }
        } else {
            subfields(field, all);
        }
    }

    /** What has a meaning character by character: a field's own text, or the first of a subfield. */
    private void range(Node field, List<Found> all) {
        String coded = field.own();
        if (!codes.isEmpty()) {
            coded = field.children().stream()
                    .filter(subfield -> subfield.name().equals(codes))
                    .map(Node::text)
                    .findFirst()
                    .orElse("");
        }
        if (coded.length() >= to) {
            String where = field.name() + (codes.isEmpty() ? "" : sign + codes) + "/" + from + "-" + (to - 1);
            addText(field, coded.substring(from, to), where, all);
        }
    }

    private void subfields(Node field, List<Found> all) {
        StringBuilder text = new StringBuilder();
        StringBuilder where = new StringBuilder(field.name());
        for (Node subfield : field.children()) {
            String code = subfield.name();
            if (code.length() == 1 && codes.contains(code) && !subfield.text().isBlank()) {
                append(text, subfield.text().stripTrailing());
                if (where.indexOf(sign + code) < 0) {
                    where.append(sign).append(code);
                }
            }
        }
        addText(field, text.toString(), where.toString(), all);
    }

    private void append(StringBuilder text, String next) {
        if (text.isEmpty() || !join.equals(", ")) {
            text.append(text.isEmpty() ? "" : join).append(next);
            return;
        }
        // Some cataloguers write the comma between two subfields into one of them.
        while (!text.isEmpty() && isGap(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        int start = 0;
        while (start < next.length() && isGap(next.charAt(start))) {
            start++;
        }
        text.append(join).append(next, start, next.length());
    }

    private static boolean isGap(char letter) {
        return letter == ',' || letter == ' ';
    }

    private static void addText(Node field, String text, String where, List<Found> all) {
        if (!text.isBlank()) {
            all.add(new Found(field, new BibRecord.Value(text, "", where)));
        }
    }
}
