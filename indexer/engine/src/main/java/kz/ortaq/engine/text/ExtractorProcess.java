package kz.ortaq.engine.text;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One child process and its temporary folder. Reads one file at a time; {@link #kill} may come from any thread. */
final class ExtractorProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractorProcess.class);
    private static final int SECONDS_TO_END = 5;
    // In a child's folder: what it is given to read, and what it may write.
    private static final String GIVEN = "in";
    private static final String WRITTEN = "tmp";
    // What a child may use beside its heap.
    private static final int DIRECT_MEGABYTES = 64;
    private static final int CLASSES_MEGABYTES = 192;
    // What a parser may write to one temporary file.
    private static final long LARGEST_FILE = 1L << 30;

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

    /**
     * Starts a child; {@link #greeting} tells when it is ready.
     *
     * @param home the folder with the extractor's jars
     * @param temporary where the child's own folder is made: best beside the documents, which need no copying then
     * @param programs folders that the programs it runs need beside those of the system
     */
    static ExtractorProcess start(Path home, Path java, Path temporary, List<Path> programs, int memoryMegabytes)
            throws IOException {
        SharedClasses classes = SharedClasses.of(home, java);
        Files.createDirectories(temporary);
        // The name tells whose it is, so that what a killed process leaves can be swept.
        Path folder = Files.createTempDirectory(
                temporary, "extractor-" + ProcessHandle.current().pid() + "-");
        List<String> command = new ArrayList<>();
        Path own = Files.createDirectory(folder.resolve(WRITTEN));
        Files.createDirectory(folder.resolve(GIVEN));
        if (System.getProperty("os.name").equals("Linux")) {
            command.addAll(confined(home, java, folder, programs));
        }
        command.addAll(List.of(
                java.toString(),
                "-Xmx" + memoryMegabytes + "m",
                // A heap that has to grow first is swept for each page of a book.
                "-Xms" + memoryMegabytes / 2 + "m",
                // Where what a page needs for a moment fits, less of it is carried about: all that the young may have.
                "-XX:NewSize=" + memoryMegabytes / 3 + "m",
                "-XX:MaxDirectMemorySize=" + DIRECT_MEGABYTES + "m",
                "-XX:MaxMetaspaceSize=" + CLASSES_MEGABYTES + "m",
                // One document at a time on a small heap: the collector that starts at once is the best.
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:SharedArchiveFile=" + classes.archive(),
                "-Xshare:auto",
                // Standard output is the pipe; nothing that the JVM itself has to say may get into it.
                "-Xlog:disable",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + own.resolve("crash.log"),
                "-Djava.io.tmpdir=" + own,
                "-cp",
                classes.path(),
                "kz.ortaq.extractor.Main"));
        var builder = new ProcessBuilder(command);
        // No secret of ours is any business of a parser; the locale makes file names read as UTF-8.
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("PATH", HelperProgram.PATH);
        builder.environment().put("TMPDIR", own.toString());
        builder.directory(own.toFile());
        try {
            return new ExtractorProcess(builder.start(), folder);
        } catch (IOException e) {
            Leftovers.clear(folder);
            throw e;
        }
    }

    /** What goes before the command: a moment of Java that gives up rights and becomes the command. */
    private static List<String> confined(Path home, Path java, Path folder, List<Path> programs) {
        List<String> run = new ArrayList<>(List.of(home.toString(), System.getProperty("java.home")));
        programs.forEach(program -> run.add(program.toString()));
        return List.of(
                java.toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-XX:+DisplayVMOutputToStderr",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home + File.separator + "*",
                "kz.ortaq.extractor.Confined",
                folder.toString(),
                String.join(File.pathSeparator, run),
                Long.toString(LARGEST_FILE));
    }

    /** Waits until the child is ready, and gives what it says of itself. */
    ExtractorPipe.Greeting greeting() throws IOException, InterruptedException {
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
     * @throws IOException when the file cannot be handed over
     */
    ExtractorAnswer ask(Path file, String name, int characters, Map<String, Object> ocr, PartialAnswer partial)
            throws IOException, InterruptedException {
        asked++;
        Path given = handOver(file);
        try {
            return pipe.ask(given, name, characters, ocr, partial);
        } catch (IOException e) {
            throw gone(e);
        } finally {
            Files.deleteIfExists(given);
        }
    }

    /** The file under the one folder that the child may read: by a second name where that can be, else copied. */
    private Path handOver(Path file) throws IOException {
        Path given = folder.resolve(GIVEN).resolve("document");
        try {
            return Files.createLink(given, file.toRealPath());
        } catch (FileSystemException | UnsupportedOperationException e) {
            // On another disk, or of another user.
            return Files.copy(file, given, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** How many files it was asked about. */
    int asked() {
        return asked;
    }

    /** The most memory it has had so far. */
    long peakMegabytes() {
        return PeakMemory.megabytes(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the child at once, whatever it does, and the programs that it runs; one that it starts meanwhile ends with its folder. */
    void kill() {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroyForcibly();
        helpers.forEach(ProcessHandle::destroyForcibly);
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
        try {
            Leftovers.clear(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
