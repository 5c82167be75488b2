package kz.ortaq.harvesters.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.records.Counts;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents with a sheet beside them that describes them. */
@SuppressWarnings("NullAway.Init") // JUnit calls open first
final class DescribedFolderTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Stores stores;
    private Harvests harvests;
    private Source source;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectories(temporary.resolve("Құжаттар"));
        stores = Stores.open(DataFolder.open(temporary.resolve("data")), Clock.systemUTC());
        stores.registry().save(new Library("school", Map.of(Language.KK, "Мектеп"), "school", "", ""));
        source = new Source("files", "school", SourceKind.FOLDER, folder.toString(), Map.of(), Source.State.ACTIVE);
        stores.registry().save(source);
        Settings settings = SettingsReader.read(temporary.resolve("none.yaml"), List.of());
        harvests = new Harvests(stores, Map.of(SourceKind.FOLDER, new FolderHarvester(stores, settings.harvest())));
    }

    @Test
    void givesADocumentWhatItsRowSays() throws Exception {
        write("a.txt", "алгебра");
        write("Сабақтар/b.txt", "сабақ");
        write("тізім.csv", "Файл;Атауы;Сыныбы\na.txt;Алгебра оқулығы;7\nСабақтар/b.txt;Домбыра сабағы;5\n");

        HarvestReport report = harvest();

        assertEquals(new Counts(2, 0, 0, 0, 0, 0), report.run().counts());
        assertEquals(List.of(), report.problems());
        assertTrue(payload("a.txt").contains("\"described\":{"));
        assertTrue(payload("Сабақтар/b.txt").contains("Домбыра сабағы"));
    }

    @Test
    void findsFilesHoweverTheirNamesAreWritten() throws Exception {
        write("Оқу/Абай жолы.txt", "абай");
        write("Оқу/" + Normalizer.normalize("Йод туралы", Normalizer.Form.NFD) + ".txt", "йод");
        write("reader.html", "<p>steppe</p>");
        write(
                "Оқу/тізім.csv",
                "Имя файла;Название\nАБАЙ ЖОЛЫ;Путь Абая\nйод туралы.TXT;О йоде\n.\\Reader.html;Steppe\n");

        HarvestReport report = harvest();

        assertEquals(3, report.run().counts().added());
        assertEquals(List.of(), report.problems());
        assertTrue(payloads().values().stream().allMatch(payload -> payload.contains("described")));
    }

    @Test
    void saysWhichRowsAndWhichFilesHaveNoPartner() throws Exception {
        write("a.txt", "а");
        write("b.txt", "б");
        write("x/c.txt", "в");
        write("y/c.txt", "г");
        write("тізім.csv", "File;Title\na.txt;A\nlost.pdf;Lost\na.txt;Again\nc.txt;Which\n");

        HarvestReport report = harvest();

        Problem missing = problem(report, Reason.SHEET_FILE_MISSING);
        assertEquals("тізім.csv, row 3", missing.place());
        assertEquals("lost.pdf", missing.value());
        assertEquals(
                List.of("тізім.csv, row 4", "тізім.csv, row 5"),
                report.problems().stream()
                        .filter(problem -> problem.reason() == Reason.SHEET_FILE_REPEATED)
                        .map(Problem::place)
                        .toList());
        Problem left = problem(report, Reason.FILE_NOT_DESCRIBED);
        assertEquals(Severity.INFO, left.severity());
        assertEquals("3", left.value());
        assertEquals(RunStatus.COMPLETE, report.run().status());
    }

    @Test
    void changesTheDescribedRecordsAloneWhenTheSheetIsEdited() throws Exception {
        write("a.txt", "а");
        write("b.txt", "б");
        write("тізім.csv", "File;Title\na.txt;A\nb.txt;B\n");
        harvest();
        write("тізім.csv", "File;Title\nb.txt;Better\na.txt;A\n");

        Counts counts = harvest().run().counts();

        assertEquals(new Counts(0, 1, 1, 0, 0, 0), counts);
        assertTrue(payload("b.txt").contains("Better"));
    }

    @Test
    void takesNoSheetThatDescribesForADocumentButAnyOther() throws Exception {
        write("a.txt", "а");
        xlsx("сипаттама.xlsx", "Файл", "Атауы", "a.txt", "Алгебра");
        xlsx("қор.xlsx", "Атауы", "Авторы", "Физика", "Б");
        write("data.csv", "Атауы;Авторы\nТарих;В\n");

        harvest();

        assertEquals(List.of("a.txt", "қор.xlsx"), List.copyOf(payloads().keySet()));
        assertTrue(payload("a.txt").contains("Алгебра"));
    }

    @Test
    void takesTheFilesAsTheyAreWhenTheSheetIsGone() throws Exception {
        write("a.txt", "а");
        write("тізім.csv", "File;Title\na.txt;A\n");
        harvest();
        Files.delete(folder.resolve("тізім.csv"));

        Counts counts = harvest().run().counts();

        assertEquals(new Counts(0, 1, 0, 0, 0, 0), counts);
        assertFalse(payload("a.txt").contains("described"));
    }

    private HarvestReport harvest() throws Exception {
        return harvests.harvest(source, counts -> {});
    }

    private static Problem problem(HarvestReport report, Reason reason) {
        return report.problems().stream()
                .filter(problem -> problem.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    private String payload(String path) {
        return payloads().getOrDefault(path, "");
    }

    private Map<String, String> payloads() {
        Map<String, String> payloads = new TreeMap<>();
        stores.records()
                .forEach(
                        "files",
                        record ->
                                payloads.put(record.raw().place(), record.raw().payload()));
        return payloads;
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void xlsx(String name, String... cells) throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            Workbook workbook = new Workbook(out, "test", null);
            Worksheet sheet = workbook.newWorksheet("Парақ1");
            for (int i = 0; i < cells.length; i++) {
                sheet.value(i / 2, i % 2, cells[i]);
            }
            sheet.finish();
            workbook.finish();
        }
    }
}
