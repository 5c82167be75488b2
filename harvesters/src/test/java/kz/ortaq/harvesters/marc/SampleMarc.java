package kz.ortaq.harvesters.marc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.ortaq.config.Reason;

/** Makes small records of ISO 2709, sound ones, whose bytes a test then damages; and reads items out of bytes. */
final class SampleMarc {

    static final int LARGEST = 20_000;

    private final StringBuilder tags = new StringBuilder();
    private final List<String> fields = new ArrayList<>();
    private String leader = "     nam  22     3i 4500";

    static SampleMarc marc21(String number, String title) {
        return new SampleMarc()
                .control("001", number)
                .control("008", "970101s1997    kz |||||||||||||||||kaz||")
                .data("245", "10", "a" + title);
    }

    static SampleMarc rusmarc(String number, String title) {
        SampleMarc record = new SampleMarc()
                .control("001", number)
                .data("100", "  ", "a19970101d1997    u  y0rusy0189    ca")
                .data("200", "1 ", "a" + title)
                .data("801", " 0", "aRU", "bNLR");
        return record.leader("     nam0 22     3i 450 ");
    }

    SampleMarc leader(String text) {
        leader = text;
        return this;
    }

    /** Says in the leader that the record is UTF-8. */
    SampleMarc utf8() {
        return leader("     nam a22     3i 4500");
    }

    SampleMarc control(String tag, String content) {
        tags.append(tag);
        fields.add(content);
        return this;
    }

    SampleMarc data(String tag, String indicators, String... subfields) {
        return control(tag, indicators + "\u001F" + String.join("\u001F", subfields));
    }

    byte[] bytes(Charset charset) {
        StringBuilder directory = new StringBuilder();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int i = 0; i < fields.size(); i++) {
            byte[] field = (fields.get(i) + "\u001E").getBytes(charset);
            directory
                    .append(tags, 3 * i, 3 * i + 3)
                    .append(digits(field.length, 4))
                    .append(digits(data.size(), 5));
            data.writeBytes(field);
        }
        int base = 24 + directory.length() + 1;
        String start =
                digits(base + data.size() + 1, 5) + leader.substring(5, 12) + digits(base, 5) + leader.substring(17);
        return together(start + directory + "\u001E", data.toByteArray(), "\u001D");
    }

    byte[] bytes() {
        return bytes(StandardCharsets.UTF_8);
    }

    /** Pieces one behind the other; texts byte for byte, as ISO 8859-1. */
    static byte[] together(Object... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            all.writeBytes(
                    piece instanceof byte[] bytes ? bytes : piece.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return all.toByteArray();
    }

    /** The record with the first {@code from} in its bytes replaced. */
    static byte[] replaced(byte[] record, String from, String to) {
        String text = new String(record, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(from + " is not there");
        }
        return together(text.substring(0, at), to, text.substring(at + from.length()));
    }

    static List<Item> items(byte[] file) throws IOException {
        return items(new Iso2709Reader(new ByteArrayInputStream(file), LARGEST, Majority.UNKNOWN));
    }

    static List<Item> items(ItemReader reader) throws IOException {
        List<Item> items = new ArrayList<>();
        try (reader) {
            for (Optional<Item> item = reader.next(); item.isPresent(); item = reader.next()) {
                items.add(item.get());
            }
        }
        return items;
    }

    static List<Item.Read> read(List<Item> items) {
        return items.stream()
                .filter(Item.Read.class::isInstance)
                .map(Item.Read.class::cast)
                .toList();
    }

    static List<Item.Refused> refused(List<Item> items) {
        return items.stream()
                .filter(Item.Refused.class::isInstance)
                .map(Item.Refused.class::cast)
                .toList();
    }

    static List<Reason> reasons(Item.Read item) {
        return item.mends().stream().map(Mend::reason).distinct().toList();
    }

    /** The first subfield {@code $a} of a field in a payload. */
    static String title(Item.Read item, String tag) {
        String payload = item.payload();
        int field = payload.indexOf("tag=\"" + tag + "\"");
        int from = payload.indexOf("code=\"a\">", field) + 9;
        return payload.substring(from, payload.indexOf('<', from));
    }

    static List<String> titles(List<Item> items) {
        return read(items).stream()
                .map(item -> title(item, item.format().equals(MarcRecord.UNIMARC) ? "200" : "245"))
                .toList();
    }

    /** As programs write numbers that do not fit: with the last digits alone. */
    private static String digits(int number, int width) {
        String digits = String.format(Locale.ROOT, "%0" + width + "d", number);
        return digits.substring(digits.length() - width);
    }
}
