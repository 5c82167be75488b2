package kz.ortaq.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.engine.index.IndexFolder;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program, killed at random points, ends with what an undisturbed run ends with. */
@Tag("faults")
class KillTest {

    private static final boolean FULL = Boolean.getBoolean("ortaq.full");
    private static final int RECORDS = FULL ? 50_000 : 4_000;
    private static final int PAGES = RECORDS / 200;
    private static final int KILLS = FULL ? 8 : 4;
    private static final Path HOME = Path.of(System.getProperty("ortaq.home"));

    @TempDir
    Path folder;

    @Test
    void losesNothingWhenKilledDuringHarvestAndIndexing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed + ", " + RECORDS + " records");
        Random random = new Random(seed);
        Path undisturbed = folder.resolve("undisturbed");
        Path killed = folder.resolve("killed");

        try (GeneratedRepository repository = new GeneratedRepository(RECORDS)) {
            harvest(register(undisturbed, repository));
            Program program = register(killed, repository);
            for (int kill = 0; kill < KILLS; kill++) {
                killDuringHarvest(program, repository, random, killed);
            }
            // The first of these mostly ends the harvest, and the others find nothing but indexing left to do.
            for (int kill = 0; kill <= KILLS; kill++) {
                killDuringIndexing(program, random, killed);
            }
            harvest(program);
        }

        Map<String, String> expected = records(undisturbed);
        assertTrue(expected.size() > RECORDS * 9 / 10, expected.size() + " records");
        assertEquals(expected, records(killed));
        Map<String, String> works = index(undisturbed);
        long live = expected.values().stream()
                .filter(record -> record.startsWith("false "))
                .count();
        assertEquals(live, works.size());
        assertEquals(works, index(killed));
    }

    private static Program register(Path data, GeneratedRepository repository)
            throws IOException, InterruptedException {
        Program program = new Program(HOME, data, List.of());
        program.run("library", "add", "Generated", "--language", "en", "--source", "oai:" + repository.address());
        return program;
    }

    private static void harvest(Program program) throws IOException, InterruptedException {
        program.run("harvest", "--json");
    }

    /** Kills the program when it asks for one of the pages, by chance. */
    private static void killDuringHarvest(Program program, GeneratedRepository repository, Random random, Path data)
            throws IOException, InterruptedException {
        int page = 1 + random.nextInt(Math.max(1, PAGES / KILLS));
        int nanos = random.nextInt(20_000_000);
        long[] first = {-1};
        Process process = program.start(ProcessBuilder.Redirect.DISCARD, "harvest");
        repository.onPage(number -> {
            if (first[0] < 0) {
                first[0] = number;
            }
            if (number - first[0] >= page) {
                // At once, or a little later: while the page is read, checked or stored.
                pause(nanos);
                process.destroyForcibly();
            }
        });
        process.waitFor();
        repository.onPage(number -> {});
        System.out.println(
                "killed at page " + page + " of the run, " + records(data).size() + " records stored");
    }

    /** Kills the program while it indexes: before its first commit, or at some moment after one, by chance. */
    private static void killDuringIndexing(Program program, Random random, Path data)
            throws IOException, InterruptedException, SettingsException {
        Path index = data.resolve("index").resolve("1");
        Set<String> before = commits(index);
        boolean afterCommit = random.nextBoolean();
        int milliseconds = afterCommit ? random.nextInt(1_000) : 1_000 + random.nextInt(1_000);
        Process process = program.start(
                ProcessBuilder.Redirect.DISCARD,
                "harvest",
                "--set",
                "index.commit-seconds=1",
                "--set",
                "index.batch=100");
        while (afterCommit && process.isAlive() && commits(index).equals(before)) {
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        System.out.println("killed " + milliseconds + " ms after " + (afterCommit ? "a commit" : "the start")
                + (ended ? " (it had ended)" : "") + ", " + index(data).size() + " works indexed");
    }

    /** The commits that an index folder holds, by Lucene's names. */
    private static Set<String> commits(Path index) throws IOException {
        if (!Files.isDirectory(index)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(index)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("segments_"))
                    .collect(Collectors.toSet());
        }
    }

    private static void pause(int nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static Map<String, String> records(Path data) throws IOException {
        Stores stores = Stores.open(DataFolder.open(data), Clock.systemUTC());
        Map<String, String> records = new TreeMap<>();
        stores.records()
                .forEach(
                        "",
                        record -> records.put(
                                record.raw().id().toString(),
                                record.raw().deleted() + " " + record.raw().hash() + " " + record.work()));
        return records;
    }

    private static Map<String, String> index(Path data) throws IOException, SettingsException {
        Settings settings = SettingsReader.read(data.resolve("none.yaml"), List.of());
        Path current = new IndexFolder(DataFolder.open(data).indexes()).current();
        Map<String, String> works = new TreeMap<>();
        var index = SearchIndex.openForReading(current, settings.search());
        if (index.isPresent()) {
            try (SearchIndex open = index.get()) {
                open.forEachStored(works::put);
            }
        }
        return works;
    }
}
