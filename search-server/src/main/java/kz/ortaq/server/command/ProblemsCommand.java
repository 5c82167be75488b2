package kz.ortaq.server.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.ortaq.records.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq problems}: what libraries can mend, one JSON object a line, each in three languages. */
@Command(
        name = "problems",
        description = "Print what is wrong with records and sources now and how to mend it, one JSON object a line.")
public final class ProblemsCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(names = "--source", description = "Of this source alone.", defaultValue = "")
    private String source = "";

    @Option(names = "--limit", description = "At most so many of each source.", defaultValue = "1000")
    private int limit = 1_000;

    public ProblemsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            ortaq.sayWhereEmpty();
            List<Source> sources = ortaq.stores().registry().sources().stream()
                    .filter(one -> source.isEmpty() || one.id().equals(source))
                    .toList();
            if (sources.isEmpty() && !source.isEmpty()) {
                Output.say("There is no source “" + source + "”; “ortaq library list” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            for (Source one : sources) {
                ortaq.stores().problems().ofSource(one.id(), limit).forEach(problem -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("library", one.library());
                    json.put("source", one.id());
                    json.put("stage", problem.stage().name().toLowerCase(Locale.ROOT));
                    json.putAll(Harvesting.json(problem));
                    Output.json(json);
                });
            }
            return ExitCode.DONE;
        }
    }
}
