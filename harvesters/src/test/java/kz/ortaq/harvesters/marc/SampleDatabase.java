package kz.ortaq.harvesters.marc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of a small IRBIS64 database named IBIS. */
final class SampleDatabase {

    private static final int LAST = 32;
    private static final int DELETED = 1;

    private final ByteArrayOutputStream master = new ByteArrayOutputStream();
    private final List<long[]> references = new ArrayList<>();

    /** Adds a record of lines {@code #200: ^AАбай}; it gets the next number. */
    SampleDatabase add(String... lines) {
        references.add(new long[] {0, 0});
        replace(references.size(), lines);
        return this;
    }

    /** Writes a newer version of a record behind all others, and leaves the older one where it is. */
    void replace(int mfn, String... lines) {
        references.get(mfn - 1)[0] = MasterFile.CONTROL + master.size();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteBuffer directory = ByteBuffer.allocate(lines.length * MasterFile.ENTRY);
        for (String line : lines) {
            byte[] field = line.substring(line.indexOf(": ") + 2).getBytes(StandardCharsets.UTF_8);
            int tag = Integer.parseInt(line.substring(1, line.indexOf(':')));
            directory.putInt(tag).putInt(text.size()).putInt(field.length);
            text.writeBytes(field);
        }
        int base = MasterFile.LEADER + directory.capacity();
        ByteBuffer leader = ByteBuffer.allocate(MasterFile.LEADER);
        leader.putInt(mfn).putInt(base + text.size()).putInt(0).putInt(0);
        leader.putInt(base).putInt(lines.length).putInt(1).putInt(LAST);
        master.writeBytes(leader.array());
        master.writeBytes(directory.array());
        master.writeBytes(text.toByteArray());
    }

    void delete(int mfn) {
        references.get(mfn - 1)[1] = DELETED;
    }

    void write(Path folder) throws IOException {
        ByteBuffer control = ByteBuffer.allocate(MasterFile.CONTROL);
        control.putInt(0).putInt(references.size() + 1).putInt(MasterFile.CONTROL + master.size());
        Files.write(folder.resolve("IBIS.MST"), SampleMarc.together(control.array(), master.toByteArray()));
        ByteBuffer reference = ByteBuffer.allocate(12 * references.size());
        for (long[] entry : references) {
            reference.putInt((int) entry[0]).putInt(0).putInt((int) entry[1]);
        }
        Files.write(folder.resolve("IBIS.XRF"), reference.array());
    }
}
