package kz.ortaq.extractor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;

/**
 * Keeps a process, and everything it becomes or starts, from making sockets, whatever their kind, and from looking
 * into other processes: a filter of system calls (seccomp), which asks for no privileges. Landlock alone would leave
 * UDP open, and with it questions to name servers.
 */
final class NoNetwork {

    private static final int PR_SET_SECCOMP = 22;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_MODE_FILTER = 2;

    // Instructions of the filter, from linux/bpf_common.h and linux/seccomp.h.
    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_GREATER_OR_EQUAL = 0x35;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7FFF0000;
    private static final int REFUSE = 0x00050000 | 13; // EACCES
    private static final int NUMBER_AT = 0;
    private static final int ARCHITECTURE_AT = 4;
    // A second set of numbers for the same calls, on x86-64 only.
    private static final int X32 = 0x40000000;
    private static final int BYTES = 8;

    /** Of a machine, its name for the kernel and the numbers of its calls. */
    private record Machine(int architecture, int[] refused) {}

    // socket, socketpair, ptrace, process_vm_readv, process_vm_writev, pidfd_getfd, io_uring_setup
    private static final Map<String, Machine> MACHINES = Map.of(
            "amd64", new Machine(0xC000003E, new int[] {41, 53, 101, 310, 311, 438, 425}),
            "aarch64", new Machine(0xC00000B7, new int[] {198, 199, 117, 270, 271, 438, 425}));

    private final Libc libc;

    NoNetwork(Libc libc) {
        this.libc = libc;
    }

    /** Gives up the network; false on a machine whose calls are not known here, or where the system refuses. The process must have given up new privileges before. */
    boolean confine(String machineName) {
        Machine machine = MACHINES.get(machineName);
        if (machine == null) {
            return false;
        }
        int[] refused = machine.refused();
        int instructions = refused.length + 6;
        MemorySegment filter = libc.allocate((long) instructions * BYTES);
        int at = 0;
        int last = instructions - 1;
        put(filter, at++, LOAD_WORD, 0, 0, ARCHITECTURE_AT);
        put(filter, at, JUMP_IF_EQUAL, 0, last - at - 1, machine.architecture());
        at++;
        put(filter, at++, LOAD_WORD, 0, 0, NUMBER_AT);
        put(filter, at, JUMP_IF_GREATER_OR_EQUAL, last - at - 1, 0, X32);
        at++;
        for (int number : refused) {
            put(filter, at, JUMP_IF_EQUAL, last - at - 1, 0, number);
            at++;
        }
        put(filter, at++, RETURN, 0, 0, ALLOW);
        put(filter, at, RETURN, 0, 0, REFUSE);

        MemorySegment program = libc.allocate(2 * Long.BYTES);
        program.set(ValueLayout.JAVA_SHORT, 0, (short) instructions);
        program.set(ValueLayout.JAVA_LONG, Long.BYTES, filter.address());
        return libc.control(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program.address()) == 0;
    }

    /** Gives up, for ever, what set-user-id programs would add; the price of confining oneself without privileges. */
    boolean withoutNewPrivileges() {
        return libc.control(PR_SET_NO_NEW_PRIVS, 1, 0) == 0;
    }

    private static void put(MemorySegment filter, int at, int code, int ifTrue, int ifFalse, int value) {
        long from = (long) at * BYTES;
        filter.set(ValueLayout.JAVA_SHORT, from, (short) code);
        filter.set(ValueLayout.JAVA_BYTE, from + 2, (byte) ifTrue);
        filter.set(ValueLayout.JAVA_BYTE, from + 3, (byte) ifFalse);
        filter.set(ValueLayout.JAVA_INT, from + 4, value);
    }
}
