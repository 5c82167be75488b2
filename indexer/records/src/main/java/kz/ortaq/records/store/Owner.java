package kz.ortaq.records.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Who holds leases, with the clock that they are measured by: mostly this process, told apart from every other, also from a
 * later one with the same number: {@code host/pid/start}.
 *
 * <p>On one machine a lease of a process that was killed is known at once, because the process is gone; of another
 * machine only its age can be judged.
 */
record Owner(String name, Clock clock) {

    /** Ten beats that were missed, and room for clocks that differ by some minutes. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private static final ProcessHandle SELF = ProcessHandle.current();
    static final String THIS = host() + "/" + SELF.pid() + "/" + start(SELF);

    /** This process. */
    static Owner of(Clock clock) {
        return new Owner(THIS, clock);
    }

    /** What its clock says, in milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    /**
     * Whether the holder of a lease is gone. A process of this machine that lives may take as long as it needs; of
     * another's only the silence can be judged.
     *
     * @param renewed when it was last heard of, in milliseconds since 1970
     */
    boolean hearsNoMoreOf(String owner, long renewed) {
        return ofThisMachine(owner) ? gone(owner) : now() - renewed > LONGEST_SILENCE.toMillis();
    }

    /** Whether {@code owner} names a process of this machine. */
    private static boolean ofThisMachine(String owner) {
        return owner.startsWith(host() + "/");
    }

    /** Whether {@code owner} names a process of this machine that no longer runs. */
    static boolean gone(String owner) {
        String[] parts = owner.split("/", -1);
        if (parts.length != 3 || !parts[0].equals(host())) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(parts[1]))
                .filter(process -> start(process).equals(parts[2]))
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    private static String start(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(String::valueOf)
                .orElse("");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
