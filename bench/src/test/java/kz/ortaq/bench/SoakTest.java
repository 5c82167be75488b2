package kz.ortaq.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import kz.ortaq.bench.SoakServer.Site;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program harvests many sources, a third of which misbehave, while all of them change. */
@Tag("faults")
class SoakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean FULL = Boolean.getBoolean("ortaq.full");
    private static final int SOURCES = FULL ? 300 : 45;
    private static final long SMALL_SEED = 9_100_334_018_842L;
    private static final int ROUNDS = 3;
    private static final int MINUTES_OF_A_ROUND = 10;
    private static final Path HOME = Path.of(System.getProperty("ortaq.home"));
    private static final List<String> HARVEST = List.of(
            "harvest",
            "--json",
            "--set",
            "harvest.parallel=64",
            "--set",
            "harvest.reconcile-days=0",
            "--set",
            "harvest.run-minutes=1",
            "--set",
            "harvest.page-bytes=" + SoakServer.LARGEST_PAGE,
            "--set",
            "network.timeout-seconds=4",
            "--set",
            "network.retries=2",
            "--set",
            "network.retry-seconds=2");

    @TempDir
    Path folder;

    /** What the misbehaving came to, for people. */
    private final Map<String, TreeSet<String>> told = new TreeMap<>();

    /** The problems that each site was told of so far. */
    private final Map<String, TreeSet<String>> reported = new TreeMap<>();

    private final List<String> wrong = new ArrayList<>();

    @Test
    void keepsTheTruthOfGoodSourcesAndSaysWhatIsWrongWithBadOnes() throws Exception {
        // The small size is the same each time; the full one is new ground.
        long seed = Long.getLong("ortaq.seed", FULL ? System.nanoTime() : SMALL_SEED);
        System.out.println("seed " + seed + " (-Dortaq.seed=… repeats it), " + SOURCES + " sources");
        Random random = new Random(seed);
        List<Site> sites = sites(random);
        Path data = folder.resolve("data");
        Program program = new Program(HOME, data, List.of());

        try (SoakServer server = new SoakServer(sites)) {
            Stores stores = Stores.open(DataFolder.open(data), Clock.systemUTC());
            sites.forEach(site -> register(stores, site, server.address(site)));
            for (int round = 1; round <= ROUNDS; round++) {
                server.nextRound();
                Map<String, JsonNode> reports = harvest(program);
                check(round, sites, server, reports, stored(stores));
                sites.forEach(site -> site.repository().change(random));
            }
        }

        told.forEach((misbehaviour, what) -> System.out.println(misbehaviour + ": " + String.join("; ", what)));
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " things are wrong:\n" + String.join("\n", wrong));
    }

    /** Every third of them misbehaves, each way as often as another. */
    private static List<Site> sites(Random random) {
        Misbehaviour[] all = Misbehaviour.values();
        int first = random.nextInt(all.length);
        List<Site> sites = new ArrayList<>();
        for (int number = 0; number < SOURCES; number++) {
            Optional<Misbehaviour> misbehaviour =
                    number % 3 == 2 ? Optional.of(all[(first + number / 3) % all.length]) : Optional.empty();
            sites.add(new Site(number, new SoakRepository(number, random), misbehaviour, random.nextInt(20)));
        }
        return sites;
    }

    private static void register(Stores stores, Site site, String address) {
        stores.registry().save(new Library(site.id(), Map.of(Language.EN, site.id()), "", "", ""));
        stores.registry()
                .save(new Source(
                        site.id(),
                        site.id(),
                        SourceKind.OAI,
                        address,
                        site.repository().options(),
                        Source.State.ACTIVE));
    }

    /** Runs the program to its end, which must come; gives what it says of each source. */
    private Map<String, JsonNode> harvest(Program program) throws IOException, InterruptedException {
        Path output = folder.resolve("reports.jsonl");
        Path log = folder.resolve("log.txt");
        Process process = program.start(
                ProcessBuilder.Redirect.to(output.toFile()), ProcessBuilder.Redirect.to(log.toFile()), HARVEST);
        if (!process.waitFor(MINUTES_OF_A_ROUND, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the harvest hangs; its last words: " + lastOf(log));
        }
        Map<String, JsonNode> reports = new HashMap<>();
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            JsonNode report = JSON.readTree(line);
            reports.put(report.get("source").asText(), report);
        }
        assertEquals(SOURCES, reports.size(), () -> "reports; the log ends: " + lastOf(log));
        return reports;
    }

    private static List<String> lastOf(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return lines.subList(Math.max(0, lines.size() - 20), lines.size());
        } catch (IOException e) {
            return List.of(String.valueOf(e));
        }
    }

    /** What is stored, by source and identifier: the content, or {@code deleted}. */
    private static Map<String, Map<String, String>> stored(Stores stores) {
        Map<String, Map<String, String>> stored = new HashMap<>();
        stores.records().forEach("", record -> {
            RawRecord raw = record.raw();
            String payload = raw.payload();
            String content = raw.deleted()
                    ? "deleted"
                    : payload.substring(payload.indexOf("<dc:title>"), payload.indexOf("</oai_dc:dc>"));
            stored.computeIfAbsent(raw.id().source(), source -> new HashMap<>())
                    .put(raw.id().identifier(), content);
        });
        return stored;
    }

    private void check(
            int round,
            List<Site> sites,
            SoakServer server,
            Map<String, JsonNode> reports,
            Map<String, Map<String, String>> stored) {
        for (Site site : sites) {
            JsonNode report = Objects.requireNonNull(reports.get(site.id()), site.id());
            Map<String, String> truth = site.repository().truth();
            Map<String, String> kept = stored.getOrDefault(site.id(), Map.of());
            String where = "round " + round + ", " + site.id() + " (" + site.repository() + "): ";
            if (site.misbehaviour().isEmpty()) {
                checkGood(where, report, truth, kept);
            } else if (server.spoilt(site) > 0) {
                checkBad(where, site.misbehaviour().get(), report, truth, kept);
            }
        }
    }

    private void checkGood(String where, JsonNode report, Map<String, String> truth, Map<String, String> kept) {
        if (!truth.equals(kept)) {
            wrong.add(where + differences(truth, kept));
        }
        if (!report.get("status").asText().equals("complete") || !codes(report).isEmpty()) {
            wrong.add(where + "ended as " + report.get("status").asText() + " with " + codes(report));
        }
    }

    private void checkBad(
            String where,
            Misbehaviour misbehaviour,
            JsonNode report,
            Map<String, String> truth,
            Map<String, String> kept) {
        String status = report.get("status").asText();
        TreeSet<String> codes = codes(report);
        // Word of a deletion whose record never came is no loss.
        Map<String, String> due = new TreeMap<>(truth);
        due.entrySet().removeIf(record -> record.getValue().equals("deleted") && !kept.containsKey(record.getKey()));
        boolean whole = due.equals(kept);
        told.computeIfAbsent(misbehaviour.name(), name -> new TreeSet<>())
                .add((whole ? "whole, " : "not whole, ") + status + " " + codes);
        String what = where + misbehaviour + " ended as " + status + " with " + codes;
        // What a round left damaged was told in that round; the next one does not see it again.
        TreeSet<String> everTold =
                reported.computeIfAbsent(where.replaceFirst("round \\d+, ", ""), site -> new TreeSet<>());
        everTold.addAll(codes);
        if (!whole && everTold.isEmpty()) {
            wrong.add(what + " and says nothing of what it lost: " + differences(truth, kept));
        }
        if (!misbehaviour.reasons().isEmpty() && misbehaviour.reasons().stream().noneMatch(codes::contains)) {
            wrong.add(what + " where one of " + misbehaviour.reasons() + " is due");
        }
        long taken = truth.entrySet().stream()
                .filter(record -> !record.getValue().equals("deleted"))
                .filter(record -> "deleted".equals(kept.get(record.getKey())))
                .count();
        if (taken > 0) {
            wrong.add(what + " and deleted " + taken + " records that are there");
        }
    }

    /** The problems of a report that are more than news, each with a text in every language. */
    private static TreeSet<String> codes(JsonNode report) {
        TreeSet<String> codes = new TreeSet<>();
        for (JsonNode problem : report.get("problems")) {
            for (Language language : Language.values()) {
                assertTrue(!problem.get("remedy").get(language.code()).asText().isBlank());
            }
            if (!problem.get("severity").asText().equals("info")) {
                codes.add(problem.get("code").asText());
            }
        }
        return codes;
    }

    private static String differences(Map<String, String> truth, Map<String, String> kept) {
        TreeSet<String> all = new TreeSet<>(truth.keySet());
        all.addAll(kept.keySet());
        all.removeIf(identifier -> String.valueOf(truth.get(identifier)).equals(String.valueOf(kept.get(identifier))));
        String first = all.first();
        return all.size() + " records differ, the first is " + first + ": true " + truth.get(first) + ", stored "
                + kept.get(first);
    }
}
