package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.server.command.TestProgram.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that a library makes on the command line. */
final class ListsTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls register first
    private TestProgram program;

    @BeforeEach
    void register() throws Exception {
        program = new TestProgram(folder.resolve("data"));
        Path sheet = Files.writeString(folder.resolve("books.csv"), """
                Инв. №;Авторы;Атауы;Сыныбы;Тілі;Шығарылған жылы;ISBN
                1;Шыныбеков Ә.;Алгебра;7;қазақша;2017;
                2;Шыныбеков Ә.;Алгебра;8;қазақша;2018;978-601-331-604-8
                3;Әуезов М.;Абай жолы;;қазақша;2007;
                """);
        program.done("library", "add", "Semey", "--source", "sheet:" + sheet);
        program.done("harvest");
    }

    private Run add(String title, String... lines) throws Exception {
        Path file = Files.write(folder.resolve("list.txt"), List.of(lines));
        return program.run("lists", "add", "semey", title, file.toString(), "--note", "Қараша");
    }

    @Test
    void aListKeepsItsOrderAndItsNotesAndIsReplacedByItsTitle() throws Exception {
        Run made = add("Ай кітабы", "# осы ай", "Әуезов М. Абай жолы ; Роман-эпопея", "9786013316048\tСегізінші сынып");
        assertEquals(ExitCode.DONE, made.code(), made::toString);

        JsonNode list = program.done("lists", "print").object();
        assertEquals(made.out().strip(), list.path("id").asText());
        assertEquals("Абай жолы", list.path("entries").get(0).path("title").asText());
        assertEquals("Роман-эпопея", list.path("entries").get(0).path("note").asText());
        assertEquals("Сегізінші сынып", list.path("entries").get(1).path("note").asText());

        String work = list.path("entries").get(0).path("work").asText();
        assertEquals(made.out(), add("Ай кітабы", work).out());
        assertEquals(
                1,
                program.done("lists", "print", "semey").object().path("entries").size());
        assertEquals(
                ExitCode.DONE,
                program.run("lists", "remove", made.out().strip()).code());
        assertEquals("", program.done("lists", "print").out());
    }

    @Test
    void saysWhichLineDoesNotNameOneWork() throws Exception {
        Run several = add("Алгебра", "Алгебра", "Жоқ кітап туралы жыр");

        assertEquals(ExitCode.FAILED, several.code(), several::toString);
        assertTrue(several.err().contains("line 1: “Алгебра” finds several works"), several::err);
        assertTrue(several.err().contains("line 2: "), several::err);
        Run otherwise = add("Басқаша", "Абайдың жолында", "Әуезов М. Абай жолы", "9786013316048", "978-601-331-604-8");
        assertTrue(
                otherwise.err().contains("line 1: “Абайдың жолында” finds a work that is called otherwise"),
                otherwise::err);
        assertTrue(otherwise.err().contains("line 4: “Алгебра” stands above already"), otherwise::err);
        assertEquals("", program.done("lists", "print").out());
        assertEquals(
                ExitCode.WRONG_USAGE,
                program.run("lists", "add", "nobody", "Тізім", "list.txt").code());
        assertEquals(ExitCode.WRONG_USAGE, program.run("lists", "remove", "жоқ").code());
        assertEquals(
                ExitCode.FAILED,
                program.run("lists", "add", "semey", "Тізім", "nothing.txt").code());
    }
}
