package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;

/**
 * A program of others at work, held by whatever holds this process. It has a bounded time on the processor and bounded
 * memory of its own, so that it ends even when nobody is left to end it.
 */
final class OutsideProgram implements AutoCloseable {

    private static final int PROCESSOR_SECONDS = 120;
    private static final int KIBIBYTES = 1 << 20;
    private static final int SECONDS_TO_END = 10;

    private final String name;
    private final Process process;

    private OutsideProgram(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** Whether a program is there to be started. */
    static boolean isInstalled(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    static OutsideProgram start(List<String> command) throws IOException {
        List<String> bounded = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "ulimit -t " + PROCESSOR_SECONDS + "; ulimit -v " + KIBIBYTES + " 2>/dev/null; exec \"$@\"",
                "sh"));
        bounded.addAll(command);
        Process process = new ProcessBuilder(bounded)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new OutsideProgram(command.getFirst(), process);
    }

    /** What it writes. */
    InputStream output() {
        return process.getInputStream();
    }

    /** What it writes, as text in UTF-8. */
    Reader reader() {
        return new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Waits for its end, once all that it wrote was read.
     *
     * @throws TikaException when it failed
     */
    void end() throws TikaException {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new TikaException(name + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new TikaException(name + " failed with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TikaException(name + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
