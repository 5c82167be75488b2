package kz.ortaq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.ortaq.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq bench catalogue}: one process makes and stores the records, another with a bounded heap places them. */
@Command(
        name = "catalogue",
        description =
                "Place many records, of which some are held by thousands of libraries, in works; one JSON object.",
        mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {

    private static final String HEAP = "1g";

    @Option(names = "--inputs", description = "A folder of MARC and IRBIS files (../shared/inputs/marc).")
    private Path inputs = Path.of(System.getProperty("ortaq.root", "."))
            .resolve("../shared/inputs/marc")
            .normalize();

    @Option(names = "--records", defaultValue = "1000000", description = "How many.")
    private int records;

    @Option(names = "--most", defaultValue = "0", description = "Libraries that hold the book that most hold.")
    private int most;

    @Option(names = "--place", defaultValue = "0", description = "Place only so many of them; 0 for all.")
    private int place;

    @Option(names = "--batch", defaultValue = "2000", description = "Records placed in one transaction.")
    private int batch;

    @Option(names = "--heap", defaultValue = HEAP, description = "The heap of the process that places them.")
    private String heap = HEAP;

    @Option(names = "--seed", description = "Repeats a run.")
    private long seed = System.nanoTime();

    @Option(names = "--made", description = "A folder in which the records that were made stay for other runs.")
    private Path made = Path.of("");

    @Option(names = "--in", hidden = true, description = "Where the records are, for the process that places them.")
    private Path placing = Path.of("");

    private final Callable<Settings> asRead;

    /** @param asRead the settings, where nobody set any */
    CatalogueCommand(Callable<Settings> asRead) {
        this.asRead = asRead;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = asRead.call();
        if (!isEmpty(placing)) {
            CatalogueBench bench = new CatalogueBench(settings, new MadeRecords(seed, records, most, List.of()));
            bench.run(placing, place == 0 ? records : place, batch);
            return 0;
        }
        Path folder = Files.createTempDirectory("ortaq-bench-");
        try {
            provide(settings, folder.resolve("ortaq.db"));
            return process(folder).start().waitFor();
        } finally {
            Folders.delete(folder);
        }
    }

    /** Puts the records into a database, made now or copied from an earlier run. */
    private void provide(Settings settings, Path database) throws Exception {
        Path kept = isEmpty(made) ? database : made.resolve("%d-%d-%d.db".formatted(records, most, seed));
        if (!Files.exists(kept)) {
            List<Draft> base = ClusteringSets.drafts(ClusteringSets.records(inputs, settings.harvest()));
            Path folder = Files.createTempDirectory(kept.toAbsolutePath().getParent(), "made-");
            new MadeRecords(seed, records, most, base).store(folder);
            Files.move(folder.resolve("ortaq.db"), kept);
            Folders.delete(folder);
        }
        if (!kept.equals(database)) {
            Files.copy(kept, database);
        }
    }

    private ProcessBuilder process(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Folders.heapOptions(heap, folder.resolve("gc.log")));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dortaq.home=" + System.getProperty("ortaq.home", "target/ortaq"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "catalogue"));
        command.addAll(List.of("--records", String.valueOf(records), "--most", String.valueOf(most)));
        command.addAll(List.of("--place", String.valueOf(place), "--batch", String.valueOf(batch)));
        command.addAll(List.of("--seed", String.valueOf(seed), "--in", folder.toString()));
        return new ProcessBuilder(command).inheritIO();
    }

    private static boolean isEmpty(Path path) {
        return path.toString().isEmpty();
    }
}
