package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a library is told of the quality of its records. */
final class QualityTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatWouldHelpMostAndItHelps() throws Exception {
        TestProgram program = new TestProgram(folder.resolve("data"));
        Path sheet = Files.writeString(folder.resolve("books.csv"), """
                Инв. №;Автор;Название;Язык;Год издания;Шифр
                1;Әуезов М.;Абай жолы;қазақша;1989;84
                2;;Тарих;қазақша;1985;63
                3;;Songs;английский;1980;85
                """);
        program.done("library", "add", "Semey", "--source", "sheet:" + sheet);
        assertTrue(program.done("quality", "--language", "ru").out().contains("Записей для оценки ещё нет"));
        program.done("harvest");

        JsonNode before = program.done("quality", "--json").object();
        List<String> changes = new ArrayList<>();
        before.path("changes").forEach(change -> changes.add(change.path("code").asText()));
        assertEquals(3, before.path("records").asInt());
        assertEquals("lacks-subject", changes.getFirst());
        assertTrue(
                before.path("changes").get(0).path("remedy").path("kk").asText().contains("айдар"), before.toString());
        String told = program.done("report", "--language", "kk").out();
        assertTrue(told.contains("Жазбалардың сапасы: 100 балдан"), told);
        assertTrue(told.contains("3 / 3"), told);
        assertTrue(told.contains("«Абай жолы» (row 2)"), told);

        Files.writeString(sheet, """
                Инв. №;Автор;Название;Язык;Год издания;Шифр;Предмет
                1;Әуезов М.;Абай жолы;қазақша;1989;84;Роман
                2;Қозыбаев М.;Тарих;қазақша;1985;63;Тарих
                3;Burns R.;Songs;английский;1980;85;Songs
                """);
        program.done("harvest");
        JsonNode after = program.done("quality", "--json").object();
        assertTrue(after.path("score").asDouble() > before.path("score").asDouble() + 10, after.toString());
        assertFalse(after.path("changes").toString().contains("lacks-subject"), after.toString());
        JsonNode record = program.done("records").objects().getFirst();
        assertFalse(record.path("quality").path("lacking").toString().contains("lacks-author"), record.toString());
    }

    @Test
    void anUnknownLibraryOrLanguageIsSaid() throws Exception {
        TestProgram program = new TestProgram(folder.resolve("data"));

        assertEquals(2, program.run("quality", "nobody").code());
        assertEquals(2, program.run("quality", "--language", "de").code());
    }
}
