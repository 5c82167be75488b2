package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.server.command.TestProgram.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library's life on the command line, in processes of their own. */
final class CommandsTest {

    private static final String NAME = "Қарауыл ауылының мектебі";
    private static final String LIBRARY = "qarauyl-auylynyn-mektebi";
    private static final String SOURCE = LIBRARY + "-folder";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls makeBooks first
    private TestProgram program;

    @SuppressWarnings("NullAway.Init")
    private Path books;

    @BeforeEach
    void makeBooks() throws IOException {
        program = new TestProgram(folder.resolve("data"));
        books = Files.createDirectories(folder.resolve("Кітаптар"));
        Files.createDirectories(books.resolve("Аңыздар"));
        Files.writeString(books.resolve("Аңыздар/Қобыланды батыр.txt"), "Қобыланды батыр туралы жыр. Тайбурыл шабысы.");
        Files.writeString(books.resolve("Степь.html"), """
                <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Экология Арала</title></head>
                <body><p>Арал теңізі тартылды. The sea is far away.</p></body></html>""");
    }

    private void register() throws Exception {
        program.done("library", "add", NAME, "--source", "folder:" + books, "--name-en", "Karauyl school");
    }

    private int found(String query) throws Exception {
        return program.done("search", query, "--json").object().path("total").asInt();
    }

