package kz.ortaq.server.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.records.CuratedList;
import kz.ortaq.server.demo.SampleLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq demo}: harvests the sample libraries, indexes, serves. */
@Command(name = "demo", description = "Harvest the sample libraries, index them, and serve.")
public final class DemoCommand implements Callable<Integer> {

    private static final Path DATA = Path.of("demo-data");
    private static final List<String> QUERIES = List.of("қазақ хандығы", "казакстан тарихы", "экология Арала");

    private final Workplace workplace;

    @Option(names = "--port", description = "The port to listen on.", defaultValue = "8080")
    private int port = 8080;

    @Option(names = "--once", description = "Stop after printing the summary, one JSON object.")
    private boolean once;

    public DemoCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        Path samples = workplace.programFolder().resolve("samples");
        if (!Files.isDirectory(samples)) {
            Output.say("The sample libraries are missing: there is no folder " + samples);
            return ExitCode.FAILED;
        }
        try (SampleLibraries libraries = new SampleLibraries(samples)) {
            List<String> own = new ArrayList<>(List.of(
                    "network.allowed=" + libraries.allowed(),
                    "network.contact=demo@ortaq.kz",
                    "link.fetch=deny", // the samples point to addresses that do not exist
                    "server.port=" + port));
            try (Ortaq ortaq = workplace.open(DATA, own)) {
                return demo(ortaq, libraries, start);
            } catch (SearchIndex.Busy e) {
                Output.say("A demo runs on this data folder already; stop it first.");
                return ExitCode.FAILED;
            }
        }
    }

    /** The region’s library recommends its books of the month. */
    private void recommend(Ortaq ortaq) throws Exception {
        Path file =
                workplace.programFolder().resolve("samples").resolve("lists").resolve("ай-кітабы.txt");
        ListReading.Read read = ListReading.of(ortaq, file);
        read.faults().forEach(Output::say);
        ortaq.stores()
                .lists()
                .save(CuratedList.of("abai-region", "Ай кітабы", "kk", "Қараша айында оқимыз.", read.entries()));
    }

    private int demo(Ortaq ortaq, SampleLibraries libraries, long start) throws Exception {
        libraries.register(ortaq.stores().registry());
        Harvesting harvesting = new Harvesting(ortaq);
        Harvesting.Result result = harvesting.harvest(ortaq.stores().registry().sources());
        harvesting.index();
        recommend(ortaq);
        Map<String, Object> summary = StatsCommand.stats(ortaq);
        summary.put("seconds", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
        Output.json(summary);
        Output.say("Other commands look at these libraries with --data "
                + ortaq.data().root() + ", for example: ortaq quality --data "
                + ortaq.data().root());
        if (once) {
            return result.done() ? ExitCode.DONE : ExitCode.FAILED;
        }
        try (Serving serving = new Serving(ortaq)) {
            Output.say("");
            Output.say("Ortaq serves at " + serving.address() + "/ (Ctrl+C stops it). Try:");
            for (String query : QUERIES) {
                Output.say("  " + query + "  →  " + serving.address() + "/kk/search?q="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8));
            }
            StopSignal.closeOnStop(serving, ortaq);
            serving.join();
            return result.done() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
