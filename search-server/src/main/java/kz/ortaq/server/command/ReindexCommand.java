package kz.ortaq.server.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ortaq reindex}: builds a new index from the store beside the live one, and swaps. */
@Command(name = "reindex", description = "Build a new index from the store beside the live one, and swap.")
public final class ReindexCommand implements Callable<Integer> {

    private final Workplace workplace;

    public ReindexCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Optional<Long> built = ortaq.indexes().rebuild(ProgressLine.ofIndexing());
            if (built.isEmpty()) {
                Output.say("Another process is building an index already.");
                return ExitCode.FAILED;
            }
            Output.say("indexed: " + built.get() + " works; a running server turns to the new index by itself");
            return ExitCode.DONE;
        }
    }
}
