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

    /**
     * Harvests {@code warmUp} and then {@code address}, each into a folder of its own.
     *
     * @param look whether to look where the time goes, which takes time
     */
    void run(String warmUp, String address, boolean look) throws Exception {
        contender.harvest(warmUp, Files.createDirectory(folder.resolve("warm-up")));
        System.gc();
        Path measured = Files.createDirectory(folder.resolve("measured"));
        Map<String, Object> result = new LinkedHashMap<>();
        if (look) {
            try (StackSampler sampler = new StackSampler(folder)) {
                result.putAll(measured(address, measured));
                sampler.close();
                result.put("parts", sampler.parts());
                result.put("places", sampler.places());
            }
        } else {
            result.putAll(measured(address, measured));
        }
        System.out.println(JSON.writeValueAsString(result));
    }

    private Map<String, Object> measured(String address, Path into) throws Exception {
        long start = System.nanoTime();
        long records = contender.harvest(address, into);
        return Map.of("records", records, "seconds", (System.nanoTime() - start) / 1e9);
    }
}
