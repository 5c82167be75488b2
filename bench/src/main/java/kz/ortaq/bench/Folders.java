package kz.ortaq.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What benchmarks leave behind: folders, and logs of the garbage collector. */
final class Folders {

    private static final Pattern AFTER_COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    private Folders() {}

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    /** Options of a JVM with a heap of {@code heap} that logs its collections into {@code log}. */
    static List<String> heapOptions(String heap, Path log) {
        return List.of("-Xmx" + heap, "-Xlog:disable", "-Xlog:gc:file=" + log);
    }

    /** The most megabytes that were in use after a collection: what the work truly needs at once. */
    static long liveHeap(Path log) throws IOException {
        long most = 0;
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            Matcher pause = AFTER_COLLECTION.matcher(line);
            if (pause.find()) {
                most = Math.max(most, Long.parseLong(pause.group(1)));
            }
        }
        return most;
    }
}
