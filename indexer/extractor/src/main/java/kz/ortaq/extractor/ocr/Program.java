package kz.ortaq.extractor.ocr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A program of the system that reads what it is sent and answers on its standard output, within bounds. */
final class Program {

    /** What is written to a program's standard input. */
    interface Input {
        void writeTo(OutputStream stream) throws IOException;
    }

    static final Input NOTHING = stream -> {};

    private static final Path SHELL = Path.of("/bin/sh");
    // The system's own bounds hold where a picture makes a decoder mad, and after our process was killed.
    private static final String BOUNDED =
            "ulimit -v \"$1\" 2>/dev/null; ulimit -t \"$2\" 2>/dev/null; shift 2; exec \"$@\"";
    private static final int MOST_KILOBYTES = 2 << 20;

    private final List<String> command;
    private final int mostBytes;

    /** @param mostBytes how much of its output is read; a program that says more is stopped */
    Program(List<String> command, int mostBytes) {
        this.command = List.copyOf(command);
        this.mostBytes = mostBytes;
    }

    /** The output; empty when the program fails, says too much, or takes longer than that. */
    Optional<byte[]> run(Input input, int seconds) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(bounded(seconds)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        // Pages are read side by side by processes; threads within one only take each other's time.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            thread("feed", () -> feed(process, input));
            CompletableFuture<byte[]> output = new CompletableFuture<>();
            thread("read", () -> read(process.getInputStream(), output));
            byte[] answer = output.get(seconds, TimeUnit.SECONDS);
            return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(answer)
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> bounded(int seconds) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> bounded = new ArrayList<>(List.of(SHELL.toString(), "-c", BOUNDED, "sh"));
        bounded.add(Integer.toString(MOST_KILOBYTES));
        bounded.add(Integer.toString(seconds));
        bounded.addAll(command);
        return bounded;
    }

    private static @Nullable Void feed(Process process, Input input) {
        try (OutputStream stream = process.getOutputStream()) {
            input.writeTo(stream);
        } catch (IOException e) {
            // It ended before it had read all; its exit code tells why.
            return null;
        }
        return null;
    }

    private void read(InputStream stream, CompletableFuture<byte[]> output) {
        var bytes = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        try (stream) {
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
}
