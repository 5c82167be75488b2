package kz.ortaq.harvesters.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.records.Counts;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.KnownFile;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit calls open first
class FolderHarvesterTest {

    private static final int LARGEST = 100_000;

    @TempDir
    Path temporary;

    private Path folder;
    private Stores stores;
    private Harvests harvests;
    private Source source;

    @BeforeEach
    void open() throws IOException, SettingsException {
        folder = Files.createDirectories(temporary.resolve("Мектеп құжаттары"));
        stores = Stores.open(DataFolder.open(temporary.resolve("data")), Clock.systemUTC());
        stores.registry().save(new Library("school", Map.of(Language.KK, "Мектеп"), "school", "", ""));
        source = new Source("files", "school", SourceKind.FOLDER, folder.toString(), Map.of(), Source.State.ACTIVE);
        stores.registry().save(source);
        Settings settings = SettingsReader.read(
                temporary.resolve("none.yaml"),
                List.of("harvest.folder-files=100", "harvest.document-bytes=" + LARGEST));
        harvests = new Harvests(stores, Map.of(SourceKind.FOLDER, new FolderHarvester(stores, settings.harvest())));
    }

    @Test
    void takesEachDocumentAsARecordAndKeepsItsBytes() throws Exception {
        write("Оқулықтар/Алгебра 7.txt", "алгебра");
        write("reader.html", "<p>steppe</p>");
        write("~$лок.docx", "lock");
        write("Thumbs.db", "thumbs");

        HarvestReport report = harvest();

        assertEquals(new Counts(2, 0, 0, 0, 0), report.run().counts());
        assertEquals(RunStatus.COMPLETE, report.run().status());
        KnownFile file = stores.records().files("files").getFirst();
        assertTrue(stores.documents().find(file.hash()).isPresent());
    }

    @Test
    void recognisesAMovedFileByItsContent() throws Exception {
        write("a.txt", "абай");
        write("b.txt", "қожа");
        harvest();
        Map<String, String> before = identifiersByHash();
        move("a.txt", "Өлкетану/Абай туралы.txt");

        Counts counts = harvest().run().counts();

        assertEquals(new Counts(0, 1, 1, 0, 0), counts);
        assertEquals(before, identifiersByHash());
    }

    @Test
    void tellsAMovedFileFromTheNewOneInItsPlace() throws Exception {
        write("a.txt", "абай");
        harvest();
        String identifier = stores.records().files("files").getFirst().identifier();
        move("a.txt", "b.txt");
        write("a.txt", "басқа");

        Counts counts = harvest().run().counts();

        assertEquals(new Counts(1, 1, 0, 0, 0), counts);
        for (KnownFile file : stores.records().files("files")) {
            if (file.path().equals("b.txt")) {
                assertEquals(identifier, file.identifier());
            } else {
                assertNotEquals(identifier, file.identifier());
            }
        }
    }

    @Test
    void keepsTheRecordOfAnEditedFile() throws Exception {
        write("a.txt", "абай");
        harvest();
        String identifier = stores.records().files("files").getFirst().identifier();
        write("a.txt", "абай жолы");

        Counts counts = harvest().run().counts();

        assertEquals(new Counts(0, 1, 0, 0, 0), counts);
        assertEquals(identifier, stores.records().files("files").getFirst().identifier());
    }

    @Test
    void deletesTheRecordOfAFileThatIsGone() throws Exception {
        write("a.txt", "абай");
        write("b.txt", "қожа");
        harvest();
        Files.delete(folder.resolve("a.txt"));

        Counts counts = harvest().run().counts();

        assertEquals(new Counts(0, 0, 1, 1, 0), counts);
        assertEquals(1, stores.records().live());
    }

    @Test
    void holdsARunThatFindsTheFolderEmptyUntilAPersonConfirms() throws Exception {
        write("a.txt", "абай");
        harvest();
        Files.delete(folder.resolve("a.txt"));

        HarvestReport held = harvest();
        long liveWhileHeld = stores.records().live();
        stores.registry().confirm("files", true);
        HarvestReport confirmed = harvest();

        assertEquals(RunStatus.HELD, held.run().status());
        assertEquals(Reason.RUN_HELD, held.problems().getFirst().reason());
        assertEquals(1, liveWhileHeld);
        assertEquals(RunStatus.COMPLETE, confirmed.run().status());
        assertEquals(0, stores.records().live());
    }

    @Test
    void deletesNothingWhenTheFolderIsMissing() throws Exception {
        write("a.txt", "абай");
        harvest();
        Files.move(folder, temporary.resolve("unplugged"));

        HarvestReport report = harvest();

        assertEquals(RunStatus.FAILED, report.run().status());
        assertEquals(Reason.FOLDER_MISSING, report.problems().getFirst().reason());
        assertEquals(1, stores.records().live());
    }

    @Test
    void stopsAtTheBoundAndDeletesNothing() throws Exception {
        for (int i = 0; i < 101; i++) {
            write(i + ".txt", "мәтін " + i);
        }

        HarvestReport report = harvest();

        assertEquals(RunStatus.PARTIAL, report.run().status());
        assertEquals(Reason.FOLDER_TOO_LARGE, report.problems().getFirst().reason());
        assertEquals(100, stores.records().live());
    }

    @Test
    void harvestsAFolderThatIsReachedByALink() throws Exception {
        write("a.txt", "абай");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        source = new Source("files", "school", SourceKind.FOLDER, link.toString(), Map.of(), Source.State.ACTIVE);

        HarvestReport report = harvest();

        assertEquals(new Counts(1, 0, 0, 0, 0), report.run().counts());
        assertEquals("a.txt", stores.records().files("files").getFirst().path());
    }

    @Test
    void namesAFileThatIsTooLargeByItsPlaceAlone() throws Exception {
        write("a.txt", "x".repeat(LARGEST + 1));

        Problem problem = harvest().problems().getFirst();

        assertEquals(Reason.DOCUMENT_TOO_LARGE, problem.reason());
        assertEquals("a.txt", problem.place());
        assertEquals("", problem.identifier());
    }

    @Test
    void stopsWhenTheStoreCannotBeWrittenAndBlamesNoFile() throws Exception {
        write("a.txt", "абай");
        DataFolder data = DataFolder.open(temporary.resolve("data"));
        Files.delete(data.temporary());

        assertThrows(UncheckedIOException.class, this::harvest);

        assertEquals(List.of(), stores.records().files("files"));
    }

    @Test
    void takesFilesWhoseNamesAreNotUtf8() throws Exception {
        // «Проза» and «Пьеса» in windows-1251, as old sticks have them.
        Files.writeString(Path.of(URI.create(folder.toUri() + "%CF%F0%EE%E7%E0.txt")), "проза");
        Files.writeString(Path.of(URI.create(folder.toUri() + "%CF%FC%E5%F1%E0.txt")), "пьеса");

        HarvestReport report = harvest();

        assertEquals(new Counts(2, 0, 0, 0, 0), report.run().counts());
        assertEquals(
                List.of("%CF%F0%EE%E7%E0.txt", "%CF%FC%E5%F1%E0.txt"),
                stores.records().files("files").stream()
                        .map(KnownFile::path)
                        .sorted()
                        .toList());
    }

    private HarvestReport harvest() throws LeaseRefused, InterruptedException {
        return harvests.harvest(source, counts -> {});
    }

    private Map<String, String> identifiersByHash() {
        Map<String, String> identifiers = new TreeMap<>();
        stores.records().files("files").forEach(file -> identifiers.put(file.hash(), file.identifier()));
        return identifiers;
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void move(String from, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        Files.move(folder.resolve(from), target);
    }
}
