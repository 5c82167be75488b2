package kz.ortaq.engine.text;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The extractor's classes, and an archive of them that its processes share, so that they start sooner. The archive is
 * written by a process that sees no document, once for each build, before the first child starts: what a child could
 * write, the next would have to believe.
 *
 * @param path the class path, jar by jar in a fixed order, as the archive wants it
 */
record SharedClasses(String path, Path archive) {

    private static final Logger LOG = LoggerFactory.getLogger(SharedClasses.class);
    private static final int SECONDS = 60;
    // Of the archives that could not be written, from which build: the next would fail alike, and every child wait.
    private static final Map<Path, FileTime> FAILED = new HashMap<>();

    /** The classes in that folder; without an archive where none can be written. */
    static synchronized SharedClasses of(Path home, Path java) throws IOException {
        Path archive = home.resolve("extractor.jsa");
        List<Path> jars;
        try (Stream<Path> files = Files.list(home)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        SharedClasses classes = new SharedClasses(
                String.join(
                        File.pathSeparator, jars.stream().map(Path::toString).toList()),
                archive);
        FileTime built = FileTime.fromMillis(0);
        for (Path jar : jars) {
            FileTime time = Files.getLastModifiedTime(jar);
            built = time.compareTo(built) > 0 ? time : built;
        }
        boolean fresh =
                Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(built) > 0;
        boolean tried = built.equals(FAILED.get(archive));
        if (!fresh && !tried && Files.isWritable(home) && !jars.isEmpty() && !classes.write(home, java)) {
            FAILED.put(archive, built);
        }
        return classes;
    }

    /** Whether it could be written. Without the archive a child starts a little later; nothing else is lost. */
    private boolean write(Path home, Path java) throws IOException {
        Path part = Files.createTempFile(home, "extractor", ".part");
        try {
            Process process = new ProcessBuilder(
                            java.toString(),
                            "-XX:ArchiveClassesAtExit=" + part,
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xlog:disable",
                            "-cp",
                            path,
                            "kz.ortaq.extractor.Main",
                            "--prepare")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (endsWell(process) && Files.size(part) > 0) {
                Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
        } catch (IOException e) {
            LOG.debug("No archive of the extractor's classes: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Files.deleteIfExists(part);
        }
        return false;
    }

    private static boolean endsWell(Process process) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
