package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.run.Cataloguing;
import kz.ortaq.engine.run.RecordReading;
import kz.ortaq.engine.run.Texts;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;

/**
 * Places records in works: real descriptions, mixed to as many books as there would be, each written by as many libraries
 * as hold it (Zipf), in no order. Prints what it cost, and what the last tenth cost against the second.
 */
final class CatalogueBench {

    private static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    private static final String SOURCE = "generated";
    private static final ObjectMapper JSON = new ObjectMapper();
    // With this exponent a million records are held 7,000 times at most, and two thirds of the books once.
    private static final double EXPONENT = 0.7;
    private static final double MOST_OF_A_MILLION = 7_000;
    private static final int PAGE = 1_000;
    private static final int PARTS = 10;
    private static final int MOST_HELD = 5;

    private final Settings settings;
    private final long seed;
    private final List<Draft> base;

    /** @param base real descriptions to make books of */
    CatalogueBench(Settings settings, long seed, List<Draft> base) {
        this.settings = settings;
        this.seed = seed;
        this.base = base;
    }

    /** @param most how many libraries hold the book that most hold; 0 for as many as of a million records 7,000 */
    void run(int records, int batch, int most) throws IOException, InterruptedException, LeaseRefused {
        Path folder = Files.createTempDirectory("ortaq-bench-");
        DataFolder data = DataFolder.open(folder);
        try (Stores stores = Stores.open(data, Clock.systemUTC());
                TextExtractor extractor =
                        new TextExtractor(folder, folder.resolve("java"), data.temporary(), settings.extract());
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            int[] books = books(records, most == 0 ? MOST_OF_A_MILLION * records / 1_000_000 : most);
            store(stores, books);
            Cataloguing cataloguing = new Cataloguing(
                    stores,
                    new RecordReading(new Crosswalks(), new Texts(stores.documents(), stores.texts(), extractor)));
            List<Double> parts = new ArrayList<>();
            long begun = System.nanoTime();
            long partBegun = begun;
            long placed = 0;
            long next = records / PARTS;
            int some = cataloguing.place(batch, workers);
            while (some > 0) {
                placed += some;
                if (placed >= next) {
                    parts.add((System.nanoTime() - partBegun) / 1e9);
                    System.err.printf("%d records placed, %.1f s%n", placed, parts.getLast());
                    partBegun = System.nanoTime();
                    next += records / PARTS;
                }
                some = cataloguing.place(batch, workers);
            }
            report(stores, records, books, (System.nanoTime() - begun) / 1e9, parts);
        } finally {
            Folders.delete(folder);
        }
    }

    private void report(Stores stores, int records, int[] books, double seconds, List<Double> parts)
            throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", seed);
        figures.put("records", records);
        figures.put("books", distinct(books));
        figures.put("works", stores.works().count());
        figures.put("mostHoldings", most(books));
        figures.put("mostHeld", mostHeld(stores, books));
        figures.put("seconds", Math.round(seconds * 10) / 10.0);
        figures.put("recordsPerSecond", Math.round(records / seconds));
        figures.put("lastTenthAgainstSecond", Math.round(100 * parts.getLast() / parts.get(1)) / 100.0);
        figures.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        System.out.println(JSON.writeValueAsString(figures));
    }

    /** Which book each record describes, in no order. */
    private int[] books(int records, double most) {
        int[] books = new int[records];
        int filled = 0;
        for (int book = 0; filled < records; book++) {
            int holdings = (int) Math.max(1, most / Math.pow(book + 1, EXPONENT));
            for (int i = 0; i < holdings && filled < records; i++) {
                books[filled++] = book;
            }
        }
        Random random = new Random(seed);
        for (int i = records - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = books[i];
            books[i] = books[other];
            books[other] = kept;
        }
        return books;
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
                        .find(new RecordId(SOURCE, "r" + i))
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

    private static long distinct(int[] books) {
        return Arrays.stream(books).distinct().count();
    }

    private static long most(int[] books) {
        return Arrays.stream(books).filter(book -> book == 0).count();
    }

    private void store(Stores stores, int[] books) throws LeaseRefused {
        stores.registry().save(new Library(SOURCE, Map.of(Language.KK, "Жасанды"), "", "", ""));
        stores.registry()
                .save(new Source(
                        SOURCE, SOURCE, SourceKind.OAI, "https://example.org/oai", Map.of(), Source.State.ACTIVE));
        Lease lease = stores.runs().begin(SOURCE);
        List<RawRecord> page = new ArrayList<>();
        for (int i = 0; i < books.length; i++) {
            OtherHands hands = new OtherHands(new Random(seed + i));
            page.add(raw("r" + i, hands.rewrite(book(books[i]))));
            if (page.size() == PAGE || i == books.length - 1) {
                stores.records().store(lease, new HarvestPage(page, List.of(), List.of(), Checkpoint.START));
                page.clear();
            }
        }
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    /** A book of its own: the words of two real titles, the people of a third, the imprint of a fourth. */
    private Draft book(int number) {
        Random random = new Random(seed * 31 + number);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<String> title = new ArrayList<>(List.of(one(random).title().split("\\s+")));
            Collections.shuffle(title, random);
            words.addAll(title.subList(0, Math.min(title.size(), 1 + random.nextInt(3))));
        }
        Draft imprint = one(random);
        return one(random)
                .withTitle(String.join(" ", words))
                .withImprint(1950 + random.nextInt(75), imprint.publisher())
                .withRest(ClusteringSets.isbn(number), imprint.language(), (50 + random.nextInt(400)) + " с.");
    }

    private Draft one(Random random) {
        return base.get(random.nextInt(base.size()));
    }

    private static RawRecord raw(String identifier, Draft draft) {
        StringBuilder xml = new StringBuilder("<oai_dc:dc xmlns:oai_dc='")
                .append(DC)
                .append("' xmlns:dc='http://purl.org/dc/elements/1.1/'>");
        element(xml, "title", draft.title());
        draft.authors().forEach(author -> element(xml, "creator", author));
        element(xml, "publisher", draft.publisher());
        element(xml, "date", draft.year() == 0 ? "" : String.valueOf(draft.year()));
        element(xml, "identifier", draft.isbn().isEmpty() ? "" : "ISBN " + draft.isbn());
        element(xml, "language", draft.language());
        element(xml, "format", draft.extent());
        xml.append("</oai_dc:dc>");
        return new RawRecord(
                new RecordId(SOURCE, identifier),
                false,
                DC,
                "2026-11-22",
                List.of(),
                "page 1",
                xml.toString(),
                List.of());
    }

    private static void element(StringBuilder xml, String name, String value) {
        if (!value.isBlank()) {
            String safe = value.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\p{Cntrl}", " ");
            xml.append("<dc:")
                    .append(name)
                    .append('>')
                    .append(safe)
                    .append("</dc:")
                    .append(name)
                    .append('>');
        }
    }
}
