package kz.ortaq.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at all threads of this process, virtual ones among them, some thirty times a second: how the time divides, and
 * where it goes. Needs nothing of the code that it looks at, but slows it; a run that is looked at is not one to time.
 */
final class StackSampler implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVERY_MILLISECONDS = 25;
    private static final int SHOWN = 30;
    private static final String OURS = "kz.ortaq.";

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final Path folder;
    private final Thread watcher;
    private final Map<String, Long> parts = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private long samples;
    private volatile boolean done;

    /** Starts to watch. */
    StackSampler(Path folder) {
        this.folder = folder;
        this.watcher = Thread.ofPlatform().name("sampler").daemon().start(this::watch);
    }

    @Override
    public void close() throws InterruptedException {
        done = true;
        watcher.join();
    }

    /**
     * The share of the time, from 0 to 1, in which some thread waited for the network, read pages, or stored; what is
     * done side by side counts for each. After it was closed.
     */
    Map<String, Double> parts() {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String part : List.of("waiting", "parsing", "storing")) {
            shares.put(part, samples == 0 ? 0 : 1.0 * parts.getOrDefault(part, 0L) / samples);
        }
        return shares;
    }

    /** The most expensive methods, with the nearest of ours that called them, in percent; after it was closed. */
    List<String> places() {
        return places.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(place -> "%5.1f %% %s".formatted(100.0 * place.getValue() / samples, place.getKey()))
                .toList();
    }

    private void watch() {
        while (!done) {
            try {
                look();
                Thread.sleep(EVERY_MILLISECONDS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() throws IOException {
        Path file = folder.resolve("threads-" + samples + ".json");
        machine.dumpThreads(file.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        JsonNode dump = JSON.readTree(Files.readAllBytes(file));
        Files.delete(file);
        samples++;
        Set<String> busy = new HashSet<>();
        for (JsonNode stack : dump.findValues("stack")) {
            List<String> frames = new ArrayList<>();
            stack.forEach(frame -> frames.add(frame.asText().replaceFirst("^[a-z.]+(@[^/]*)?/", "")));
            String part = part(frames);
            if (!part.isEmpty()) {
                busy.add(part);
                places.merge(place(frames), 1L, Long::sum);
            }
        }
        busy.forEach(part -> parts.merge(part, 1L, Long::sum));
    }

    /** The part of the work that a thread does; none for one that waits for another, or does nothing of ours. */
    private static String part(List<String> stack) {
        if (stack.isEmpty()) {
            return "";
        }
        if (within(stack, "kz.ortaq.records.store.")) {
            return "storing";
        }
        if (within(stack, "kz.ortaq.harvesters.net.")) {
            return "waiting";
        }
        boolean idle = stack.getFirst().contains(".park");
        return within(stack, "kz.ortaq.harvesters.") && !idle ? "parsing" : "";
    }

    private static boolean within(List<String> stack, String prefix) {
        return stack.stream().anyMatch(frame -> frame.startsWith(prefix));
    }

    private static String place(List<String> stack) {
        String ours = stack.stream()
                .filter(frame -> frame.startsWith(OURS))
                .findFirst()
                .orElse("");
        return ours.equals(stack.getFirst()) ? ours : ours + " > " + stack.getFirst();
    }
}
