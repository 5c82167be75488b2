package kz.ortaq.harvesters.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;

/**
 * MARC as lines: as MarcEdit writes it ({@code =245  10$aTitle}), and as yaz-marcdump and most catalogues show it
 * ({@code 245 10 $a Title}).
 */
final class MarcLines implements LineForm {

    private static final Pattern LEADER = Pattern.compile(
            "(?:(?:=?(?:LDR|LEADER)|000) {1,4})?(\\d{5}[a-z ][a-z ][a-z# |].{0,17})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_LEADER = Pattern.compile("(?:=?(?:LDR|LEADER)|000) {1,4}(.{0,24})");
    private static final Pattern FIELD = Pattern.compile("=?(\\d{3}|[A-Z][A-Z0-9]{2})(?: {1,4}(.*))?");
    private static final Pattern SPACED = Pattern.compile("(?:^| )[$‡|]([a-z0-9]) ");
    private static final Pattern CLOSE = Pattern.compile("[$‡|]([a-z0-9])");

    @Override
    public boolean separates(Lines.Line line) {
        return line.isBlank();
    }

    @Override
    public boolean begins(Lines.Line line) {
        return isLeader(Decoded.of(line.bytes(), MarcCharset.WINDOWS_1252).text());
    }

    static boolean isLeader(String line) {
        return line.length() < 40
                && (LEADER.matcher(line).matches() || NAMED_LEADER.matcher(line).matches());
    }

    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    @Override
    public Item read(String place, byte[] sent, Majority majority) {
        MarcCharset charset = CharsetChoice.of(sent, MarcCharset.ASCII, majority.charset());
        PlainText plain = new PlainText();
        List<Mend> mends = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        String leader = "";
        for (String line : plain.decode(sent, charset).split("\n")) {
            Matcher named = NAMED_LEADER.matcher(line);
            if (fields.isEmpty() && leader.isEmpty() && isLeader(line)) {
                leader = named.matches() ? named.group(1) : line;
            } else if (FIELD.matcher(line).matches()) {
                fields.add(line);
            } else if (!fields.isEmpty()) {
                fields.set(fields.size() - 1, fields.getLast() + " " + line.strip());
                mends.add(new Mend(Reason.MARC_LINE_MENDED, line));
            } else {
                mends.add(new Mend(Reason.MARC_TEXT_BETWEEN, line));
            }
        }
        MarcRecord.Builder builder = new MarcRecord.Builder(plain);
        // Tools that show records leave blanks at a line's end out, or show them as backslashes.
        builder.leader((leader.replace('\\', ' ') + " ".repeat(24)).substring(0, 24));
        fields.forEach(line -> field(line, builder));
        if (builder.isEmpty()) {
            return new Item.Remark(place, Severity.WARNING, Reason.MARC_TEXT_BETWEEN, Snippet.of(sent));
        }
        return item(place, sent, majority, charset, plain, builder, mends);
    }

    private static Item item(
            String place,
            byte[] sent,
            Majority majority,
            MarcCharset charset,
            PlainText plain,
            MarcRecord.Builder builder,
            List<Mend> mends) {
        MarcRecord record = builder.build();
        plain.note(charset, mends);
        Dialect dialect = Dialect.of(record, majority.dialect());
        return new Item.Read(
                place,
                record.number(),
                record.leader().charAt(5) == 'd',
                dialect.format(),
                record.toXml(),
                dialect.label(),
                charset == MarcCharset.ASCII ? "" : charset.label(),
                "",
                sent,
                mends);
    }

    private static void field(String line, MarcRecord.Builder builder) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches() || field.group(2) == null) {
            return;
        }
        String tag = field.group(1);
        String data = field.group(2);
        boolean edited = line.startsWith("=");
        if (tag.startsWith("00")) {
            builder.control(tag, edited ? data.replace('\\', ' ') : data);
            return;
        }
        Matcher spaced = SPACED.matcher(data);
        Pattern divider = spaced.find() && spaced.start() <= 3 ? SPACED : CLOSE;
        List<MarcRecord.Subfield> subfields = new ArrayList<>();
        Matcher matcher = divider.matcher(data);
        String indicators = data;
        String code = "";
        int from = 0;
        while (matcher.find()) {
            if (code.isEmpty()) {
                indicators = data.substring(0, matcher.start());
            } else {
                subfields.add(new MarcRecord.Subfield(code, mnemonics(data.substring(from, matcher.start()), edited)));
            }
            code = matcher.group(1);
            from = matcher.end();
        }
        if (code.isEmpty()) {
            subfields.add(new MarcRecord.Subfield("a", mnemonics(data, edited)));
            indicators = "";
        } else {
            subfields.add(new MarcRecord.Subfield(code, mnemonics(data.substring(from), edited)));
        }
        builder.data(tag, indicators.replace('\\', ' ').replace('#', ' ').replace('_', ' '), subfields);
    }

    /** Signs that mean something in MarcEdit's form are written by name in it. */
    private static String mnemonics(String value, boolean edited) {
        if (!edited || value.indexOf('{') < 0) {
            return value.stripTrailing();
        }
        return value.replace("{dollar}", "$")
                .replace("{bsol}", "\\")
                .replace("{lcub}", "{")
                .replace("{rcub}", "}")
                .stripTrailing();
    }
}
