package kz.ortaq.extractor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps a process from all files but those it is granted, by Linux's Landlock, which asks for no privileges and holds
 * for everything the process becomes or starts. Numbers and layouts are those of the kernel's
 * {@code include/uapi/linux/landlock.h}; the rights that a kernel does not know yet are left out.
 */
final class Landlock {

    private static final long CREATE_RULESET = 444;
    private static final long ADD_RULE = 445;
    private static final long RESTRICT_SELF = 446;
    private static final long VERSION = 1;
    private static final long PATH_BENEATH = 1;

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_DIR = 1 << 3;
    private static final long REMOVE_DIR = 1 << 4;
    private static final long REMOVE_FILE = 1 << 5;
    private static final long MAKE_DIR = 1 << 7;
    private static final long MAKE_REG = 1 << 8;
    private static final long TRUNCATE = 1 << 14;
    // All rights of the first version, then REFER (2), TRUNCATE (3) and IOCTL_DEV (5).
    private static final long[] KNOWN = {(1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1, (1 << 15) - 1, (1 << 16) - 1};
    private static final long ALL_TCP = 3;
    private static final long ALL_SCOPES = 3;
    private static final int TCP_SINCE = 4;
    private static final int SCOPES_SINCE = 6;

    private static final long READ = READ_FILE | READ_DIR;
    private static final long RUN = READ | EXECUTE;
    private static final long KEEP = READ | WRITE_FILE | TRUNCATE | MAKE_DIR | MAKE_REG | REMOVE_DIR | REMOVE_FILE;
    // What a right on a single file may be.
    private static final long OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE;
    private static final int O_PATH = 0x200000;
    private static final int O_CLOEXEC = 0x80000;

    private final Libc libc;

    Landlock(Libc libc) {
        this.libc = libc;
    }

    /**
     * Gives up every file but these, and TCP where the kernel can.
     *
     * @param run folders that may be read, and whose programs may be run
     * @param read files and folders that may be read
     * @param keep files and folders that may be read and written
     * @return whether the system did so
     */
    boolean confine(List<Path> run, List<Path> read, List<Path> keep) {
        int version = (int) libc.call(CREATE_RULESET, 0, 0, VERSION, 0);
        if (version < 1) {
            return false;
        }
        long known = KNOWN[Math.min(version, KNOWN.length) - 1];
        MemorySegment attributes = libc.allocate(3 * Long.BYTES);
        attributes.setAtIndex(ValueLayout.JAVA_LONG, 0, known);
        attributes.setAtIndex(ValueLayout.JAVA_LONG, 1, version < TCP_SINCE ? 0 : ALL_TCP);
        attributes.setAtIndex(ValueLayout.JAVA_LONG, 2, version < SCOPES_SINCE ? 0 : ALL_SCOPES);
        int longs = version < TCP_SINCE ? 1 : version < SCOPES_SINCE ? 2 : 3;
        int rules = (int) libc.call(CREATE_RULESET, attributes.address(), (long) longs * Long.BYTES, 0, 0);
        if (rules < 0) {
            return false;
        }
        run.forEach(path -> grant(rules, path, RUN & known));
        read.forEach(path -> grant(rules, path, READ & known));
        keep.forEach(path -> grant(rules, path, KEEP & known));
        return libc.call(RESTRICT_SELF, rules, 0, 0, 0) == 0;
    }

    private void grant(int rules, Path path, long rights) {
        int descriptor = libc.open(path.toString(), O_PATH | O_CLOEXEC);
        if (descriptor < 0) {
            return;
        }
        MemorySegment beneath = libc.allocate(2 * Long.BYTES);
        beneath.set(ValueLayout.JAVA_LONG, 0, Files.isDirectory(path) ? rights : rights & OF_FILES);
        beneath.set(ValueLayout.JAVA_INT, Long.BYTES, descriptor);
        if (libc.call(ADD_RULE, rules, PATH_BENEATH, beneath.address(), 0) != 0) {
            System.err.println("The system does not grant " + path);
        }
    }
}
