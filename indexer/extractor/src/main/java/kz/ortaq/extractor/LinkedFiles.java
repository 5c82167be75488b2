package kz.ortaq.extractor;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Files of a Java runtime that lie elsewhere: Debian and its kin keep settings and certificates under {@code /etc} and
 * leave links in their places. A process that may read the runtime, and not those, has no digests and no temporary
 * files.
 */
final class LinkedFiles {

    private static final int DEEPEST = 6;
    private static final List<String> PARTS = List.of("conf", "lib");

    private LinkedFiles() {}

    /** Where links in the settings and libraries of that runtime lead, file by file; what cannot be looked at is not in it. */
    static List<Path> outsideOf(Path runtime) {
        List<Path> outside = new ArrayList<>();
        try {
            Path home = runtime.toRealPath();
            for (String part : PARTS) {
                Files.walkFileTree(
                        home.resolve(part),
                        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                        DEEPEST,
                        new Looking(home, outside));
            }
        } catch (IOException e) {
            System.err.println("The runtime in " + runtime + " cannot be looked at: " + e.getMessage());
        }
        return outside;
    }

    private static final class Looking extends SimpleFileVisitor<Path> {
        private final Path home;
        private final List<Path> outside;

        private Looking(Path home, List<Path> outside) {
            this.home = home;
            this.outside = outside;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            // A link that leads nowhere is no regular file.
            if (attributes.isRegularFile()) {
                Path real = file.toRealPath();
                if (!real.startsWith(home)) {
                    outside.add(real);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
