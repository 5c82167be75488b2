package kz.ortaq.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ortaq.config.MetadataFormats;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.harvesters.marc.MarcProbe;
import kz.ortaq.harvesters.oai.SavedAnswers;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Maps every record of recorded answers and exports, and says how many, why not the others, and what is filled. */
@Command(
        name = "crosswalk",
        description =
                "Map every record of recorded answers and exports: how many, why not the others, what is filled by"
                        + " format.",
        mixinStandardHelpOptions = true)
final class CrosswalkBench implements Callable<Integer> {

    private static final int MOST = 1_000_000;

    @Option(names = "--inputs", description = "A folder with oai/ and marc/ (../shared/inputs).")
    private Path inputs = Path.of(System.getProperty("ortaq.root", "."))
            .resolve("../shared/inputs")
            .normalize();

    @Option(names = "--show", description = "Print every record as mapped.")
    private boolean show;

    private final Callable<Settings.Harvest> settings;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Filled> byFormat = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int records;
    private int mapped;
    private int without;

    /** @param settings the bounds within which files are read */
    CrosswalkBench(Callable<Settings.Harvest> settings) {
        this.settings = settings;
    }

    /** How often each part of a record is filled in one format. */
    private static final class Filled {
        private int records;
        private final Map<String, Integer> parts = new LinkedHashMap<>();
    }

    @Override
    public Integer call() throws Exception {
        new MetadataFormats()
                .richestFirst()
                .forEach(format ->
                        format.namespaces().forEach(namespace -> names.putIfAbsent(namespace, format.name())));
        Settings.Harvest limits = settings.call();
        Crosswalks crosswalks = new Crosswalks();
        Path temporary = Files.createTempDirectory("ortaq-bench");
        try {
            for (String folder : List.of("oai", "marc")) {
                for (Path file : files(inputs.resolve(folder))) {
                    String name = inputs.relativize(file).toString();
                    Optional<Finding> marc = new MarcProbe(temporary, limits).look(file, name, MOST);
                    Optional<Finding> found = marc.isPresent() ? marc : new SavedAnswers(limits).look(file, name, MOST);
                    found.ifPresentOrElse(finding -> map(name, finding, crosswalks), () -> without++);
                }
            }
        } finally {
            Folders.delete(temporary);
        }
        report();
        return 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            System.out.println(folder + " is not there");
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".meta.json"))
                    .sorted()
                    .toList();
        }
    }

    private void map(String name, Finding finding, Crosswalks crosswalks) {
        Map<String, Integer> why = new TreeMap<>();
        finding.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> why.merge(problem.reason().code(), 1, Integer::sum));
        int live = 0;
        int good = 0;
        for (RawRecord raw : finding.records()) {
            if (raw.deleted()) {
                continue;
            }
            live++;
            try {
                BibRecord record = crosswalks.map(raw, List.of()).record();
                good++;
                count(names.getOrDefault(raw.format(), raw.format()), record);
                if (show) {
                    System.out.println(record);
                }
            } catch (RecordRejected e) {
                Problem problem = e.toProblem(Stage.CROSSWALK, raw.id().identifier());
                String code = problem.reason().code();
                why.merge(code.equals("format-unknown") ? code + " " + raw.format() : code, 1, Integer::sum);
            }
        }
        int all = live + (int) finding.rejected();
        records += all;
        mapped += good;
        why.forEach((code, times) -> reasons.merge(code, times, Integer::sum));
        System.out.println(String.format(
                Locale.ROOT, "%-75s %5d records %5d mapped %6s  %s", name, all, good, percent(good, all), why));
    }

    private void count(String format, BibRecord record) {
        Filled filled = byFormat.computeIfAbsent(format, key -> new Filled());
        filled.records++;
        for (RecordComponent part : BibRecord.class.getRecordComponents()) {
            filled.parts.merge(part.getName(), isFilled(value(part, record)) ? 1 : 0, Integer::sum);
        }
    }

    private static Object value(RecordComponent part, BibRecord record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static boolean isFilled(Object value) {
        return switch (value) {
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case String text -> !text.isEmpty();
            case Integer number -> number != 0;
            case ResourceKind kind -> kind != ResourceKind.OTHER;
            case BibRecord.Age age -> age.from() >= 0;
            case BibRecord.Licence licence ->
                !licence.id().isEmpty() || !licence.permits().isEmpty();
            default -> true;
        };
    }

    private void report() {
        System.out.println();
        System.out.println(without + " files more hold no records: other answers, errors, tables of probes");
        System.out.println("all: " + records + " records, " + mapped + " mapped, " + percent(mapped, records)
                + "; the others by reason, with errors of whole files: " + reasons);
        System.out.println();
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-14s", "filled"));
        byFormat.forEach((format, filled) -> head.append(String.format(Locale.ROOT, " %14s", shortened(format))));
        System.out.println(head);
        System.out.println(row("records", filled -> String.valueOf(filled.records)));
        for (RecordComponent part : BibRecord.class.getRecordComponents()) {
            String name = part.getName();
            System.out.println(row(name, filled -> percent(filled.parts.getOrDefault(name, 0), filled.records)));
        }
    }

    private String row(String name, Function<Filled, String> cell) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-14s", name));
        byFormat.values().forEach(filled -> row.append(String.format(Locale.ROOT, " %14s", cell.apply(filled))));
        return row.toString();
    }

    private static String shortened(String format) {
        return format.length() <= 14 ? format : format.substring(0, 13) + "…";
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
