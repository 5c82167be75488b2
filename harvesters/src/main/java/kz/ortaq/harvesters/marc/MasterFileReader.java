package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;

/** Reads the records of an IRBIS64 database by their numbers (MFN), deleted ones included. */
final class MasterFileReader implements ItemReader {

    private final MasterFile master;
    private final String database;
    private final CrossReference reference;
    private final int largest;
    private final Majority majority;
    private boolean told;
    private int mfn;

    /**
     * @param database the database's name, which tells its numbers from those of another
     * @param crossReference the .XRF file beside the master file; empty where there is none
     * @param largest how many bytes a record may have
     */
    MasterFileReader(Path file, String database, Optional<Path> crossReference, int largest, Majority majority)
            throws IOException {
        this.database = database;
        this.master = new MasterFile(file);
        this.reference = CrossReference.of(master, crossReference, largest);
        this.largest = largest;
        this.majority = majority;
    }

    @Override
    public Optional<Item> next() throws IOException {
        if (!told) {
            told = true;
            if (!reference.fault().isEmpty()) {
                return Optional.of(
                        new Item.Remark("XRF", Severity.WARNING, Reason.IRBIS_XRF_BROKEN, reference.fault()));
            }
        }
        while (mfn < reference.size()) {
            mfn++;
            long offset = reference.offset(mfn);
            if (offset == CrossReference.DELETED) {
                return Optional.of(deleted("MFN " + mfn));
            }
            if (offset != CrossReference.NOWHERE) {
                return Optional.of(item("MFN " + mfn + ", byte " + offset, offset));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        master.close();
    }

    private Item item(String place, long offset) throws IOException {
        MasterFile.Head head = master.head(offset).orElseThrow(() -> new IOException("the file became shorter"));
        if (head.deleted()) {
            return deleted(place);
        }
        if (head.length() > largest) {
            byte[] sent = bytes(offset, largest);
            return new Item.Refused(place, Reason.RECORD_TOO_LARGE, String.valueOf(largest), sent);
        }
        byte[] sent = bytes(offset, Math.max(head.length(), 0));
        if (sent.length < head.length()) {
            return new Item.Refused(place, Reason.MARC_RECORD_CUT, sent.length + " < " + head.length(), sent);
        }
        if (!head.plausible(largest)) {
            return new Item.Refused(place, Reason.RECORD_BROKEN, "NVF " + head.fields(), sent);
        }
        return record(place, head, sent);
    }

    private Item record(String place, MasterFile.Head head, byte[] sent) {
        List<Mend> mends = new ArrayList<>();
        byte[] text = Arrays.copyOfRange(sent, head.base(), sent.length);
        MarcCharset charset = CharsetChoice.of(text, MarcCharset.ASCII, majority.charset());
        PlainText plain = new PlainText();
        List<IrbisRecord.Field> fields = new ArrayList<>();
        ByteBuffer directory = ByteBuffer.wrap(sent);
        for (int i = 0; i < head.fields(); i++) {
            int entry = MasterFile.LEADER + i * MasterFile.ENTRY;
            int tag = directory.getInt(entry);
            int from = directory.getInt(entry + 4);
            int length = directory.getInt(entry + 8);
            if (tag < 1 || from < 0 || length < 0 || (long) from + length > text.length) {
                mends.add(new Mend(Reason.MARC_DIRECTORY_WRONG, tag + ": " + from + " + " + length));
                continue;
            }
            String value = plain.clean(plain.decode(Arrays.copyOfRange(text, from, from + length), charset))
                    .strip();
            if (!value.isEmpty()) {
                fields.add(new IrbisRecord.Field(tag, value));
            }
        }
        if (fields.isEmpty()) {
            return new Item.Refused(place, Reason.RECORD_BROKEN, "NVF " + head.fields(), sent);
        }
        plain.note(charset, mends);
        return new Item.Read(
                place,
                database + "-mfn-" + mfn,
                false,
                IrbisRecord.FORMAT,
                new IrbisRecord(fields).toText(),
                MarcForm.IRBIS_MASTER.dialect(),
                charset == MarcCharset.ASCII ? "" : charset.label(),
                "",
                sent,
                mends);
    }

    private Item deleted(String place) {
        return new Item.Read(
                place,
                database + "-mfn-" + mfn,
                true,
                IrbisRecord.FORMAT,
                "",
                MarcForm.IRBIS_MASTER.dialect(),
                "",
                "",
                new byte[0],
                List.of());
    }

    private byte[] bytes(long offset, int length) throws IOException {
        int there = (int) Math.max(0, Math.min(length, master.size() - offset));
        return master.bytes(offset, there).map(ByteBuffer::array).orElse(new byte[0]);
    }
}
