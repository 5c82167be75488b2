package kz.ortaq.harvesters.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.harvesters.sheet.Sheets;

/**
 * The documents under a folder, by path. Links are not followed, so that no folder contains itself; what a computer
 * leaves behind by itself (locks, thumbnails, hidden files) is no document.
 *
 * @param sheets files, documents among them, that may be a sheet which describes the others
 */
record FolderListing(List<Path> files, List<Path> sheets, List<Path> unreadable, boolean cut) {

    private static final int DEEPEST = 64;
    private static final int MOST_SHEETS = 10_000;

    static FolderListing of(Path root, int limit) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> sheets = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        boolean[] cut = {false};
        Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(root) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!attributes.isRegularFile() || hidden(file)) {
                    return FileVisitResult.CONTINUE;
                }
                if (Sheets.named(name(file)) && sheets.size() < MOST_SHEETS) {
                    sheets.add(file);
                }
                if (!DocumentTypes.isFile(name(file))) {
                    return FileVisitResult.CONTINUE;
                }
                if (files.size() == limit) {
                    cut[0] = true;
                    return FileVisitResult.TERMINATE;
                }
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                unreadable.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        Collections.sort(sheets);
        return new FolderListing(List.copyOf(files), List.copyOf(sheets), List.copyOf(unreadable), cut[0]);
    }

    private static boolean hidden(Path path) {
        String name = name(path);
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
