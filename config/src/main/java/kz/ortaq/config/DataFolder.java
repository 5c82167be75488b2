package kz.ortaq.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one folder in which a server keeps what it knows: database, documents, texts, index. */
public record DataFolder(Path root) {

    // The folder of a process that reads documents is called after the process that started it.
    private static final Pattern EXTRACTOR = Pattern.compile("extractor-(\\d{1,18})-.*");

    // By how much the start of a process may seem late, where the clock was set meanwhile.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /**
     * Opens the folder, and creates it readable by its owner alone where it is not there yet: it holds unpublished
     * records and addresses.
     */
    public static DataFolder open(Path root) throws IOException {
        DataFolder folder = new DataFolder(root.toAbsolutePath().normalize());
        create(folder.root);
        for (Path part : new Path[] {folder.documents(), folder.texts(), folder.indexes(), folder.temporary()}) {
            create(part);
        }
        sweep(folder.temporary());
        return folder;
    }

    /** Removes files that a process was writing when it was killed; those of today may be another's at work. */
    private static void sweep(Path temporary) throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                Matcher extractor = EXTRACTOR.matcher(String.valueOf(file.getFileName()));
                if (extractor.matches()) {
                    if (!isAtWork(Long.parseLong(extractor.group(1)), file)) {
                        delete(file);
                    }
                } else if (Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(yesterday)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Numbers come round, in a container at each start: a process that began after the folder was made is another. */
    private static boolean isAtWork(long process, Path folder) throws IOException {
        Instant made = Files.getLastModifiedTime(folder).toInstant();
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(alive -> alive.info()
                        .startInstant()
                        .map(start -> start.minus(CLOCKS_DIFFER).isBefore(made))
                        .orElse(true))
                .isPresent();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    public Path settings() {
        return root.resolve("ortaq.yaml");
    }

    public Path database() {
        return root.resolve("ortaq.db");
    }

    public Path documents() {
        return root.resolve("documents");
    }

    public Path texts() {
        return root.resolve("texts");
    }

    public Path indexes() {
        return root.resolve("index");
    }

    /** Crosswalk tables that the operator wrote; it need not be there. */
    public Path crosswalks() {
        return root.resolve("crosswalks");
    }

    /** A file of the operator's with places beside those of the program; nothing creates it. */
    public Path places() {
        return root.resolve("places.yaml");
    }

    /** For files being written; moved into place when complete. */
    public Path temporary() {
        return root.resolve("tmp");
    }
}
