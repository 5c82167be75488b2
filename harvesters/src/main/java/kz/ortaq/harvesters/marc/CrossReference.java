package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where each record of an IRBIS64 database stands: by its cross-reference file (.XRF, 12 bytes a record: offset, and what
 * became of it), or, where that is missing or wrong, by walking through the master file, in which the newest version of
 * a record stands last. Eight bytes a record are kept.
 */
final class CrossReference {

    static final long NOWHERE = -1;
    static final long DELETED = -2;

    private static final int ENTRY = 12;
    private static final int LOGICALLY = 1;
    private static final int PHYSICALLY = 2;
    private static final int ABSENT = 4;
    private static final int MOST = 20_000_000;

    private final long[] offsets;
    private final String fault;

    private CrossReference(long[] offsets, String fault) {
        this.offsets = offsets;
        this.fault = fault;
    }

    /** How many numbers the database has given out. */
    int size() {
        return offsets.length;
    }

    /** Where the record stands that has number {@code mfn}, from 1 on; else {@link #NOWHERE} or {@link #DELETED}. */
    long offset(int mfn) {
        return offsets[mfn - 1];
    }

    /** Why the file was of no use; empty where it was. */
    String fault() {
        return fault;
    }

    /**
     * @param file the cross-reference file; empty where there is none
     * @param largest how many bytes a record may have
     */
    static CrossReference of(MasterFile master, Optional<Path> file, int largest) throws IOException {
        int most = (int) Math.min(MOST, master.size() / MasterFile.LEADER);
        if (file.isEmpty()) {
            return walk(master, most, "–");
        }
        try (MasterFile entries = new MasterFile(file.get())) {
            long[] offsets = new long[(int) Math.min(entries.size() / ENTRY, MOST)];
            for (int i = 0; i < offsets.length; i++) {
                var entry = entries.bytes((long) i * ENTRY, ENTRY);
                int flags = entry.isEmpty() ? ABSENT : entry.get().getInt(8);
                long offset = entry.isEmpty()
                        ? NOWHERE
                        : MasterFile.offset(entry.get().getInt(0), entry.get().getInt(4));
                if ((flags & LOGICALLY) != 0) {
                    offsets[i] = DELETED;
                } else if ((flags & (PHYSICALLY | ABSENT)) != 0 || offset <= 0) {
                    offsets[i] = NOWHERE;
                } else {
                    Optional<MasterFile.Head> head = master.head(offset);
                    if (head.isEmpty() || head.get().mfn() != i + 1) {
                        return walk(master, most, "MFN " + (i + 1) + " → " + offset);
                    }
                    offsets[i] = offset;
                }
            }
            if (offsets.length < master.nextMfn() - 1) {
                return walk(master, most, offsets.length + " < " + (master.nextMfn() - 1));
            }
            return new CrossReference(offsets, "");
        }
    }

    private static CrossReference walk(MasterFile master, int most, String fault) throws IOException {
        long[] offsets = new long[Math.max(0, Math.min(most, master.nextMfn() - 1))];
        Arrays.fill(offsets, NOWHERE);
        long size = master.size();
        long at = MasterFile.CONTROL;
        while (at + MasterFile.LEADER <= size) {
            Optional<MasterFile.Head> head = master.head(at);
            if (head.isEmpty() || !head.get().plausible(Integer.MAX_VALUE)) {
                at++; // something was damaged here; the next leader is somewhere behind it
                continue;
            }
            int mfn = head.get().mfn();
            if (mfn > offsets.length && mfn <= most) {
                int known = offsets.length;
                offsets = Arrays.copyOf(offsets, Math.min(most, Math.max(mfn, known + known / 2)));
                Arrays.fill(offsets, known, offsets.length, NOWHERE);
            }
            if (mfn <= offsets.length) {
                offsets[mfn - 1] = at;
            }
            at += head.get().length();
        }
        return new CrossReference(offsets, fault);
    }
}
