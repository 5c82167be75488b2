package kz.ortaq.harvesters.marc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The master file of an IRBIS64 database (.MST): numbers are in network order; behind a control record of 36 bytes stand
 * records, each a leader of 32 bytes, a directory of 12 bytes a field, and the fields. (IRBIS64, general description,
 * "structure of the files of a database".)
 */
final class MasterFile implements Closeable {

    static final int CONTROL = 36;
    static final int LEADER = 32;
    static final int ENTRY = 12;
    private static final int NEXT_MFN = 4;
    private static final int NEXT_LOW = 8;
    private static final int NEXT_HIGH = 12;

    private final FileChannel channel;

    MasterFile(Path file) throws IOException {
        this.channel = FileChannel.open(file);
    }

    /** The leader of a record: its number in the database, its bytes, where its fields begin, and how many it has. */
    record Head(int mfn, int length, int base, int fields, int status) {

        static final int DELETED = 1;

        boolean plausible(int largest) {
            return mfn > 0
                    && fields >= 0
                    && length >= LEADER
                    && length <= largest
                    && base == LEADER + (long) ENTRY * fields
                    && base <= length;
        }

        boolean deleted() {
            return (status & DELETED) != 0;
        }
    }

    /** Whether the file begins as a master file does. */
    static boolean recognises(Path file) throws IOException {
        try (MasterFile master = new MasterFile(file)) {
            Optional<ByteBuffer> control = master.bytes(0, CONTROL);
            if (control.isEmpty()
                    || control.get().getInt(0) != 0
                    || control.get().getInt(NEXT_MFN) < 1) {
                return false;
            }
            Optional<Head> first = master.head(CONTROL);
            return first.isPresent() && first.get().plausible(Integer.MAX_VALUE)
                    || first.isEmpty()
                            && master.size() == CONTROL
                            && control.get().getInt(NEXT_MFN) == 1;
        }
    }

    long size() throws IOException {
        return channel.size();
    }

    /** The number that the next new record would get; the highest there is, is one less. */
    int nextMfn() throws IOException {
        return bytes(0, CONTROL).map(control -> control.getInt(NEXT_MFN)).orElse(0);
    }

    /** Where records end, as the control record says; the file's size where it says nothing of use. */
    long end() throws IOException {
        ByteBuffer control = bytes(0, CONTROL).orElseThrow(() -> new IOException("no control record"));
        long end = offset(control.getInt(NEXT_LOW), control.getInt(NEXT_HIGH));
        return end > CONTROL && end <= size() ? end : size();
    }

    /** The leader at an offset; empty where the file ends before it does. */
    Optional<Head> head(long offset) throws IOException {
        return bytes(offset, LEADER)
                .map(head ->
                        new Head(head.getInt(0), head.getInt(4), head.getInt(16), head.getInt(20), head.getInt(28)));
    }

    /** {@code length} bytes from an offset; empty where the file ends before. */
    Optional<ByteBuffer> bytes(long offset, int length) throws IOException {
        if (offset < 0 || offset + length > size()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.flip());
    }

    /** An offset of which the low half is written first. */
    static long offset(int low, int high) {
        return (long) high << 32 | low & 0xFFFF_FFFFL;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
