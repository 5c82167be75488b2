package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.run.Cataloguing;
import kz.ortaq.engine.run.RecordReading;
import kz.ortaq.engine.run.Texts;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Stores;

/**
 * Places stored records in works: crosswalk, normalising and clustering, as the product does it. Prints what it cost, what
 * the last tenth cost against the second, and what of that is not what is promised.
 */
final class CatalogueBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 10;
    private static final int MOST_HELD = 5;
    private static final int PROMISED_RECORDS = 1_000_000;
    private static final double PROMISED_PER_SECOND = 3_000;
    private static final double PROMISED_RATIO = 1.5;
    private static final int PROMISED_MEGABYTES = 1_024;

    private final Settings settings;
    private final MadeRecords made;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    CatalogueBench(Settings settings, MadeRecords made) {
        this.settings = settings;
        this.made = made;
    }

    /** What a tenth of the records cost: time, time of the processors, and what was written to the disk. */
    private record Part(double seconds, double processorSeconds, long writtenMegabytes) {}

    /** @param folder the data folder with the records, and the log of the garbage collector */
    void run(Path folder, int records, int batch) throws IOException, InterruptedException {
        DataFolder data = DataFolder.open(folder);
        try (Stores stores = Stores.open(data, Clock.systemUTC());
                TextExtractor extractor =
                        new TextExtractor(folder, folder.resolve("java"), data.temporary(), settings.extract());
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Cataloguing cataloguing = new Cataloguing(
                    stores,
                    new RecordReading(new Crosswalks(), new Texts(stores.documents(), stores.texts(), extractor)));
            List<Part> parts = new ArrayList<>();
            long begun = System.nanoTime();
            Part before = now();
            long placed = 0;
            int some = cataloguing.place(batch, workers);
            while (some > 0 && placed < records) {
                placed += some;
                if (placed >= (long) records * (parts.size() + 1) / PARTS) {
                    Part now = now();
                    parts.add(new Part(
                            now.seconds() - before.seconds(),
                            now.processorSeconds() - before.processorSeconds(),
                            now.writtenMegabytes() - before.writtenMegabytes()));
                    System.err.printf("%d records placed: %s%n", placed, parts.getLast());
                    before = now;
                }
                some = placed < records ? cataloguing.place(batch, workers) : 0;
            }
            report(
                    stores,
                    placed,
                    (System.nanoTime() - begun) / 1e9,
                    parts,
                    Folders.liveHeap(folder.resolve("gc.log")));
        }
    }

    private Part now() throws IOException {
        long written = 0;
        Path counters = Path.of("/proc/self/io");
        if (Files.exists(counters)) {
            written = Files.readAllLines(counters).stream()
                    .filter(line -> line.startsWith("write_bytes: "))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                    .sum();
        }
        return new Part(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9, written >> 20);
    }

    private void report(Stores stores, long records, double seconds, List<Part> parts, long liveMegabytes)
            throws IOException {
        int[] books = made.books();
        int[] placed = Arrays.copyOf(books, (int) Math.min(books.length, records));
        double perSecond = records / seconds;
        double ratio = parts.getLast().seconds() / parts.get(1).seconds();
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", records);
        figures.put("books", Arrays.stream(placed).distinct().count());
        figures.put("works", stores.works().count());
        figures.put(
                "mostHoldings", Arrays.stream(placed).filter(book -> book == 0).count());
        figures.put("mostHeld", mostHeld(stores, placed));
        figures.put("seconds", rounded(seconds));
        figures.put("recordsPerSecond", Math.round(perSecond));
        figures.put(
                "processorMicrosecondsPerRecord",
                Math.round(parts.stream().mapToDouble(Part::processorSeconds).sum() * 1e6 / records));
        figures.put("lastTenthAgainstSecond", rounded(ratio));
        figures.put(
                "writtenMegabytes",
                parts.stream().mapToLong(Part::writtenMegabytes).sum());
        figures.put("heapMegabytes", heap);
        figures.put("liveHeapMegabytes", liveMegabytes);
        figures.put("notAsPromised", notAsPromised(records, perSecond, ratio, heap));
        System.out.println(JSON.writeValueAsString(figures));
    }

    private static List<String> notAsPromised(long records, double perSecond, double ratio, long heap) {
        List<String> not = new ArrayList<>();
        if (records < PROMISED_RECORDS) {
            not.add("fewer than 1,000,000 records");
        }
        if (perSecond < PROMISED_PER_SECOND) {
            not.add("fewer than 3,000 records a second");
        }
        if (ratio > PROMISED_RATIO) {
            not.add("the last tenth cost more than 1.5 times the second");
        }
        if (heap > PROMISED_MEGABYTES) {
            not.add("the heap was not bounded by 1 GB");
        }
        return not;
    }

    private static double rounded(double figure) {
        return Math.round(100 * figure) / 100.0;
    }

    /** Of the books that most hold: how many describe each, in how many works these stand, and how many in the largest. */
    private static List<Map<String, Object>> mostHeld(Stores stores, int[] books) {
        List<Map<String, Integer>> works = new ArrayList<>();
        for (int book = 0; book < MOST_HELD; book++) {
            works.add(new HashMap<>());
        }
        for (int i = 0; i < books.length; i++) {
            if (books[i] < MOST_HELD) {
                Map<String, Integer> ofBook = works.get(books[i]);
                stores.records()
                        .find(new RecordId(MadeRecords.SOURCE, MadeRecords.identifier(i)))
                        .ifPresent(record -> ofBook.merge(record.work(), 1, Integer::sum));
            }
        }
        return works.stream()
                .map(ofBook -> Map.<String, Object>of(
                        "records",
                                ofBook.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                        "works", ofBook.size(),
                        "inTheLargest",
                                ofBook.values().stream().max(Integer::compare).orElse(0)))
                .toList();
    }
}
