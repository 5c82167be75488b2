package kz.ortaq.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Harvests generated records over loopback into SQLite and indexes them, each step a process with a small heap. Prints
 * a JSON object for each size: records a second, and the most memory that lived through a garbage collection.
 */
final class WalkBench {

    private static final ObjectMapper JSON = new ObjectMapper();

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
                Folders.delete(folder);
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
        figures.put("liveHeapWalkMegabytes", Folders.liveHeap(folder.resolve("walk.log")));
        figures.put("liveHeapReindexMegabytes", Folders.liveHeap(folder.resolve("index.log")));
        figures.put("databaseMegabytes", Files.size(data.resolve("ortaq.db")) >> 20);
        return figures;
    }

    private Program program(Path folder, Path data, String log) {
        return new Program(home, data, Folders.heapOptions(heap, folder.resolve(log + ".log")));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
