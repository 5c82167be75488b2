package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.server.command.TestProgram.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a librarian decides of records on the command line. */
final class DecisionsTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls register first
    private TestProgram program;

    @BeforeEach
    void register() throws Exception {
        program = new TestProgram(folder.resolve("data"));
        Path semey = Files.writeString(folder.resolve("semey.csv"), """
                Инв. №;Авторы;Атауы;Сыныбы;Тілі;Шығарылған жылы;Баспасы
                1;Шыныбеков Ә.;Алгебра;8;қазақша;2018;Атамұра
                2;Әуезов М.;Абай жолы;;қазақша;2007;Жазушы
                """);
        Path oral = Files.writeString(folder.resolve("oral.csv"), """
                Инв. №;Авторы;Атауы;Сыныбы;Тілі;Шығарылған жылы;Баспасы
                1;Shynybekov A.;Algebra;8;қазақша;2018;Atamura
                2;;Роман о поэте;;русский;1990;Советский писатель
                """);
        program.done("library", "add", "Semey", "--source", "sheet:" + semey);
        program.done("library", "add", "Oral", "--source", "sheet:" + oral);
        program.done("harvest");
    }

    /** The records of both libraries by their titles, as commands name them. */
    private Map<String, String> records() throws Exception {
        Map<String, String> records = new HashMap<>();
        for (JsonNode record : program.done("records").objects()) {
            records.put(
                    record.path("record").path("titles").get(0).path("text").asText(),
                    record.path("source").asText() + ":"
                            + record.path("identifier").asText());
        }
        return records;
    }

    private JsonNode explained(String one, String other) throws Exception {
        return program.done("explain", one, other, "--json").object();
    }

    @Test
    void aDecisionHoldsThroughHarvestAndRebuildUntilItIsTakenBack() throws Exception {
        Map<String, String> records = records();
        String semey = records.getOrDefault("Алгебра", "");
        String oral = records.getOrDefault("Algebra", "");
        String novel = records.getOrDefault("Абай жолы", "");
        String translation = records.getOrDefault("Роман о поэте", "");
        assertEquals("same-edition", explained(oral, semey).path("verdict").asText());

        program.done("decision", "apart", semey, oral);
        program.done("decision", "same", novel, translation);
        program.done("harvest");
        program.done("reindex");
        assertEquals("decided-apart", explained(oral, semey).path("verdict").asText());
        JsonNode found = program.done("search", "роман о поэте", "--json").object();
        assertEquals(1, found.path("total").asInt());
        assertEquals(2, found.path("hits").get(0).path("libraries").size());
        assertEquals(
                2,
                program.done("search", "алгебра", "--json")
                        .object()
                        .path("total")
                        .asInt());

        program.done("decision", "undo", oral, semey);
        assertEquals(
                1,
                program.done("search", "алгебра", "--json")
                        .object()
                        .path("total")
                        .asInt());
        assertEquals(1, program.done("decision", "list").objects().size());
    }

    @Test
    void saysWhatIsWrongWithANameOfARecord() throws Exception {
        Map<String, String> records = records();
        String semey = records.getOrDefault("Алгебра", "");
        String oral = records.getOrDefault("Algebra", "");
        Run unknown = program.run("decision", "same", semey, "semey-sheet:жоқ");
        assertEquals(ExitCode.WRONG_USAGE, unknown.code(), unknown::toString);
        assertTrue(unknown.err().contains("SOURCE:IDENTIFIER"), unknown::err);
        for (List<String> wrong : List.of(
                List.of("decision", "same", semey, semey),
                List.of("decision", "undo", semey, oral),
                List.of("explain", semey, ":"),
                List.of("explain", "w0"))) {
            assertEquals(
                    ExitCode.WRONG_USAGE,
                    program.run(wrong.toArray(String[]::new)).code(),
                    wrong::toString);
        }
    }

    @Test
    void saysOfADecisionThatOthersForbidThatItCannotHold() throws Exception {
        Map<String, String> records = records();
        String semey = records.getOrDefault("Алгебра", "");
        String oral = records.getOrDefault("Algebra", "");
        String novel = records.getOrDefault("Абай жолы", "");
        program.done("decision", "same", semey, novel);
        program.done("decision", "apart", novel, oral);

        Run forbidden = program.done("decision", "same", semey, oral);

        assertTrue(forbidden.err().contains("stand apart still"), forbidden::err);
    }

    @Test
    void saysOfARecordThatIsGoneThatItStandsInNoWork() throws Exception {
        String novel = records().getOrDefault("Абай жолы", "");
        Path sheet = folder.resolve("semey.csv");
        Files.writeString(sheet, Files.readString(sheet).replaceFirst("2;Әуезов.*\\n", ""));
        program.done("harvest");

        Run explained = program.run("explain", novel);

        assertEquals(ExitCode.FAILED, explained.code(), explained::toString);
        assertTrue(explained.err().contains("stands in no work"), explained::err);
    }
}
