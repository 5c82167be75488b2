package kz.ortaq.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.server.command.TestProgram.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a librarian does before and after a harvest: look, fill in the template, read the report. */
final class LookCommandsTest {

    private static final String SHEET = """
            Атауы;Авторы;Сыныбы;Тілі;Саны
            Математика;Алдамұратова Т.А., Байшоланов Е.;5;қаз.;45
            ;Иванов И.И.;6;рус.;20
            """;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls makeProgram first
    private TestProgram program;

    @BeforeEach
    void makeProgram() {
        program = new TestProgram(folder.resolve("data"));
    }

    private String write(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content).toString();
    }

    @Test
    void looksAtASheetAndShowsItsRecordsAsMapped() throws Exception {
        String file = write("қор.csv", SHEET.getBytes(UTF_8));

        JsonNode look = program.done("probe", file, "--json").object();

        assertEquals(file, look.path("address").asText());
        assertEquals("sheet", look.path("kind").asText());
        assertEquals("CSV", look.path("format").asText());
        assertEquals("UTF-8", look.path("charset").asText());
        assertEquals(2, look.path("recordsRead").asInt());
        assertEquals(1, look.path("rejected").asInt());
        JsonNode record = look.path("records").get(0);
        assertEquals("row 2", record.path("place").asText());
        assertEquals(2, record.path("record").path("contributors").size());
        assertEquals("kk", record.path("record").path("languages").get(0).asText());
        JsonNode problem = look.path("problems").get(0);
        assertEquals("sheet-title-missing", problem.path("code").asText());
        assertTrue(problem.path("remedy").path("kk").asText().contains("атауын"));
        assertFalse(Files.exists(folder.resolve("data")), "a look stores nothing");
    }

    @Test
    void printsALookForPeopleInThreeLanguages() throws Exception {
        String file = write("қор.csv", SHEET.getBytes(Charset.forName("UTF-16")));

        Run run = program.done("probe", file, "--records", "1");

        List<String> lines = run.out().lines().toList();
        assertEquals(file + ": sheet (CSV, UTF-16BE)", lines.getFirst());
        assertEquals("2 records read, 0 mended, 1 rejected", lines.get(1));
        assertEquals("  row 2: Математика", lines.get(2));
        assertEquals("error sheet-title-missing", lines.get(3));
        assertTrue(lines.get(4).startsWith("  kk  row 3"), run::out);
        assertTrue(lines.get(5).startsWith("  ru  row 3"), run::out);
        assertTrue(lines.get(6).startsWith("  en  row 3"), run::out);
    }

    @Test
    void failsWithWordsWhateverItIsShown() throws Exception {
        String picture = write("сурет.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        String empty = write("empty.mrc", new byte[0]);
        String nowhere = folder.resolve("жоқ").toString();
        for (List<String> look : List.of(
                List.of(picture, "not-recognised"),
                List.of(empty, "file-empty"),
                List.of(nowhere, "folder-missing"),
                List.of("", "folder-missing"),
                List.of("http://127.0.0.1:1/", "address-forbidden"),
                List.of("https://kitap.invalid/", "address-unknown"))) {
            Run run = program.run("probe", look.getFirst(), "--json", "--set", "network.retries=0");

            assertEquals(ExitCode.FAILED, run.code(), run::toString);
            assertEquals("", run.err());
            assertEquals(
                    look.getLast(),
                    run.object().path("problems").get(0).path("code").asText());
            assertTrue(run.object().path("kind").isNull());
        }
    }

    @Test
    void looksAtAnExportThatAServerGives() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = SHEET.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();
            JsonNode look = program.done(
                            "probe", "http://" + host + "/export", "--json", "--set", "network.allowed=" + host)
                    .object();

            assertEquals("sheet", look.path("kind").asText());
            assertEquals(2, look.path("recordsRead").asInt());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void writesATemplateThatIsRecognisedInEachLanguageAndNeverOverwrites() throws Exception {
        for (String language : List.of("kk", "ru", "en")) {
            String file = folder.resolve(language + ".xlsx").toString();

            Run run = program.done("template", file, "--language", language);

            assertEquals(file, run.out().strip());
            JsonNode look = program.done("probe", file, "--json").object();
            assertEquals("sheet", look.path("kind").asText());
            assertEquals(0, look.path("problems").size());
        }
        Run again = program.run("template", folder.resolve("kk.xlsx").toString());
        assertEquals(ExitCode.WRONG_USAGE, again.code());
        Run nowhere = program.run("template", folder.resolve("жоқ/kk.xlsx").toString());
        assertEquals(ExitCode.FAILED, nowhere.code());
        assertTrue(nowhere.err().contains("жоқ/kk.xlsx"), nowhere::err);
    }

    @Test
    void reportsARunInTheLanguageOfTheLibrary() throws Exception {
        String file = write("қор.csv", SHEET.getBytes(UTF_8));
        program.done("library", "add", "Ауыл мектебі", "--source", "sheet:" + file, "--name-ru", "Школа аула");

        assertTrue(program.done("report", "--language", "ru").out().contains("ещё не собирался"));
        program.done("harvest");

        String russian = program.done("report", "--language", "ru").out();
        assertTrue(russian.startsWith("Школа аула: сбор источника auyl-mektebi-sheet, "), russian);
        assertTrue(russian.contains("новых: 1,") && russian.contains("непринятых: 1"), russian);
        assertTrue(russian.contains("Ошибка: row 3, column A: в строке нет названия"), russian);
        String kazakh =
                program.done("report", "auyl-mektebi-sheet", "--language", "kk").out();
        assertTrue(kazakh.contains("Бәрі жиналды.") && kazakh.contains("Осы ұяшыққа"), kazakh);
        String english =
                program.done("report", "--language", "en", "--limit", "1").out();
        assertTrue(english.contains("Problems: 1") && english.contains("Write the title"), english);
    }

    @Test
    void reportsSinceWhenASourceFails() throws Exception {
        String file = write("export.mrc", new byte[0]);
        program.done("library", "add", "Облыстық кітапхана", "--source", "marc:" + file);
        assertEquals(ExitCode.FAILED, program.run("harvest").code());
        String once = program.done("report", "--language", "en").out();
        assertEquals(ExitCode.FAILED, program.run("harvest").code());

        String twice = program.done("report", "--language", "en").out();

        assertFalse(once.contains("failing since"), once);
        assertTrue(twice.contains("failing since"), twice);
        assertTrue(twice.contains("“export.mrc” is empty"), twice);
    }
}
