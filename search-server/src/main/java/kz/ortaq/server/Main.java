package kz.ortaq.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.crosswalk.OperatorTables;
import kz.ortaq.engine.run.Indexes;
import kz.ortaq.engine.run.RecordReading;
import kz.ortaq.engine.run.Texts;
import kz.ortaq.engine.run.WorkBuilder;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.engine.values.Places;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.feed.FeedHarvester;
import kz.ortaq.harvesters.feed.FeedProbe;
import kz.ortaq.harvesters.folder.FolderHarvester;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.harvesters.marc.MarcHarvester;
import kz.ortaq.harvesters.marc.MarcProbe;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.oai.OaiHarvester;
import kz.ortaq.harvesters.oai.OaiProbe;
import kz.ortaq.harvesters.probe.FileProbe;
import kz.ortaq.harvesters.probe.Prober;
import kz.ortaq.harvesters.sheet.SheetHarvester;
import kz.ortaq.harvesters.sheet.SheetProbe;
import kz.ortaq.harvesters.site.SiteHarvester;
import kz.ortaq.harvesters.site.SiteProbe;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;
import kz.ortaq.server.command.AnalyzeCommand;
import kz.ortaq.server.command.DecisionCommand;
import kz.ortaq.server.command.DemoCommand;
import kz.ortaq.server.command.EvaluateCommand;
import kz.ortaq.server.command.ExitCode;
import kz.ortaq.server.command.ExplainCommand;
import kz.ortaq.server.command.ExtractCommand;
import kz.ortaq.server.command.HarvestCommand;
import kz.ortaq.server.command.LibraryCommand;
import kz.ortaq.server.command.ListsCommand;
import kz.ortaq.server.command.Ortaq;
import kz.ortaq.server.command.ProbeCommand;
import kz.ortaq.server.command.Probing;
import kz.ortaq.server.command.ProblemsCommand;
import kz.ortaq.server.command.QualityCommand;
import kz.ortaq.server.command.RecordsCommand;
import kz.ortaq.server.command.ReindexCommand;
import kz.ortaq.server.command.ReportCommand;
import kz.ortaq.server.command.SearchCommand;
import kz.ortaq.server.command.ServeCommand;
import kz.ortaq.server.command.SourceCommand;
import kz.ortaq.server.command.StatsCommand;
import kz.ortaq.server.command.TemplateCommand;
import kz.ortaq.server.command.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of Ortaq; the one place that reads settings and wires the parts. */
@Command(
        name = "ortaq",
        description = "Joins the collections of libraries into one that anyone can search.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Ortaq 0.1.0",
        footer = {"", "Also: ortaq test, ortaq bench NAME. Exit codes: 0 done, 1 the work failed, 2 wrong usage."})
