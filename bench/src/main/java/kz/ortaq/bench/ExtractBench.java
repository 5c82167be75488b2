package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.text.Extraction;
import kz.ortaq.engine.text.PeakMemory;
import kz.ortaq.engine.text.TextExtractor;

/** Text out of the harmless documents of a folder: through the pool of isolated processes, and by Tika in this one. */
final class ExtractBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS_OF_THE_HARMLESS = 10;
    // Each process of the pool compiles the parsers for itself, from its share of the files: after ten turns that still
    // takes a third of the time on the processors. A process reads thousands of files.
    private static final long WARM_UP_NANOSECONDS = 100_000_000_000L;
    // A pass over the files takes a quarter of a second, in which any other process of the machine counts.
    private static final int PASSES = 5;

    private final Path home;
    private final int workers;

    ExtractBench(Path home, int workers) {
        this.home = home;
        this.workers = workers;
    }

    /** Prints one JSON object, and one for each of the {@code large} documents; the two take turns, and the median of {@code runs} counts. */
    void run(Path folder, int runs, boolean large) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // No picture is read: Tika by itself does not, and Tesseract's time would hide the pool's.
        Settings.Extract settings = new Settings.Extract(workers, 384, 120, 5_000_000, "", 0, 60, 1);
        Path temporary = Files.createTempDirectory("ortaq-bench-");
        if (large) {
            try (TextExtractor pool = new TextExtractor(home.resolve("extractor"), java, temporary, settings)) {
                new LargeDocuments(temporary).run(pool);
            }
        }
        try (TikaInProcess tika = new TikaInProcess(home.resolve("extractor"));
                TextExtractor pool = new TextExtractor(home.resolve("extractor"), java, temporary, settings);
                ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Path> all = files(folder);
            List<Path> harmless = harmless(all, pool, tika);
            Turn ofPool = file -> pool.extract(file, String.valueOf(file.getFileName()));
            Turn ofTika = tika::read;
            long warm = System.nanoTime() + WARM_UP_NANOSECONDS;
            while (System.nanoTime() < warm) {
                // Each process has its share of the files alone, and warms in as many passes as there are processes.
                for (int process = 0; process < workers; process++) {
                    seconds(threads, harmless, ofPool);
                }
                seconds(threads, harmless, ofTika);
            }
            double[] poolSeconds = new double[runs];
            double[] tikaSeconds = new double[runs];
            for (int turn = 0; turn < runs; turn++) {
                for (int pass = 0; pass < PASSES; pass++) {
                    poolSeconds[turn] += seconds(threads, harmless, ofPool) / PASSES;
                    tikaSeconds[turn] += seconds(threads, harmless, ofTika) / PASSES;
                }
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("bench", "extract");
            result.put("documents", harmless.size());
            result.put("leftOut", all.size() - harmless.size());
            double megabytes = 0;
            for (Path file : harmless) {
                megabytes += Files.size(file) / 1e6;
            }
            result.put("megabytes", rounded(megabytes));
            result.put("workers", workers);
            result.put("pool", speed(poolSeconds, harmless.size(), megabytes));
            result.put("tika", speed(tikaSeconds, harmless.size(), megabytes));
            result.put("poolOverTika", rounded(median(poolSeconds) / median(tikaSeconds)));
            result.put(
                    "memoryOfThisProcess",
                    PeakMemory.megabytes(ProcessHandle.current().pid()));
            result.put("memoryOfAReadingProcess", pool.peakMegabytes());
            System.out.println(JSON.writeValueAsString(result));
        } finally {
            Folders.delete(temporary);
        }
    }

    private interface Turn {
        Object read(Path file) throws Exception;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Those that both give text of without complaint: by the pool first, which outlives the others. */
    private List<Path> harmless(List<Path> files, TextExtractor pool, TikaInProcess tika) throws Exception {
        List<Path> harmless = new ArrayList<>();
        for (Path file : files) {
            Extraction extraction = pool.extract(file, String.valueOf(file.getFileName()));
            boolean text = extraction.text().characters() > 0;
            if (text && extraction.problem().isEmpty() && isRead(tika, file)) {
                harmless.add(file);
            }
        }
        return harmless;
    }

    private static boolean isRead(TikaInProcess tika, Path file) throws Exception {
        // A thread of its own, for one that hangs cannot be stopped.
        ExecutorService thread =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        Future<Integer> characters = thread.submit(() -> tika.read(file));
        try {
            return characters.get(SECONDS_OF_THE_HARMLESS, TimeUnit.SECONDS) > 0;
        } catch (TimeoutException e) {
            return false;
        } finally {
            thread.shutdown();
        }
    }

    private static double seconds(ExecutorService threads, List<Path> files, Turn turn) throws Exception {
        List<Callable<Object>> tasks = new ArrayList<>();
        for (Path file : files) {
            tasks.add(() -> turn.read(file));
        }
        long start = System.nanoTime();
        for (Future<Object> done : threads.invokeAll(tasks)) {
            done.get();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Map<String, Object> speed(double[] seconds, int documents, double megabytes) {
        double median = median(seconds);
        Map<String, Object> speed = new LinkedHashMap<>();
        speed.put("seconds", rounded(median));
        speed.put("documentsPerSecond", rounded(documents / median));
        speed.put("megabytesPerSecond", rounded(megabytes / median));
        speed.put("runs", Arrays.stream(seconds).map(ExtractBench::rounded).toArray());
        return speed;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
