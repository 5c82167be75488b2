package kz.ortaq.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq bench NAME}: measures what the product promises. */
@Command(
        name = "ortaq bench",
        description = "Benchmarks; figures are for comparing within one run.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME")
public final class Main implements Runnable {

    private final CommandLine commandLine = new CommandLine(this)
            .addSubcommand(new Walk())
            .addSubcommand(new Harvest())
            .addSubcommand(new Extract())
            .addSubcommand(new Analysis())
            .addSubcommand(new Relevance())
            .addSubcommand(new OfClusters())
            .addSubcommand(new CatalogueCommand(() -> SettingsReader.read(Path.of("none.yaml"), List.of())))
            .addSubcommand(new CrosswalkBench(
                    () -> SettingsReader.read(Path.of("none.yaml"), List.of()).harvest()))
            .addSubcommand(new Serve())
            .addSubcommand(new Run());

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new Main().commandLine.execute(arguments));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                commandLine,
                "Which benchmark? One of: walk, harvest, analysis, relevance, clustering, catalogue, crosswalk");
    }

    /** {@code ortaq bench walk}. */
    @Command(
            name = "walk",
            description = "Harvest generated records over loopback, index them; one JSON object a size.",
            mixinStandardHelpOptions = true)
    static final class Walk implements Callable<Integer> {

        @Option(names = "--records", split = ",", defaultValue = "20000,200000", description = "Sizes, with commas.")
        private List<Integer> records = List.of();

        @Option(names = "--heap", defaultValue = "256m", description = "The heap of each process.")
        private String heap = "256m";

        @Override
        public Integer call() throws Exception {
            new WalkBench(Path.of(System.getProperty("ortaq.home", "target/ortaq")), heap).run(records);
            return 0;
        }
    }

    /** {@code ortaq bench harvest}. */
    @Command(
            name = "harvest",
            description =
                    "Harvest prepared pages, against a bare pipeline and xoai; then many slow sources. JSON objects.",
            mixinStandardHelpOptions = true)
    static final class Harvest implements Callable<Integer> {

        @Option(names = "--records", defaultValue = "100000", description = "Records of the comparison.")
        private int records;

        @Option(names = "--runs", defaultValue = "3", description = "Turns of each contender; the median counts.")
        private int runs;

        @Option(names = "--heap", defaultValue = "256m", description = "The heap of each process.")
        private String heap = "256m";

        @Option(names = "--full", description = "A harvest of 1,000,000 records too.")
        private boolean full;

        @Option(names = "--sources", defaultValue = "1000", description = "How many slow sources; 0 for none.")
        private int sources;

        @Option(names = "--parallel", defaultValue = "64", description = "How many of them at once.")
        private int parallel;

        @Option(names = "--profile", description = "Print where our time goes.")
        private boolean profile;

        @Override
        public Integer call() throws Exception {
            Path home = Path.of(System.getProperty("ortaq.home", "target/ortaq"));
            try (PageServer.Remote server = PageServer.Remote.start()) {
                HarvestBench bench = new HarvestBench(heap, profile);
                if (runs > 0) {
                    bench.compare(server.port(), records, runs);
                }
                if (full) {
                    bench.ours(server.port(), 1_000_000);
                }
                if (sources > 0) {
                    new ManySources(home, heap).run(server.port(), sources, parallel);
                }
            }
            return 0;
        }
    }

    @Command(
            name = "extract",
            description = "Text out of documents: the pool of isolated processes, against Tika in one. A JSON object.",
            mixinStandardHelpOptions = true)
    static final class Extract implements Callable<Integer> {

        @Option(names = "--folder", description = "Where the documents are (../shared/inputs/docs).")
        private Path folder = Path.of(System.getProperty("ortaq.root", "."))
                .resolve("../shared/inputs/docs")
                .normalize();

        @Option(names = "--runs", defaultValue = "7", description = "Turns of each; the median counts.")
        private int runs;

        @Option(names = "--workers", defaultValue = "2", description = "Files read at once, by each.")
        private int workers;

        @Option(names = "--full", description = "Documents of 300 MB and 2 GB too.")
        private boolean full;

        @Override
        public Integer call() throws Exception {
            Path home = Path.of(System.getProperty("ortaq.home", "target/ortaq"));
            new ExtractBench(home, workers).run(folder, runs, full);
            return 0;
        }
    }

    /** {@code ortaq bench analysis}. */
    @Command(
            name = "analysis",
            description = "Analyse one text by each chain and by Lucene's StandardAnalyzer; fold each alphabet of"
                    + " Kazakh. JSON objects.",
            mixinStandardHelpOptions = true)
    static final class Analysis implements Callable<Integer> {

        @Option(names = "--inputs", description = "A folder with retrieval/passages.tsv; without it, the samples.")
        private @Nullable Path inputs;

        @Option(names = "--turns", defaultValue = "9", description = "Turns of each chain; the median counts.")
        private int turns;

        @Override
        public Integer call() throws Exception {
            Path samples = Path.of(System.getProperty("ortaq.root", "."), "samples");
            List<String> texts = inputs == null ? SampleTexts.under(samples) : SampleTexts.passages(inputs);
            new AnalysisBench(turns).run(texts);
            return 0;
        }
    }

    /** {@code ortaq bench relevance}. */
    @Command(
            name = "relevance",
            description = "Ask judged queries in Kazakh, in every alphabet; a table with what is promised.",
            mixinStandardHelpOptions = true)
    static final class Relevance implements Callable<Integer> {

        @Option(names = "--inputs", required = true, description = "A folder with retrieval/, lemma/ and spelling/.")
        private Path inputs = Path.of("");

        @Option(names = "--ablation", description = "Leave out one kind of evidence after the other instead.")
        private boolean ablation;

        @Override
        public Integer call() throws Exception {
            RelevanceBench bench = new RelevanceBench(inputs);
            if (ablation) {
                bench.ablation();
            } else {
                bench.table();
            }
            return 0;
        }
    }

    /** {@code ortaq bench clustering}. */
    @Command(
            name = "clustering",
            description =
                    "Cluster descriptions rewritten as other libraries write them; precision and recall of pairs.",
            mixinStandardHelpOptions = true)
    static final class OfClusters implements Callable<Integer> {

        @Option(names = "--inputs", description = "A folder of MARC and IRBIS files (../shared/inputs/marc).")
        private Path inputs = Path.of(System.getProperty("ortaq.root", "."))
                .resolve("../shared/inputs/marc")
                .normalize();

        @Option(names = "--seed", description = "Repeats a run.")
        private long seed = System.nanoTime();

        @Option(names = "--wrong", defaultValue = "10", description = "How many wrong pairs of each kind are shown.")
        private int wrong;

        @Override
        public Integer call() throws Exception {
            Settings settings = SettingsReader.read(Path.of("none.yaml"), List.of());
            new ClusteringBench(settings.harvest(), seed, wrong).run(inputs);
            return 0;
        }
    }

    /** The process that serves prepared pages. */
    @Command(name = "pages", hidden = true)
    static final class Serve implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            PageServer.serve();
            return 0;
        }
    }

    /** The process of one contender. */
    @Command(name = "race", hidden = true)
    static final class Run implements Callable<Integer> {

        @Parameters(index = "0")
        private String contender = "";

        @Parameters(index = "1")
        private Path folder = Path.of("");

        @Parameters(index = "2")
        private String warmUp = "";

        @Parameters(index = "3")
        private String address = "";

        @Option(names = "--look")
        private boolean look;

        @Override
        public Integer call() throws Exception {
            Contender chosen = switch (contender) {
                case "ours" ->
                    new OurHarvest(SettingsReader.read(folder.resolve("none.yaml"), List.of("network.private=allow")));
                case "bare" -> new BareHarvest();
                case "xoai" -> new XoaiHarvest(true);
                case "xoaiText" -> new XoaiHarvest(false);
                default -> throw new IllegalArgumentException(contender);
            };
            new Race(chosen, folder).run(warmUp, address, look);
            return 0;
        }
    }
}
