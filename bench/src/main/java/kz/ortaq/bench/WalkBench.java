package kz.ortaq.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Harvests generated records over loopback into SQLite and indexes them, each step a process with a small heap. Prints
 * a JSON object for each size: records a second, and the most memory that lived through a garbage collection.
 */
final class WalkBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern AFTER_COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    private final Path home;
    private final String heap;

    WalkBench(Path home, String heap) {
        this.home = home;
        this.heap = heap;
    }

    void run(List<Integer> sizes) throws IOException, InterruptedException {
        for (int size : sizes) {
            Path folder = Files.createTempDirectory("ortaq-bench-");
            try (GeneratedRepository repository = new GeneratedRepository(size)) {
                System.out.println(JSON.writeValueAsString(measure(size, folder, repository)));
            } finally {
                delete(folder);
            }
        }
    }

    private Map<String, Object> measure(int size, Path folder, GeneratedRepository repository)
            throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        program(folder, data, "add")
                .run("library", "add", "Generated", "--language", "en", "--source", "oai:" + repository.address());
        long start = System.nanoTime();
        JsonNode harvest = JSON.readTree(program(folder, data, "walk").run("harvest", "--json"));
        double walk = seconds(start);
        start = System.nanoTime();
        program(folder, data, "index").run("reindex");
        double index = seconds(start);
        double harvestSeconds = harvest.get("seconds").asDouble();

        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", size);
        figures.put("heap", heap);
        figures.put(
                "stored", harvest.get("new").asLong() + harvest.get("deleted").asLong());
        figures.put("harvestSeconds", rounded(harvestSeconds));
        figures.put("harvestPerSecond", Math.round(size / harvestSeconds));
        figures.put("reindexSeconds", rounded(index));
        figures.put("indexPerSecond", Math.round(size / index));
        figures.put("walkSeconds", rounded(walk));
        figures.put("liveHeapWalkMegabytes", liveHeap(folder.resolve("walk.log")));
        figures.put("liveHeapReindexMegabytes", liveHeap(folder.resolve("index.log")));
        figures.put("databaseMegabytes", Files.size(data.resolve("ortaq.db")) >> 20);
        return figures;
    }

    private Program program(Path folder, Path data, String log) {
        return new Program(
                home, data, List.of("-Xmx" + heap, "-Xlog:disable", "-Xlog:gc:file=" + folder.resolve(log + ".log")));
    }

    /** The most that was in use after a collection: what the work truly needs at once. */
    private static long liveHeap(Path log) throws IOException {
        long most = 0;
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            Matcher pause = AFTER_COLLECTION.matcher(line);
            if (pause.find()) {
                most = Math.max(most, Long.parseLong(pause.group(1)));
            }
        }
        return most;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
