package kz.ortaq.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at what a thread does, some hundred times a second: how its time divides, and where it goes. Needs nothing of the
 * code that it looks at.
 */
final class StackSampler implements AutoCloseable {

    private static final int EVERY_MILLISECONDS = 3;
    private static final int SHOWN = 25;
    private static final String OURS = "kz.ortaq.";

    private final Thread watched;
    private final Thread watcher;
    private final Map<String, Long> parts = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private long samples;
    private volatile boolean done;

    /** Starts to watch. */
    StackSampler(Thread watched) {
        this.watched = watched;
        this.watcher = Thread.ofPlatform().name("sampler").daemon().start(this::watch);
    }

    @Override
    public void close() throws InterruptedException {
        done = true;
        watcher.join();
    }

    /** The share of each part of the work, from 0 to 1; after it was closed. */
    Map<String, Double> parts() {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String part : List.of("waiting", "parsing", "storing")) {
            shares.put(part, shares(parts, part));
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

    private double shares(Map<String, Long> counts, String name) {
        return samples == 0 ? 0 : Math.round(1000.0 * counts.getOrDefault(name, 0L) / samples) / 1000.0;
    }

    private void watch() {
        while (!done) {
            StackTraceElement[] stack = watched.getStackTrace();
            if (stack.length > 0) {
                samples++;
                parts.merge(part(stack), 1L, Long::sum);
                places.merge(place(stack), 1L, Long::sum);
            }
            try {
                Thread.sleep(EVERY_MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String part(StackTraceElement[] stack) {
        if (within(stack, "kz.ortaq.records.store.")) {
            return "storing";
        }
        return within(stack, "kz.ortaq.harvesters.net.") ? "waiting" : "parsing";
    }

    private static boolean within(StackTraceElement[] stack, String prefix) {
        return Stream.of(stack).anyMatch(frame -> frame.getClassName().startsWith(prefix));
    }

    private static String place(StackTraceElement[] stack) {
        Optional<StackTraceElement> ours = Stream.of(stack)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst();
        return ours.map(frame -> name(frame) + (frame == stack[0] ? "" : " > " + name(stack[0])))
                .orElseGet(() -> name(stack[0]));
    }

    private static String name(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