    private void writeBooks(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Files.writeString(books.resolve("Кітап " + i + ".txt"), "Мәтін " + i);
        }
    }

    @Test
    void registersALibraryUnderAnIdThatPeopleCanRead() throws Exception {
        JsonNode added = program.done("library", "add", NAME, "--source", "folder:" + books)
                .object();
        JsonNode again = program.done(
                        "library", "add", NAME, "--source", "oai:https://example.org/oai", "--option", "set=кітап")
                .object();
        List<JsonNode> listed = program.done("library", "list").objects();

        assertEquals(LIBRARY, added.path("library").asText());
        assertEquals(SOURCE, added.path("sources").get(0).asText());
        assertEquals(LIBRARY + "-2", again.path("library").asText());
        assertEquals(2, listed.size());
        assertEquals(NAME, listed.getFirst().path("name-kk").asText());
        JsonNode source = listed.getFirst().path("sources").get(0);
        assertEquals(books.toString(), source.path("address").asText());
        assertEquals("active", source.path("state").asText());
        assertEquals(
                "кітап",
                listed.get(1).path("sources").get(0).path("options").path("set").asText());
    }

    @Test
    void savesNothingOfALibraryWhoseSourceIsWrong() throws Exception {
        for (String wrong : List.of("https://lib.kz/oai", "ftp:/books", "oai:lib.kz/oai", "folder:", "кітап")) {
            Run run = program.run("library", "add", NAME, "--source", "folder:" + books, "--source", wrong);

            assertEquals(ExitCode.WRONG_USAGE, run.code(), run::toString);
            assertEquals("", run.out());
            assertTrue(run.err().contains("folder:/") || run.err().contains("https://"), run::err);
        }
        assertEquals(List.of(), program.done("library", "list").objects());
    }

    @Test
    void harvestsAFolderAndFindsItsTexts() throws Exception {
        register();

        JsonNode first = program.done("harvest", "--json").object();
        JsonNode second = program.done("harvest", SOURCE, "--json").object();
        JsonNode search = program.done("search", "тайбурыл", "--json").object();

        assertEquals("complete", first.path("status").asText());
        assertEquals(SOURCE, first.path("source").asText());
        assertEquals(LIBRARY, first.path("library").asText());
        assertEquals(2, first.path("new").asInt());
        assertEquals(0, first.path("problems").size());
        assertEquals(0, second.path("new").asInt());
        assertEquals(1, search.path("total").asInt());
        JsonNode page = search.path("hits").get(0).path("page");
        assertEquals("Аңыздар/Қобыланды батыр.txt", page.path("document").asText());
        assertTrue(page.path("passage").asText().contains("<mark>Тайбурыл</mark>"));
    }

    @Test
    void printsRecordsAsMappedAndAsSent() throws Exception {
        register();
        program.done("harvest");

        List<JsonNode> mapped = program.done("records").objects();
        List<JsonNode> raw =
                program.done("records", "--raw", "--source", SOURCE).objects();

        assertEquals(2, mapped.size());
        assertEquals(2, raw.size());
        JsonNode html = mapped.stream()
                .filter(record -> record.path("place").asText().equals("Степь.html"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "Экология Арала",
                html.path("record").path("titles").get(0).path("text").asText());
        assertFalse(html.path("deleted").asBoolean());
        assertTrue(html.path("work").asText().startsWith("w"));
        assertTrue(html.path("edition").asText().startsWith("e"));
        assertTrue(raw.stream().allMatch(record -> record.has("raw") && !record.has("record")));
    }

    @Test
    void countsWhatThereIsAndBuildsTheIndexAnew() throws Exception {
        register();
        program.done("harvest");
        JsonNode before = program.done("stats").object();

        Run reindexed = program.done("reindex");

        assertEquals("", reindexed.out());
        assertEquals(before, program.done("stats").object());
        assertEquals(1, before.path("libraries").asInt());
        assertEquals(1, before.path("sources").asInt());
        assertEquals(2, before.path("records").asInt());
        assertEquals(2, before.path("works").asInt());
        assertEquals(2, before.path("documents").asInt());
        assertEquals(2, before.path("withText").asInt());
        assertEquals(0, before.path("problems").asInt());
        assertEquals(1, found("экология"));
    }

    @Test
    void pausesResumesAndRemovesASource() throws Exception {
        register();
        JsonNode paused = program.done("source", "pause", SOURCE).object();
        assertEquals("paused", paused.path("state").asText());
        assertEquals("", program.done("harvest", "--json").out());

        JsonNode resumed = program.done("source", "resume", SOURCE).object();
        assertEquals("active", resumed.path("state").asText());
        program.done("harvest");
        assertEquals(2, found(""));

        program.done("source", "remove", SOURCE);
        assertEquals(0, found(""));
        assertEquals(
                ExitCode.WRONG_USAGE, program.run("source", "remove", SOURCE).code());
    }

    @Test
    void holdsARunThatWouldDeleteMuchUntilAPersonConfirms() throws Exception {
        writeBooks(0, 60);
        register();
        program.done("harvest");
        for (int i = 0; i < 60; i++) {
            Files.delete(books.resolve("Кітап " + i + ".txt"));
        }

        Run held = program.run("harvest", "--json");
        assertEquals(ExitCode.FAILED, held.code());
        assertEquals("held", held.object().path("status").asText());
        assertEquals(62, found(""));

        program.done("source", "confirm", SOURCE);
        JsonNode confirmed = program.done("harvest", "--json").object();
        assertEquals(60, confirmed.path("deleted").asInt());
        assertEquals(2, found(""));
    }

    @Test
    void removingALibraryEmptiesTheSearchAndAddingItAgainFillsIt() throws Exception {
        register();
        program.done("harvest");

        JsonNode removed = program.done("library", "remove", LIBRARY).object();
        assertEquals(2, removed.path("deleted").asInt());
        assertEquals(0, found(""));
        assertEquals(List.of(), program.done("library", "list").objects());

        register();
        program.done("harvest");
        assertEquals(2, found(""));
    }

    @Test
    void extractsTheTextOfFilesAndFailsForOneThatIsMissing() throws Exception {
        String html = books.resolve("Степь.html").toString();
        JsonNode read = program.done("extract", html).object();

        Run run = program.run("extract", html, "жоқ.pdf");

        assertEquals(html, read.path("file").asText());
        assertTrue(read.path("problem").isNull());
        assertTrue(read.path("pages").get(0).path("text").asText().contains("Арал теңізі"));
        assertEquals(ExitCode.FAILED, run.code());
        assertEquals(2, run.objects().size());
        JsonNode missing = run.objects().getLast();
        assertEquals("жоқ.pdf", missing.path("file").asText());
        assertEquals("file-unreadable", missing.path("problem").path("code").asText());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void failsASearchBeforeAnythingWasIndexed() throws Exception {
        Run run = program.run("search", "абай", "--json");

        assertEquals(ExitCode.FAILED, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("ortaq harvest"), run::err);
    }
}
