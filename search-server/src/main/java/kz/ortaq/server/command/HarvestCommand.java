package kz.ortaq.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.ortaq.engine.text.HelperProgram;
import kz.ortaq.records.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq harvest}: harvests now, with a progress line for each source, and brings the index up to date. */
@Command(
        name = "harvest",
        description =
                "Harvest sources now (all that are not paused when none is named), and bring the index up to date.")
public final class HarvestCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "SOURCE", description = "Ids of sources, as “library list” prints them.", arity = "0..*")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object a source.")
    private boolean json;

    public HarvestCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            List<Source> chosen = new ArrayList<>();
            for (String id : sources) {
                Optional<Source> source = ortaq.stores().registry().source(id);
                if (source.isEmpty()) {
                    Output.say("There is no source “" + id + "”; “ortaq library list” prints all.");
                    return ExitCode.WRONG_USAGE;
                }
                chosen.add(source.get());
            }
            if (sources.isEmpty()) {
                ortaq.stores().registry().sources().stream()
                        .filter(source -> source.state() == Source.State.ACTIVE)
                        .forEach(chosen::add);
            }
            if (chosen.isEmpty()) {
                Output.say("There is no source to harvest; “ortaq library add” registers one.");
            }
            HelperProgram.advice().forEach(Output::say);
            Harvesting harvesting = new Harvesting(ortaq);
            Harvesting.Result result = harvesting.harvest(chosen);
            harvesting.index();
            if (json) {
                result.reports().forEach(report -> Output.json(Harvesting.json(report)));
            }
            return result.done() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
