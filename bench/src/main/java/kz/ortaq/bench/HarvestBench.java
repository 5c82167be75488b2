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
import java.util.Locale;
import java.util.Map;

/**
 * Ours against a bare pipeline and against xoai's own service provider, on the same prepared pages, served by a process
 * of its own. xoai runs twice: reading metadata into its model, as it is meant to be used, and handing it over as text. Each contender runs in a fresh process with the same heap, and warms up on the same pages before it is
 * measured. They take turns, so that a slower moment of the machine is everybody's; of each, the median counts.
 */
final class HarvestBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CONTENDERS = List.of("bare", "ours", "xoai", "xoaiText");
    private static final int PAGE = 1_000;
    private static final int WARM_UP = 20_000;

    /** xoai with its model takes so much longer that a part of the records has to do. */
    private static final int SLOWER = 5;

    private final String heap;
    private final boolean profile;

    HarvestBench(String heap, boolean profile) {
        this.heap = heap;
        this.profile = profile;
    }

    /** Prints one JSON object: the records a second of each contender, how they compare, and where our time went. */
    void compare(int port, int records, int runs) throws IOException, InterruptedException {
        Map<String, List<JsonNode>> results = new LinkedHashMap<>();
        long live = 0;
        for (int run = 0; run < runs; run++) {
            for (String contender : CONTENDERS) {
                Path folder = Files.createTempDirectory("ortaq-bench-");
                try {
                    int share = contender.equals("xoai") ? Math.max(PAGE, records / SLOWER / PAGE * PAGE) : records;
                    JsonNode result = race(contender, port, share, folder, false);
                    results.computeIfAbsent(contender, name -> new ArrayList<>())
                            .add(result);
                    live = contender.equals("ours") ? Math.max(live, Folders.liveHeap(folder.resolve("gc.log"))) : live;
                } finally {
                    Folders.delete(folder);
                }
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", records);
        figures.put("runs", runs);
        figures.put("heap", heap);
        results.forEach((contender, all) -> figures.put(contender + "PerSecond", Math.round(perSecond(all))));
        double ours = perSecond(results.getOrDefault("ours", List.of()));
        for (String other : List.of("bare", "xoai", "xoaiText")) {
            double theirs = perSecond(results.getOrDefault(other, List.of()));
            figures.put(
                    "oursOver" + other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1),
                    rounded(ours / theirs));
        }
        JsonNode looked = looked(port, records);
        looked.get("parts")
                .properties()
                .forEach(part -> figures.put(
                        part.getKey() + "Share", rounded(part.getValue().asDouble())));
        figures.put("liveHeapMegabytes", live);
        System.out.println(JSON.writeValueAsString(figures));
        if (profile) {
            looked.get("places").forEach(place -> System.err.println(place.asText()));
        }
    }

    /** Ours once more, to see where the time goes. */
    private JsonNode looked(int port, int records) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ortaq-bench-");
        try {
            return race("ours", port, records, folder, true);
        } finally {
            Folders.delete(folder);
        }
    }

    /** Prints one JSON object: ours alone, over a number of records that no heap could hold. */
    void ours(int port, int records) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ortaq-bench-");
        try {
            JsonNode result = race("ours", port, records, folder, false);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("records", result.get("records").asLong());
            figures.put("heap", heap);
            figures.put("oursPerSecond", Math.round(perSecond(List.of(result))));
            figures.put("liveHeapMegabytes", Folders.liveHeap(folder.resolve("gc.log")));
            System.out.println(JSON.writeValueAsString(figures));
        } finally {
            Folders.delete(folder);
        }
    }

    private JsonNode race(String contender, int port, int records, Path folder, boolean look)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Folders.heapOptions(heap, folder.resolve("gc.log")));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "race",
                contender,
                folder.toString(),
                PageServer.address("127.0.0.1", port, WARM_UP, PAGE, 0),
                PageServer.address("127.0.0.1", port, records, PAGE, 0)));
        if (look) {
            command.add("--look");
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(contender + " failed");
        }
        JsonNode result = JSON.readTree(printed);
        if (result.get("records").asLong() != records) {
            throw new IOException(contender + " took " + result.get("records") + " records of " + records);
        }
        System.err.printf("%s: %,.0f records/s%n", contender, perSecond(List.of(result)));
        return result;
    }

    private static double perSecond(List<JsonNode> results) {
        JsonNode median = median(results);
        return median.get("records").asLong() / median.get("seconds").asDouble();
    }

    private static double rounded(double ratio) {
        return Math.round(100 * ratio) / 100.0;
    }

    private static JsonNode median(List<JsonNode> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(
                        result -> result.get("seconds").asDouble()))
                .skip((results.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
