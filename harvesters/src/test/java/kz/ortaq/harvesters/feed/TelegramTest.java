package kz.ortaq.harvesters.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.TestLibrary;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.Counts;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TelegramTest {

    private static final String MESSAGES = """
            {"id": 1, "type": "service", "action": "create_channel", "text": ""},
            {"id": 2, "type": "message", "date": "2026-11-01T10:00:00", "from": "Кітапхана",
             "text": [{"type": "bold", "text": "Ай кітабы: "}, {"type": "bold", "text": "«Абай жолы»"},
              "\\nМұхтар Әуезовтің романы. ", {"type": "hashtag", "text": "#ай_кітабы"}, " ",
              {"type": "text_link", "text": "оқу", "href": "https://kitap.example/abai.pdf"}]},
            {"id": 3, "type": "message", "date": "2026-11-02T10:00:00", "text": "Смотрите: https://youtu.be/x",
             "media_type": "video_file", "duration_seconds": 61},
            {"id": 4, "type": "message", "date": "2026-11-03T10:00:00", "file": "files/Algebra 7.pdf",
             "file_name": "Algebra_7.pdf", "mime_type": "application/pdf", "text": ""},
            {"id": 5, "type": "message", "date": "2026-11-04T10:00:00", "photo": "photos/1.jpg", "text": ""},
            {"id": 6, "type": "message", "date": "2026-11-05T10:00:00", "poll": {"question": "?"}, "text": ""}""";

    @TempDir
    private Path folder;

    private Path export;

    @BeforeEach
    void export() throws Exception {
        export = Files.createDirectories(folder.resolve("export"));
        Files.createDirectories(export.resolve("files"));
        Files.writeString(export.resolve("files/Algebra 7.pdf"), "алгебра");
        write("public_channel", MESSAGES);
    }

    @Test
    void makesARecordOfEachMessageThatSaysSomething() throws Exception {
        TestLibrary library = library(Map.of("channel", "kitaphana"));

        HarvestReport report = harvest(library);

        assertEquals(new Counts(3, 0, 0, 0, 0), report.run().counts());
        assertEquals(List.of(Reason.MESSAGES_SKIPPED), TestLibrary.reasons(report));
        assertEquals("3", report.problems().getFirst().value());
        assertEquals("2026-11-01", library.value("Ай кітабы: «Абай жолы»", "date"));
        assertEquals("ай кітабы", library.value("Ай кітабы: «Абай жолы»", "subject"));
        assertEquals("https://kitap.example/abai.pdf", library.value("Ай кітабы: «Абай жолы»", "document"));
        assertEquals("https://t.me/kitaphana/2", library.value("Ай кітабы: «Абай жолы»", "link"));
        assertTrue(library.value("Ай кітабы: «Абай жолы»", "description").contains("Мұхтар Әуезовтің романы"));
        assertEquals("video", library.value("Смотрите: https://youtu.be/x", "kind-hint"));
        assertEquals("1:01", library.value("Смотрите: https://youtu.be/x", "extent"));
        assertEquals("Кітапхана", library.value("Algebra 7", "part-of"));
    }

    @Test
    void keepsAMessageAsItStandsInTheExportAndItsDocumentInTheStore() throws Exception {
        TestLibrary library = library(Map.of());

        harvest(library);

        var stored = library.stored().stream()
                .filter(record -> record.raw().id().identifier().equals("7/4"))
                .findFirst()
                .orElseThrow()
                .raw();
        String original = new String(stored.original().toArray(), StandardCharsets.UTF_8);
        assertTrue(MESSAGES.contains(original), original);
        assertTrue(library.stores()
                .documents()
                .find(stored.documents().getFirst().hash())
                .isPresent());
    }

    @Test
    void takesNoFileFromOutsideTheExport() throws Exception {
        Files.writeString(folder.resolve("secret.pdf"), "құпия");
        write("public_channel", MESSAGES.replace("files/Algebra 7.pdf", "../secret.pdf"));
        TestLibrary library = library(Map.of());

        harvest(library);

        assertTrue(library.stored().stream()
                .allMatch(record -> record.raw().documents().isEmpty()));
    }

    @Test
    void deletesMessagesThatTheNextExportNoLongerHas() throws Exception {
        TestLibrary library = library(Map.of());
        harvest(library);
        write(
                "public_channel",
                MESSAGES.replace("\"id\": 3, \"type\": \"message\"", "\"id\": 3, \"type\": \"service\""));

        HarvestReport report = harvest(library);

        assertEquals(new Counts(0, 0, 2, 1, 0, 1), report.run().counts());
    }

    @Test
    void deletesNothingByAnExportThatIsCutOff() throws Exception {
        TestLibrary library = library(Map.of());
        harvest(library);
        String whole = Files.readString(export.resolve("result.json"));
        Files.writeString(export.resolve("result.json"), whole.substring(0, whole.indexOf("\"id\": 4")));

        HarvestReport report = harvest(library);

        assertEquals(RunStatus.PARTIAL, report.run().status());
        assertEquals(0, report.run().counts().deleted());
        assertTrue(TestLibrary.reasons(report).contains(Reason.TELEGRAM_BROKEN));
    }

    @Test
    void readsNoPrivateChat() throws Exception {
        Files.writeString(export.resolve("result.json"), """
                {"about": "x", "chats": {"about": "y", "list": [
                 {"name": "Айша", "type": "personal_chat", "id": 1, "messages": [{"id": 1, "type": "message", "text": "Сәлем"}]},
                 {"name": "Кітапхана", "type": "public_channel", "id": 2, "messages": [{"id": 1, "type": "message", "text": "Көрме"}]}
                ]}}""");
        TestLibrary library = library(Map.of());

        HarvestReport report = harvest(library);

        assertEquals(List.of("2/1"), List.copyOf(library.fields().keySet()));
        assertEquals(List.of(Reason.NOT_A_CHANNEL), TestLibrary.reasons(report));
    }

    @Test
    void readsALargeExportMessageByMessage() throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(export.resolve("result.json"))) {
            out.write("{\"name\": \"К\", \"type\": \"public_channel\", \"id\": 7, \"messages\": [");
            for (int i = 1; i <= 20_000; i++) {
                out.write("{\"id\": " + i + ", \"type\": \"message\", \"text\": \"Кітап " + i + "\"}");
                out.write(i < 20_000 ? ",\n" : "]}");
            }
        }

        Finding finding = new FeedProbe(settings().harvest())
                .look(export.resolve("result.json"), "result.json", 20)
                .orElseThrow();

        assertEquals(20_000, finding.read());
        assertEquals(20, finding.records().size());
    }

    private void write(String type, String messages) throws Exception {
        Files.writeString(
                export.resolve("result.json"),
                "{\n \"name\": \"Кітапхана\",\n \"type\": \"%s\",\n \"id\": 7,\n \"messages\": [\n%s]}"
                        .formatted(type, messages));
    }

    private TestLibrary library(Map<String, String> options) throws Exception {
        return new TestLibrary(folder.resolve("data"), SourceKind.FEED, export.toString(), options);
    }

    private static Settings settings() {
        return LocalServer.settings(List.of());
    }

    private static HarvestReport harvest(TestLibrary library) throws Exception {
        try (Net net = new Net(settings(), Clock.systemUTC())) {
            return library.harvest(
                    new FeedHarvester(library.stores(), net, settings().harvest(), Clock.systemUTC()));
        }
    }
}
