package kz.ortaq.server.command;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.ortaq.config.Language;
import kz.ortaq.engine.values.EventDates;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq report}: what the last run of each source came to, as a librarian reads it. */
@Command(
        name = "report",
        description = "Print what the last harvest of each source came to, and what its library can mend, as text to"
                + " pass on in Kazakh, Russian or English.")
public final class ReportCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(EventDates.KAZAKHSTAN);

    private final Workplace workplace;

    @Parameters(paramLabel = "SOURCE", description = "Ids of sources; all when none is named.", arity = "0..*")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Option(names = "--limit", description = "At most so many problems of each source.", defaultValue = "100")
    private int limit = 100;

    public ReportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            ortaq.sayWhereEmpty();
            for (String id : ids) {
                if (ortaq.stores().registry().source(id).isEmpty()) {
                    Output.say("There is no source “" + id + "”; “ortaq library list” prints all.");
                    return ExitCode.WRONG_USAGE;
                }
            }
            for (Source source : ortaq.stores().registry().sources()) {
                if (ids.isEmpty() || ids.contains(source.id())) {
                    report(ortaq, source, language.language());
                }
            }
            return ExitCode.DONE;
        }
    }

    private void report(Ortaq ortaq, Source source, Language reader) throws IOException, InterruptedException {
        String library = ortaq.stores()
                .registry()
                .library(source.library())
                .map((Library known) -> known.name(reader))
                .orElse(source.library());
        Map<String, String> facts = new LinkedHashMap<>(Map.of("library", library, "source", source.id()));
        Optional<HarvestRun> run = ortaq.stores().runs().latestOf(source.id());
        if (run.isEmpty()) {
            Output.data(ReportWords.word("never", reader, facts));
            return;
        }
        facts.put("time", time(run.get().started()));
        Output.data(ReportWords.word("title", reader, facts));
        Output.data("  " + ReportWords.word("status-" + run.get().status().code(), reader, facts));
        ortaq.stores()
                .runs()
                .failing(source.id())
                .filter(row -> row.times() > 1)
                .ifPresent(row -> Output.data(
                        "  " + ReportWords.word("failing-since", reader, Map.of("time", time(row.since())))));
        Output.data("  " + counts(run.get().counts(), reader));
        problems(ortaq.stores().problems().ofSource(source.id(), limit + 1), reader);
        QualityTexts.lines(ortaq, List.of(source.id()), reader).forEach(line -> Output.data("  " + line));
    }

    private void problems(List<Problem> problems, Language reader) {
        if (problems.isEmpty()) {
            Output.data("  " + ReportWords.word("no-problems", reader, Map.of()));
            return;
        }
        boolean more = problems.size() > limit;
        String count = more ? limit + "+" : String.valueOf(problems.size());
        Output.data("  " + ReportWords.word("problems", reader, Map.of("count", count)));
        for (Problem problem : problems.subList(0, Math.min(limit, problems.size()))) {
            String record = problem.identifier().isEmpty()
                    ? ""
                    : ", " + ReportWords.word("record", reader, Map.of("record", problem.identifier()));
            String severity = ReportWords.word(
                    "severity-" + problem.severity().name().toLowerCase(Locale.ROOT), reader, Map.of());
            Output.data("  " + severity + record + ": " + problem.message(reader));
            Output.data("    " + problem.remedy(reader));
        }
    }

    private static String counts(Counts counts, Language reader) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("new", counts.added());
        numbers.put("changed", counts.changed());
        numbers.put("unchanged", counts.unchanged());
        numbers.put("deleted", counts.deleted());
        numbers.put("reconciled", counts.reconciled());
        numbers.put("rejected", counts.rejected());
        List<String> parts = new ArrayList<>();
        numbers.forEach((word, number) -> parts.add(ReportWords.word(word, reader, Map.of()) + ": " + number));
        return String.join(", ", parts);
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
