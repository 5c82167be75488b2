package kz.ortaq.server.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.ortaq.config.Language;
import kz.ortaq.engine.crosswalk.Crosswalk;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.harvesters.probe.Probed;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.Severity;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq probe}: looks at an address, a file or a folder before anybody registers it, and stores nothing. */
@Command(
        name = "probe",
        description = "Look at an address, a file or a folder without storing anything: what it is, what is wrong with"
                + " it and how to mend that, and its first records.")
public final class ProbeCommand implements Callable<Integer> {

    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_PROBLEMS = 1_000;

    private final Workplace workplace;

    @Parameters(paramLabel = "ADDRESS", description = "An http(s) address, a file or a folder.")
    private String address = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "Look for this kind alone: oai, marc, sheet, …")
    private String kind = "";

    @Option(names = "--records", paramLabel = "N", description = "How many records to show.", defaultValue = "20")
    private int records;

    @Option(
            names = "--crosswalk",
            paramLabel = "TABLE",
            description = "Map the records by this table, as a source would whose option names it.")
    private String table = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    public ProbeCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    /** What was found, with its records as they would be shown to a student. */
    private record Look(Probed probed, List<Problem> problems, List<Sample> samples) {

        boolean good() {
            return probed.finding().filter(finding -> finding.read() > 0).isPresent()
                    || probed.finding().isPresent()
                            && problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        }
    }

    private record Sample(RawRecord raw, Optional<BibRecord> record) {}

    @Override
    public Integer call() throws Exception {
        Optional<SourceKind> wanted = SourceKind.of(kind);
        if (wanted.isEmpty() && !kind.isEmpty()) {
            Output.say("“" + kind + "” is no kind of source.");
            return ExitCode.WRONG_USAGE;
        }
        try (Probing probing = workplace.probing()) {
            Optional<Crosswalk> crosswalk = table.isEmpty()
                    ? Optional.of(probing.crosswalks())
                    : probing.crosswalks().named(table);
            if (crosswalk.isEmpty()) {
                Output.say("There is no crosswalk table “" + table + "”; there are: "
                        + String.join(", ", probing.crosswalks().names()));
                return ExitCode.WRONG_USAGE;
            }
            Probed probed = probing.prober().look(address, wanted, Math.clamp(records, 0, MOST_RECORDS));
            Look look = mapped(probed, crosswalk.get());
            if (json) {
                Output.json(json(look));
            } else {
                print(look);
            }
            return look.good() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static Look mapped(Probed probed, Crosswalk crosswalks) {
        List<Problem> problems = new ArrayList<>(probed.problems());
        List<Sample> samples = new ArrayList<>();
        probed.finding().ifPresent(finding -> {
            problems.addAll(finding.problems());
            for (RawRecord raw : finding.records()) {
                samples.add(sample(raw, crosswalks, problems));
            }
        });
        return new Look(probed, problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())), samples);
    }

    private static Sample sample(RawRecord raw, Crosswalk crosswalks, List<Problem> problems) {
        if (raw.deleted()) {
            return new Sample(raw, Optional.empty());
        }
        try {
            Crosswalk.Mapped mapped = crosswalks.map(raw, List.of());
            problems.addAll(mapped.problems());
            return new Sample(raw, Optional.of(mapped.record()));
        } catch (RecordRejected e) {
            problems.add(e.toProblem(Stage.CROSSWALK, raw.id().identifier()));
            return new Sample(raw, Optional.empty());
        }
    }

    private static Map<String, Object> json(Look look) {
        Optional<Finding> finding = look.probed().finding();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", look.probed().address());
        json.put("kind", finding.map(found -> found.kind().code()).orElse(null));
        json.put("format", finding.map(Finding::format).orElse(""));
        json.put("charset", finding.map(Finding::charset).orElse(""));
        json.put("recordsRead", finding.map(Finding::read).orElse(0L));
        json.put("salvaged", finding.map(Finding::salvaged).orElse(0L));
        json.put("rejected", finding.map(Finding::rejected).orElse(0L));
        json.put("problems", look.problems().stream().map(Harvesting::json).toList());
        json.put("records", look.samples().stream().map(ProbeCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Sample sample) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("identifier", sample.raw().id().identifier());
        json.put("place", sample.raw().place());
        json.put("deleted", sample.raw().deleted());
        json.put("format", sample.raw().format());
        json.put("datestamp", sample.raw().datestamp());
        json.put("record", sample.record().orElse(null));
        return json;
    }

    /** Where the record of a problem stands; its identifier may be one that a person never saw. */
    private static String where(Problem problem, List<Sample> samples) {
        return samples.stream()
                .filter(sample -> !problem.identifier().isEmpty()
                        && sample.raw().id().identifier().equals(problem.identifier()))
                .map(sample -> ", " + sample.raw().place())
                .findFirst()
                .orElse(problem.identifier().isEmpty() ? "" : ", " + problem.identifier());
    }

    private static void print(Look look) {
        look.probed().finding().ifPresent(finding -> {
            String charset = finding.charset().isEmpty() ? "" : ", " + finding.charset();
            Output.data("%s: %s (%s%s)"
                    .formatted(look.probed().address(), finding.kind().code(), finding.format(), charset));
            Output.data("%d records read, %d mended, %d rejected"
                    .formatted(finding.read(), finding.salvaged(), finding.rejected()));
        });
        for (Sample sample : look.samples()) {
            String title = sample.record()
                    .map(record -> record.titles().getFirst().text())
                    .orElse(sample.raw().deleted() ? "(deleted)" : "(no title)");
            Output.data("  " + sample.raw().place() + ": " + title);
        }
        for (Problem problem : look.problems()) {
            Output.data(problem.severity().name().toLowerCase(Locale.ROOT) + " "
                    + problem.reason().code() + where(problem, look.samples()));
            for (Language language : Language.values()) {
                Output.data("  " + language.code() + "  " + problem.message(language) + " " + problem.remedy(language));
            }
        }
    }
}
