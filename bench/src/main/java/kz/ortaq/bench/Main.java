package kz.ortaq.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq bench NAME}: measures what the product promises. */
@Command(
        name = "ortaq bench",
        description = "Benchmarks; figures are for comparing within one run.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME")
public final class Main implements Runnable {

    private final CommandLine commandLine = new CommandLine(this).addSubcommand(new Walk());

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new Main().commandLine.execute(arguments));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(commandLine, "Which benchmark? One of: walk");
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
}
