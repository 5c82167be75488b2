package kz.ortaq.engine.text;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One child process and its temporary folder. Reads one file at a time; {@link #kill} may come from any thread. */
final class ExtractorProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractorProcess.class);
    private static final int SECONDS_TO_END = 5;

    private final Process process;
    private final ExtractorPipe pipe;
    private final LastWords lastWords;
    private final Path folder;
    private final CompletableFuture<Void> gone;
    private int asked;

    private ExtractorProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.pipe = new ExtractorPipe(process.getOutputStream(), process.getInputStream());
        this.lastWords = new LastWords(process.getErrorStream());
        this.gone = process.onExit().thenRun(this::deleteFolder);
        Thread.ofPlatform().daemon().name("extractor-" + process.pid()).start(lastWords);
    }

    /** Starts a child; {@link #greeting} tells when it is ready. */
    static ExtractorProcess start(Path home, Path java, int memoryMegabytes) throws IOException {
        Path folder = Files.createTempDirectory("ortaq-extractor-");
        Path archive = home.resolve("extractor.jsa");
        // A child that was killed while it wrote the archive leaves an empty one, which Java cannot replace.
        if (Files.exists(archive) && Files.size(archive) == 0) {
            Files.deleteIfExists(archive);
        }
        var builder = new ProcessBuilder(List.of(
                java.toString(),
                "-Xmx" + memoryMegabytes + "m",
                // One document at a time on a small heap: the collector and compiler that start at once are the best.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // Class data is shared between starts; the first child to end by itself writes it.
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xshare:auto",
                // Standard output is the pipe; nothing that the JVM itself has to say may get into it.
                "-Xlog:disable",
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                home + File.separator + "*",
                "kz.ortaq.extractor.Main"));
        // No secret of ours is any business of a parser; the locale makes file names read as UTF-8.
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.directory(folder.toFile());
        try {
            return new ExtractorProcess(builder.start(), folder);
        } catch (IOException e) {
            Files.delete(folder);
            throw e;
        }
    }

    /** Waits until the child is ready, and gives its version. */
    String greeting() throws IOException, InterruptedException {
        try {
            return pipe.greeting();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /**
     * The answer about one file, however long it takes.
     *
     * @throws ExtractorGone when the child ended or sent nonsense instead; it is dead then
     */
    ExtractorAnswer ask(Path file, String name, int characters) throws ExtractorGone, InterruptedException {
        asked++;
        try {
            return pipe.ask(file, name, characters);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** How many files it was asked about. */
    int asked() {
        return asked;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the child at once, whatever it does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Lets an idle child end by itself. */
    void end() {
        try {
            pipe.end();
        } catch (IOException e) {
            LOG.debug("The extractor {} was gone already: {}", process.pid(), e.getMessage());
        }
    }

    /** Waits until nothing of the child is left; kills it where that takes more than 5 seconds. */
    void awaitEnd() throws InterruptedException {
        if (!isGoneWithin(SECONDS_TO_END)) {
            kill();
            isGoneWithin(SECONDS_TO_END);
        }
    }

    private ExtractorGone gone(IOException cause) throws InterruptedException {
        // A dying child closes its pipe first and has its exit code a moment later.
        if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            return new ExtractorGone(process.exitValue(), lastWords.text(), cause);
        }
        kill();
        return new ExtractorGone(cause);
    }

    private boolean isGoneWithin(int seconds) throws InterruptedException {
        try {
            gone.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            LOG.debug("The extractor {} left something behind: {}", process.pid(), e.getMessage());
            return true;
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
