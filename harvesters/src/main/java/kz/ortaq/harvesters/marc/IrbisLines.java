package kz.ortaq.harvesters.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;

/** The text export of IRBIS64: lines {@code #200: ^AАбай жолы}, records divided by five asterisks. */
final class IrbisLines implements LineForm {

    private static final Pattern FIELD = Pattern.compile("#(\\d{1,9}):\\s?(.*)");
    private static final Pattern NO_NUMBER_SIGN = Pattern.compile("(\\d{1,9}):\\s?(.*)");
    private static final Pattern NO_COLON = Pattern.compile("#(\\d{1,9})\\s(.*)");

    @Override
    public boolean separates(Lines.Line line) {
        byte[] bytes = line.bytes();
        if (bytes.length < 5) {
            return false;
        }
        for (int i = 0; i < 5; i++) {
            if (bytes[i] != '*') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean begins(Lines.Line line) {
        return false;
    }

    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    @Override
    public Item read(String place, byte[] sent, Majority majority) {
        MarcCharset charset = CharsetChoice.of(sent, MarcCharset.ASCII, majority.charset());
        PlainText plain = new PlainText();
        List<Mend> mends = new ArrayList<>();
        List<IrbisRecord.Field> fields = new ArrayList<>();
        for (String line : plain.decode(sent, charset).split("\n")) {
            Matcher whole = FIELD.matcher(line);
            Matcher numbered = NO_NUMBER_SIGN.matcher(line);
            Matcher marked = NO_COLON.matcher(line);
            if (whole.matches()) {
                add(whole, plain, fields);
            } else if (numbered.matches()) {
                add(numbered, plain, fields);
                mends.add(new Mend(Reason.MARC_LINE_MENDED, line));
            } else if (marked.matches()) {
                add(marked, plain, fields);
                mends.add(new Mend(Reason.MARC_LINE_MENDED, line));
            } else if (!fields.isEmpty()) {
                IrbisRecord.Field last = fields.getLast();
                String value = last.value() + " " + plain.clean(line.strip());
                fields.set(fields.size() - 1, new IrbisRecord.Field(last.tag(), value));
                mends.add(new Mend(Reason.MARC_LINE_MENDED, line));
            } else {
                mends.add(new Mend(Reason.MARC_TEXT_BETWEEN, line));
            }
        }
        if (fields.isEmpty()) {
            return new Item.Remark(place, Severity.WARNING, Reason.MARC_TEXT_BETWEEN, Snippet.of(sent));
        }
        plain.note(charset, mends);
        IrbisRecord record = new IrbisRecord(fields);
        return new Item.Read(
                place,
                record.code(),
                false,
                IrbisRecord.FORMAT,
                record.toText(),
                MarcForm.IRBIS_TEXT.dialect(),
                charset == MarcCharset.ASCII ? "" : charset.label(),
                "",
                sent,
                mends);
    }

    private static void add(Matcher line, PlainText plain, List<IrbisRecord.Field> fields) {
        String value = plain.clean(line.group(2)).strip();
        if (!value.isEmpty()) {
            fields.add(new IrbisRecord.Field(Integer.parseInt(line.group(1)), value));
        }
    }
}