public final class Main implements Workplace, Runnable {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "The data folder.")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The settings, instead of ortaq.yaml in the data folder.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "One setting, for example --set network.private=allow.")
    private List<String> assignments = new ArrayList<>();

    // Kept, because the logging of the JDK forgets the level of a logger that nobody holds.
    private static final Logger LUCENE_ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private final CommandLine commandLine = new CommandLine(this);

    private Main() {
        commandLine
                .addSubcommand(new DemoCommand(this))
                .addSubcommand(new ServeCommand(this))
                .addSubcommand(new LibraryCommand(this))
                .addSubcommand(new SourceCommand(this))
                .addSubcommand(new ProbeCommand(this))
                .addSubcommand(new TemplateCommand())
                .addSubcommand(new HarvestCommand(this))
                .addSubcommand(new ReportCommand(this))
                .addSubcommand(new QualityCommand(this))
                .addSubcommand(new RecordsCommand(this))
                .addSubcommand(new ProblemsCommand(this))
                .addSubcommand(new ExtractCommand(this))
                .addSubcommand(new AnalyzeCommand())
                .addSubcommand(new EvaluateCommand(this))
                .addSubcommand(new SearchCommand(this))
                .addSubcommand(new ExplainCommand(this))
                .addSubcommand(new DecisionCommand(this))
                .addSubcommand(new ListsCommand(this))
                .addSubcommand(new ReindexCommand(this))
                .addSubcommand(new StatsCommand(this));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(message(failure));
            return failure instanceof SettingsException ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
        });
    }

    public static void main(String[] arguments) {
        // Lucene advises an incubating module at each start, which nobody here can act on.
        LUCENE_ADVICE.setLevel(Level.SEVERE);
        System.exit(new Main().commandLine.execute(arguments));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(commandLine, "Which command? “ortaq --help” lists them.");
    }

    @Override
    public Ortaq open(Path folder, List<String> own) throws IOException, SettingsException {
        Settings settings = read(folder, own);
        DataFolder opened = DataFolder.open(data == null ? folder : data);
        Clock clock = Clock.systemUTC();
        Stores stores = Stores.open(opened, settings.store(), clock);
        Net net = new Net(settings, clock);
        Crosswalks crosswalks = new Crosswalks(OperatorTables.read(
                tables(settings, opened), () -> ownTables(stores.registry().sources())));
        Settings.Harvest limits = settings.harvest();
        Path temporary = opened.temporary();
        LinkHarvest links = new LinkHarvest(stores, net, temporary, settings, clock);
        Harvests harvests = new Harvests(
                stores,
                Map.of(
                        SourceKind.OAI, new OaiHarvester(net, settings, clock, stores, crosswalks.formats()),
                        SourceKind.MARC, new MarcHarvester(net, stores, temporary, limits),
                        SourceKind.SHEET, new SheetHarvester(stores, net, temporary, limits),
                        SourceKind.FOLDER, new FolderHarvester(stores, limits),
                        SourceKind.SITE, new SiteHarvester(stores, net, settings.site(), clock),
                        SourceKind.FEED, new FeedHarvester(stores, net, limits, clock)));
        TextExtractor extractor = extractor(settings, temporary);
        Texts texts = new Texts(stores.documents(), stores.texts(), extractor);
        WorkBuilder builder =
                new WorkBuilder(stores, new RecordReading(crosswalks, texts, Places.with(opened.places())));
        Indexes indexes = new Indexes(opened, stores, builder, settings, clock);
        return new Ortaq(opened, settings, stores, net, harvests, links, extractor, crosswalks, builder, indexes);
    }

    @Override
    public Probing probing() throws IOException, SettingsException {
        Settings settings = read(DATA, List.of());
        Clock clock = Clock.systemUTC();
        Net net = new Net(settings, clock);
        Path temporary = Files.createTempDirectory("ortaq-probe");
        Crosswalks crosswalks = new Crosswalks(
                OperatorTables.read(tables(settings, new DataFolder(data == null ? DATA : data)), Map::of));
        Map<SourceKind, FileProbe> files = new LinkedHashMap<>();
        files.put(SourceKind.MARC, new MarcProbe(temporary, settings.harvest()));
        files.put(SourceKind.FEED, new FeedProbe(settings.harvest()));
        files.put(SourceKind.SHEET, new SheetProbe(settings.harvest()));
        Prober prober = new Prober(
                files,
                new OaiProbe(net, settings, clock, crosswalks.formats())::look,
                new SiteProbe(net, settings.site(), clock),
                net,
                temporary,
                settings.harvest());
        return new Probing(prober, crosswalks, net, temporary);
    }

    /** Where the operator's own crosswalk tables are. */
    private static Path tables(Settings settings, DataFolder folder) {
        String named = settings.crosswalk().folder();
        return named.isEmpty() ? folder.crosswalks() : Path.of(named);
    }

    private static Map<String, String> ownTables(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.options().containsKey(OperatorTables.OPTION))
                .collect(Collectors.toMap(Source::id, source -> source.option(OperatorTables.OPTION, "")));
    }

    @Override
    public Settings settings() throws SettingsException {
        return read(DATA, List.of());
    }

    @Override
    public TextExtractor extractor(Settings settings) {
        return extractor(settings, Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static TextExtractor extractor(Settings settings, Path temporary) {
        Path home = Path.of(System.getProperty("ortaq.home", "target/ortaq"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new TextExtractor(home.resolve("extractor"), java, temporary, settings.extract());
    }

    @Override
    public Path programFolder() {
        return Path.of(System.getProperty("ortaq.root", "."));
    }

    private Settings read(Path folder, List<String> own) throws SettingsException {
        List<String> all = new ArrayList<>(own);
        all.addAll(assignments);
        Path file = config == null ? new DataFolder(data == null ? folder : data).settings() : config;
        if (config != null && !Files.isReadable(config)) {
            throw new SettingsException(config + ": there is no such file to read settings from");
        }
        return SettingsReader.read(file, all);
    }

    /** What a person can use of a failure: its message, with what caused it. */
    private static String message(Throwable failure) {
        StringBuilder message = new StringBuilder("ortaq: ").append(text(failure));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (!message.toString().contains(text(cause))) {
                message.append("; because ").append(text(cause));
            }
        }
        return message.toString();
    }

    private static String text(Throwable failure) {
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " cannot be opened or written by this user";
        }
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file or folder " + missing.getFile();
        }
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return text(failure.getCause());
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
