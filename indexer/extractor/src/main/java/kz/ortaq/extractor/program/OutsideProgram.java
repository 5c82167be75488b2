package kz.ortaq.extractor.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program of others at work, held by whatever holds this process. The system bounds its time on the processor and its
 * memory, so that it ends where a document makes it mad, and when nobody is left to end it.
 */
public final class OutsideProgram implements AutoCloseable {

    /** What is written to a program's standard input. */
    public interface Input {

        /** Writes all of it; the stream is closed by others. */
        void writeTo(OutputStream stream) throws IOException;
    }

    /** For a program that reads nothing but what it is told by name. */
    public static final Input NOTHING = stream -> {};

    /** What a program may use: seconds, on the processor and in all where its answer is waited for, and memory. */
    public record Bounds(int seconds, int mebibytes) {}

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String BOUNDED =
            "ulimit -v \"$1\" 2>/dev/null; ulimit -t \"$2\" 2>/dev/null; shift 2; exec \"$@\"";
    private static final int SECONDS_TO_END = 10;

    private final String name;
    private final Process process;
    private final Bounds bounds;

    private OutsideProgram(String name, Process process, Bounds bounds) {
        this.name = name;
        this.process = process;
        this.bounds = bounds;
    }

    /** Whether a program is there to be started. */
    public static boolean isInstalled(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Starts a program, which is then to be closed. */
    public static OutsideProgram start(List<String> command, Bounds bounds) throws IOException {
        var builder = new ProcessBuilder(bounded(command, bounds)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        // Pages are read side by side by processes; threads within one only take each other's time.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        return new OutsideProgram(command.getFirst(), builder.start(), bounds);
    }

    private static List<String> bounded(List<String> command, Bounds bounds) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> bounded = new ArrayList<>(List.of(SHELL.toString(), "-c", BOUNDED, "sh"));
        bounded.add(Integer.toString(bounds.mebibytes() << 10));
        bounded.add(Integer.toString(bounds.seconds()));
        bounded.addAll(command);
        return bounded;
    }

    /** What it writes when it is sent nothing. */
    public InputStream output() throws IOException {
        process.getOutputStream().close();
        return process.getInputStream();
    }

    /** The same, as text in UTF-8. */
    public Reader reader() throws IOException {
        return new InputStreamReader(output(), StandardCharsets.UTF_8);
    }

    /**
     * Waits for its end, once all that it wrote was read.
     *
     * @throws IOException when it failed
     */
    public void end() throws IOException {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IOException(name + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(name + " failed with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(name + " was interrupted", e);
        }
    }

    /**
     * All that it writes; empty when it fails, writes more than that, or takes longer than it may.
     *
     * @param input what it is sent, while it may be writing already
     */
    public Optional<byte[]> answer(Input input, int mostBytes) throws InterruptedException {
        try {
            thread("feed", () -> feed(input));
            CompletableFuture<byte[]> output = new CompletableFuture<>();
            thread("read", () -> read(mostBytes, output));
            byte[] answer = output.get(bounds.seconds(), TimeUnit.SECONDS);
            return process.waitFor(bounds.seconds(), TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(answer)
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        }
    }

    private void feed(Input input) {
        try (OutputStream stream = process.getOutputStream()) {
            input.writeTo(stream);
        } catch (IOException e) {
            // It ended before it had read all; its exit code tells why.
            return;
        }
    }

    private void read(int mostBytes, CompletableFuture<byte[]> output) {
        var bytes = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        try (InputStream stream = process.getInputStream()) {
            for (int read = stream.read(some); read >= 0; read = stream.read(some)) {
                if (bytes.size() + read > mostBytes) {
                    throw new IOException("more than " + mostBytes + " bytes");
                }
                bytes.write(some, 0, read);
            }
            output.complete(bytes.toByteArray());
        } catch (IOException e) {
            output.completeExceptionally(e);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
