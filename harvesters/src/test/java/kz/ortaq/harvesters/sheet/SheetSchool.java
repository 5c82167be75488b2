package kz.ortaq.harvesters.sheet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.RecordStore;
import kz.ortaq.records.store.Stores;

/** A school whose sheet is harvested again and again. */
final class SheetSchool {

    static final List<String> ROWS = List.of(
            "Алгебра;Шыныбеков;7;қазақ;2017;25",
            "Алгебра;Абылкасымова;7;русский;2017;12",
            "Қазақ тілі;Косымова;5;қазақ;2020;30",
            "English Plus;Wetz;6;english;2019;15",
            "Физика;Башарулы;8;қазақ;2018;20");

    private static final String HEADINGS = "Атауы;Авторы;Сыныбы;Тілі;Шыққан жылы;Саны";

    private final Path file;
    private final Stores stores;
    private final Harvests harvests;
    private final Source source;

    SheetSchool(Path folder, String address, Settings settings) throws Exception {
        file = folder.resolve("қор.csv");
        DataFolder data = DataFolder.open(folder.resolve("data"));
        stores = Stores.open(data, Clock.systemUTC());
        stores.registry().save(new Library("school", Map.of(Language.KK, "Мектеп"), "school", "", ""));
        source = new Source(
                "sheet",
                "school",
                SourceKind.SHEET,
                address.isEmpty() ? file.toString() : address,
                Map.of(),
                Source.State.ACTIVE);
        stores.registry().save(source);
        Net net = new Net(settings, Clock.systemUTC());
        harvests = new Harvests(
                stores,
                Map.of(SourceKind.SHEET, new SheetHarvester(stores, net, data.temporary(), settings.harvest())));
    }

    Path file() {
        return file;
    }

    static List<String> replaced(String from, String to) {
        return ROWS.stream().map(row -> row.replace(from, to)).toList();
    }

    void write(List<String> rows) throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        lines.addAll(rows);
        lines(lines.toArray(String[]::new));
    }

    void lines(String... lines) throws Exception {
        Files.write(file, Arrays.asList(lines), StandardCharsets.UTF_8);
    }

    HarvestReport harvest() throws Exception {
        return harvests.harvest(source, counts -> {});
    }

    long live() {
        return stores.records().live();
    }

    List<String> places() {
        return stores.records().listed("sheet", "", 100).stream()
                .map(RecordStore.Listed::place)
                .sorted()
                .toList();
    }

    /** Identifiers of the live records by their titles. */
    Map<String, String> identifiers() {
        Map<String, String> identifiers = new TreeMap<>();
        stores.records().forEach("sheet", record -> {
            if (!record.raw().deleted()) {
                String payload = record.raw().payload();
                String title = payload.replaceAll(".*\"title\":\\[\"([^\"]*)\".*", "$1");
                identifiers.merge(title, record.raw().id().identifier(), (one, other) -> one + " " + other);
            }
        });
        return identifiers;
    }

    static Problem problem(HarvestReport report, Reason reason) {
        return report.problems().stream()
                .filter(problem -> problem.reason() == reason)
                .findFirst()
                .orElseThrow();
    }
}
