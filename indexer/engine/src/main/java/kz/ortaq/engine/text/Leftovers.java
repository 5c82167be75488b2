package kz.ortaq.engine.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a child leaves when it is gone: programs that it started, and its folder, in which they may still write. */
final class Leftovers {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int TRIES = 8;
    private static final int FIRST_MILLISECONDS = 10;

    private Leftovers() {}

    /**
     * Ends the programs that work in that folder, and deletes it; tries again for some seconds where something is
     * still written or deleted there.
     */
    static void clear(Path folder) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                programsIn(folder).forEach(ProcessHandle::destroyForcibly);
                delete(folder);
                return;
            } catch (IOException | UncheckedIOException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
            try {
                Thread.sleep((long) FIRST_MILLISECONDS << tried);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * The processes whose working folder lies in that one. A program that was started while its parent was being killed
     * is nobody's child any more, and is known by its place alone; empty where the system does not tell (not Linux).
     */
    static List<ProcessHandle> programsIn(Path folder) throws IOException {
        if (!Files.isDirectory(PROCESSES) || !Files.isDirectory(folder)) {
            return List.of();
        }
        Path real = folder.toRealPath();
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes.filter(process -> isIn(real, process)).toList();
        }
    }

    private static boolean isIn(Path folder, ProcessHandle process) {
        try {
            return Files.readSymbolicLink(PROCESSES.resolve(process.pid() + "/cwd"))
                    .startsWith(folder);
        } catch (IOException e) {
            // Gone already, or another user's.
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
