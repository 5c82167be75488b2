package kz.ortaq.harvesters.marc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;

/** Reads ISO 2709 as it should be and as it is. One record is in memory at a time. */
final class Iso2709Reader implements ItemReader {

    private static final int SUBFIELD = 0x1F;

    private final Window window;
    private final Iso2709Splitter splitter;
    private final Majority majority;
    private final int largest;
    private long count;

    /** @param largest how many bytes a record may have */
    Iso2709Reader(InputStream in, int largest, Majority majority) {
        this.window = new Window(in, 2 * largest + 64);
        this.splitter = new Iso2709Splitter(window, largest);
        this.largest = largest;
        this.majority = majority;
    }

    @Override
    public Optional<Item> next() throws IOException {
        return splitter.next().map(this::item);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private Item item(Chunk chunk) {
        if (chunk.kind() == Chunk.Kind.TEXT) {
            return new Item.Remark(
                    "byte " + chunk.offset(), Severity.WARNING, Reason.MARC_TEXT_BETWEEN, Snippet.of(chunk.bytes()));
        }
        count++;
        String place = "record " + count + ", byte " + chunk.offset();
        if (chunk.kind() == Chunk.Kind.TOO_LARGE) {
            return new Item.Refused(place, Reason.RECORD_TOO_LARGE, String.valueOf(largest), chunk.bytes());
        }
        Optional<Layout> layout = Layout.of(chunk.bytes());
        if (chunk.kind() == Chunk.Kind.OPEN) {
            // Without its end a record is whole only if its directory accounts for every byte that is there.
            boolean whole = layout.isPresent() && layout.get().accounted();
            if (!whole) {
                return new Item.Refused(place, Reason.MARC_RECORD_CUT, Snippet.of(chunk.bytes()), chunk.bytes());
            }
        }
        if (layout.isEmpty()) {
            return new Item.Refused(place, Reason.RECORD_BROKEN, Snippet.of(chunk.bytes()), chunk.bytes());
        }
        List<Mend> mends = new ArrayList<>(layout.get().mends());
        if (chunk.kind() == Chunk.Kind.OPEN) {
            mends.add(new Mend(Reason.MARC_LENGTH_WRONG, "0x1D"));
        }
        return read(place, chunk.bytes(), layout.get(), mends);
    }

    private Item read(String place, byte[] sent, Layout layout, List<Mend> mends) {
        MarcCharset claimed = Dialect.claimed(layout);
        MarcCharset charset = CharsetChoice.of(together(layout), claimed, majority.charset());
        PlainText plain = new PlainText();
        MarcRecord.Builder builder = new MarcRecord.Builder(plain);
        String leader = new String(layout.leader(), StandardCharsets.ISO_8859_1);
        if (!builder.leader(leader) && mends.stream().noneMatch(mend -> mend.reason() == Reason.MARC_LEADER_BROKEN)) {
            mends.add(new Mend(Reason.MARC_LEADER_BROKEN, leader));
        }
        for (Layout.RawField field : layout.fields()) {
            add(field, charset, leader.charAt(9) != 'a', plain, builder);
        }
        if (builder.isEmpty()) {
            return new Item.Refused(place, Reason.RECORD_BROKEN, Snippet.of(sent), sent);
        }
        MarcRecord record = builder.build();
        Dialect dialect = Dialect.of(record, majority.dialect());
        plain.note(charset, mends);
        return new Item.Read(
                place,
                record.number(),
                layout.leader()[5] == 'd',
                dialect.format(),
                record.toXml(),
                dialect.label(),
                charset == MarcCharset.ASCII ? "" : charset.label(),
                misstated(claimed, charset, dialect) ? claimed.label() : "",
                sent,
                mends);
    }

    /** Whether a record says another charset than its own; a blank in the leader says something in MARC 21 alone. */
    private static boolean misstated(MarcCharset claimed, MarcCharset charset, Dialect dialect) {
        return charset != MarcCharset.ASCII
                && claimed != MarcCharset.ASCII
                && claimed != charset
                && (claimed != MarcCharset.MARC_8 || dialect == Dialect.MARC21);
    }

    private static void add(
            Layout.RawField field,
            MarcCharset charset,
            boolean references,
            PlainText plain,
            MarcRecord.Builder builder) {
        List<byte[]> parts = parts(field.data());
        String first = plain.decode(parts.getFirst(), charset);
        if (parts.size() == 1) {
            if (field.tag().startsWith("00")) {
                builder.control(field.tag(), first);
            } else if (first.length() > 2) {
                // A field that forgot its subfields says all of it in the first one.
                builder.data(
                        field.tag(), first.substring(0, 2), List.of(new MarcRecord.Subfield("a", first.substring(2))));
            }
            return;
        }
        List<MarcRecord.Subfield> subfields = new ArrayList<>();
        for (byte[] part : parts.subList(1, parts.size())) {
            if (part.length > 1) {
                String code = String.valueOf((char) (part[0] & 0xFF));
                byte[] value = Arrays.copyOfRange(part, 1, part.length);
                String text = plain.decode(value, charset);
                boolean ascii = charset == MarcCharset.ASCII && references;
                subfields.add(new MarcRecord.Subfield(code, ascii ? Marc8.resolved(text) : text));
            }
        }
        builder.data(field.tag(), first, subfields);
    }

    private static List<byte[]> parts(byte[] data) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= data.length; at++) {
            if (at == data.length || data[at] == SUBFIELD) {
                parts.add(Arrays.copyOfRange(data, from, at));
                from = at + 1;
            }
        }
        return parts;
    }

    private static byte[] together(Layout layout) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Layout.RawField field : layout.fields()) {
            text.writeBytes(field.data());
            text.write(' ');
        }
        return text.toByteArray();
    }
}
