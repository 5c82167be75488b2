package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.Library;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;

/**
 * Many sources, each on a host of its own whose server takes its time, harvested by the real program with the politeness
 * that it has by default. The indexing that follows a harvest is not waited for.
 */
final class ManySources {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGES = 10;
    private static final int PAGE = 100;
    private static final int MILLISECONDS = 200;
    private static final int HOSTS_OF_A_NET = 250;

    private final Path home;
    private final String heap;

    ManySources(Path home, String heap) {
        this.home = home;
        this.heap = heap;
    }

    /** Prints one JSON object: how long all of them took, and what they needed. */
    void run(int port, int sources, int parallel) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ortaq-bench-");
        try {
            Path data = folder.resolve("data");
            Stores stores = Stores.open(DataFolder.open(data), Clock.systemUTC());
            register(stores, port, sources);
            Program program = new Program(home, data, Folders.heapOptions(heap, folder.resolve("gc.log")));
            Process process = program.start(
                    ProcessBuilder.Redirect.DISCARD,
                    ProcessBuilder.Redirect.DISCARD,
                    // The records point to documents that do not exist; those come after the harvests anyway.
                    List.of("harvest", "--set", "harvest.parallel=" + parallel, "--set", "link.fetch=deny"));
            List<HarvestRun> runs;
            do {
                runs = stores.runs().latest(sources + 1).stream()
                        .filter(run -> run.ended() != null)
                        .toList();
            } while (runs.size() < sources && !process.waitFor(500, TimeUnit.MILLISECONDS));
            process.destroyForcibly().waitFor();
            System.out.println(JSON.writeValueAsString(figures(runs, stores, port, parallel, folder)));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void register(Stores stores, int port, int sources) {
        for (int source = 0; source < sources; source++) {
            String host = "127.0." + (1 + source / HOSTS_OF_A_NET) + "." + (1 + source % HOSTS_OF_A_NET);
            String id = "library-" + source;
            stores.registry().save(new Library(id, Map.of(Language.EN, id), "", "", ""));
            stores.registry()
                    .save(new Source(
                            id + "-oai",
                            id,
                            SourceKind.OAI,
                            PageServer.address(host, port, PAGES * PAGE, PAGE, MILLISECONDS),
                            Map.of(),
                            Source.State.ACTIVE));
        }
    }

    private Map<String, Object> figures(List<HarvestRun> runs, Stores stores, int port, int parallel, Path folder)
            throws IOException, InterruptedException {
        Instant first =
                runs.stream().map(HarvestRun::started).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant last = runs.stream()
                .flatMap(run -> java.util.stream.Stream.ofNullable(run.ended()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        int mostAtOnce = mostAtOnce(port);
        long page = new PreparedPages(PAGE).page(0, 0, PAGES * PAGE).length;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "sources",
                runs.stream().filter(run -> run.status() == RunStatus.COMPLETE).count());
        figures.put("records", stores.records().live());
        figures.put("millisecondsAnAnswer", MILLISECONDS);
        figures.put("parallel", parallel);
        figures.put("seconds", Duration.between(first, last).toMillis() / 1_000.0);
        figures.put("mostRequestsAtOnce", mostAtOnce);
        figures.put("mostMegabytesInFlight", Math.round(10 * mostAtOnce * page / 1e6) / 10.0);
        figures.put("heap", heap);
        figures.put("liveHeapMegabytes", Folders.liveHeap(folder.resolve("gc.log")));
        return figures;
    }

    private static int mostAtOnce(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Integer.parseInt(client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/most"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }
}
