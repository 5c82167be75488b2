package kz.ortaq.server.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.text.HelperProgram;
import picocli.CommandLine.Command;

/** {@code ortaq stats}: how much there is, as one JSON object. */
@Command(name = "stats", description = "Print how much there is, as one JSON object.")
public final class StatsCommand implements Callable<Integer> {

    private final Workplace workplace;

    public StatsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Map<String, Object> stats = stats(ortaq);
            stats.put("problemsByReason", ortaq.stores().problems().countsByReason());
            Map<String, String> failing = new TreeMap<>();
            ortaq.stores()
                    .runs()
                    .failing()
                    .forEach((source, runs) -> failing.put(source, runs.since().toString()));
            stats.put("failingSince", failing);
            stats.put("madeByAnother", ortaq.indexes().madeByAnother().orElse(null));
            stats.put("missingPrograms", HelperProgram.advice());
            Output.json(stats);
            return ExitCode.DONE;
        }
    }

    /** What the store and the index hold. */
    static Map<String, Object> stats(Ortaq ortaq) throws IOException {
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("libraries", ortaq.stores().registry().libraries().size());
        stats.put("sources", ortaq.stores().registry().sources().size());
        stats.put("records", ortaq.stores().records().live());
        long works = 0;
        long withText = 0;
        Optional<SearchIndex> index = ortaq.indexes().openForReading();
        if (index.isPresent()) {
            try (SearchIndex open = index.get()) {
                works = open.works();
                withText = open.worksWithText();
            }
        }
        stats.put("works", works);
        stats.put("documents", ortaq.stores().records().documents());
        stats.put("withText", withText);
        long problems = ortaq.stores().problems().countsByReason().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        stats.put("problems", problems);
        return stats;
    }
}
