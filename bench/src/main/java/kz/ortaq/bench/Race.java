package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One contender in a process of its own: warms up on a smaller repository, harvests the one that is measured, and prints
 * what came of it as one JSON object.
 */
final class Race {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contender contender;
    private final Path folder;

    Race(Contender contender, Path folder) {
        this.contender = contender;
        this.folder = folder;
    }

    /** Harvests {@code warmUp} and then {@code address}, each into a folder of its own. */
    void run(String warmUp, String address) throws Exception {
        contender.harvest(warmUp, Files.createDirectory(folder.resolve("warm-up")));
        System.gc();
        Path measured = Files.createDirectory(folder.resolve("measured"));
        StackSampler sampler = new StackSampler(Thread.currentThread());
        long start = System.nanoTime();
        long records = contender.harvest(address, measured);
        double seconds = (System.nanoTime() - start) / 1e9;
        sampler.close();

        Map<String, Object> result = new LinkedHashMap<>();
        result.put("records", records);
        result.put("seconds", seconds);
        result.put("parts", sampler.parts());
        result.put("places", sampler.places());
        System.out.println(JSON.writeValueAsString(result));
    }
}
