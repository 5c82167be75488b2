package kz.ortaq.engine.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which indexes stand beside each other: one that serves, named in the file {@code current}, and perhaps
 * one that is being built to take its place.
 */
public final class IndexFolder {

    private static final String CURRENT = "current";
    private static final String FIRST = "1";
    private static final String NUMBER = "\\d{1,18}";

    private final Path folder;

    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** The index that serves. */
    public Path current() throws IOException {
        Path pointer = folder.resolve(CURRENT);
        String name = Files.exists(pointer)
                ? Files.readString(pointer, StandardCharsets.UTF_8).strip()
                : FIRST;
        // A pointer that a power cut emptied points at nothing; the first index is built anew from the store.
        return folder.resolve(name.matches(NUMBER) ? name : FIRST);
    }

    /** A folder for an index that is to take the place of the current one; what a stopped build left there goes. */
    public Path next() throws IOException {
        long number = Long.parseLong(String.valueOf(current().getFileName())) + 1;
        Path next = folder.resolve(String.valueOf(number));
        delete(next);
        return next;
    }

    /** Lets {@code built} serve from now on. */
    public void swap(Path built) throws IOException {
        Path written = folder.resolve(CURRENT + ".part");
        Files.writeString(written, String.valueOf(built.getFileName()), StandardCharsets.UTF_8);
        Files.move(
                written, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes indexes that neither serve nor are newer than the one that does. */
    public void deleteOld() throws IOException {
        long current = Long.parseLong(String.valueOf(current().getFileName()));
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> old = entries.filter(Files::isDirectory)
                    .filter(path -> String.valueOf(path.getFileName()).matches(NUMBER))
                    .filter(path -> Long.parseLong(String.valueOf(path.getFileName())) < current)
                    .toList();
            for (Path index : old) {
                delete(index);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
