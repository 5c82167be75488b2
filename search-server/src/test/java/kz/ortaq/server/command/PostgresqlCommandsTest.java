package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.ortaq.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on PostgreSQL, in processes of their own. */
final class PostgresqlCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void harvestsSearchesCountsAndServesWithPostgresqlUnderneath() throws Exception {
        Settings.Store store = TestPostgresql.database();
        Path data = folder.resolve("data");
        TestProgram program = new TestProgram(data);
        Path books = Files.createDirectories(folder.resolve("Кітаптар"));
        Files.writeString(books.resolve("Қобыланды батыр.txt"), "Қобыланды батыр туралы жыр. Тайбурыл шабысы.");
        Files.writeString(books.resolve("Степь.txt"), "Экология степи и Арала.");
        Files.writeString(books.resolve("Steppe.txt"), "The steppe and its birds.");
        String[] settings = {
            "--set",
            "store.url=" + store.url(),
            "--set",
            "store.user=" + store.user(),
            "--set",
            "store.password=" + store.password()
        };

        program.done(with(settings, "library", "add", "Семей мектебі", "--source", "folder:" + books));
        JsonNode harvest = program.done(with(settings, "harvest", "--json")).object();
        JsonNode again = program.done(with(settings, "harvest", "--json")).object();
        JsonNode stats = program.done(with(settings, "stats")).object();
        JsonNode listed = program.done(with(settings, "library", "list")).object();
        String served = program.until("Ortaq serves at", with(settings, "serve", "--port", "0"));

        assertEquals("complete", harvest.path("status").asText());
        assertEquals(3, harvest.path("new").asInt());
        assertEquals(3, again.path("unchanged").asInt());
        for (String word : List.of("тайбурыл", "степи", "birds")) {
            JsonNode found =
                    program.done(with(settings, "search", word, "--json")).object();
            assertEquals(1, found.path("total").asInt(), word);
        }
        assertEquals(3, stats.path("records").asInt());
        assertEquals(3, stats.path("withText").asInt());
        assertEquals(0, stats.path("failingSince").size());
        assertTrue(listed.path("sources").get(0).path("failingSince").isNull());
        assertTrue(served.contains("http://127.0.0.1:"), served);
        try (Stream<Path> files = Files.list(data)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().startsWith("ortaq.db")));
        }
    }

    private static String[] with(String[] settings, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(settings)).toArray(String[]::new);
    }
}
