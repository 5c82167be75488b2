package kz.ortaq.harvesters.marc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import kz.ortaq.config.Reason;

/** Gathers the lines of one record after the other, and lets a {@link LineForm} read them. */
final class LineRecordReader implements ItemReader {

    private final Lines lines;
    private final int largest;
    private final LineForm form;
    private final Majority majority;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private Optional<Lines.Line> held = Optional.empty();
    private long count;

    /** @param largest how many bytes a record may have */
    LineRecordReader(InputStream in, int largest, LineForm form, Majority majority) {
        this.lines = new Lines(in, largest);
        this.largest = largest;
        this.form = form;
        this.majority = majority;
    }

    @Override
    public Optional<Item> next() throws IOException {
        record.reset();
        long offset = 0;
        long length = 0;
        while (true) {
            Optional<Lines.Line> line = held.isPresent() ? held : lines.next();
            held = Optional.empty();
            boolean begun = length > 0;
            if (line.isEmpty()) {
                return begun ? Optional.of(item(offset, length)) : Optional.empty();
            }
            if (form.separates(line.get())) {
                if (begun) {
                    return Optional.of(item(offset, length));
                }
                continue;
            }
            if (line.get().isBlank()) {
                continue;
            }
            if (begun && form.begins(line.get())) {
                held = line;
                return Optional.of(item(offset, length));
            }
            if (!begun) {
                offset = line.get().offset();
            }
            length += line.get().bytes().length + 1L;
            if (length <= largest) {
                record.writeBytes(line.get().bytes());
                record.write('\n');
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Item item(long offset, long length) {
        byte[] sent = record.toByteArray();
        count++;
        String place = "record " + count + ", byte " + offset;
        if (length > largest) {
            return new Item.Refused(place, Reason.RECORD_TOO_LARGE, String.valueOf(largest), sent);
        }
        Item item = form.read(place, sent, majority);
        if (item instanceof Item.Remark) {
            count--; // text around records is none of them
        }
        return item;
    }
}
