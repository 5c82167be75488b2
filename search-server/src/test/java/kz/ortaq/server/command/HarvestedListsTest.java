package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import kz.ortaq.server.command.TestProgram.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that sources give: from their harvest to what a reader is shown. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
final class HarvestedListsTest {

    private static final String RECORD = """
            <record><header><identifier>oai:e:%1$s</identifier><datestamp>2026-01-0%1$s</datestamp>%2$s</header>
            <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
              xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%3$s</dc:title></oai_dc:dc></metadata></record>
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer server;
    private String address;
    private TestProgram program;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = "127.0.0.1:" + server.getAddress().getPort();
        program = new TestProgram(folder.resolve("data"));
        Path sheet = Files.writeString(folder.resolve("books.csv"), """
                Авторы;Атауы;Сыныбы;Шығарылған жылы;ISBN;Тізім;Неге ұсынамыз
                Шыныбеков Ә.;Алгебра;7;2017;;;
                Шыныбеков Ә.;Алгебра;8;2018;978-601-331-604-8;Қысқы каникул; Есеп керек
                Әуезов М.;Абай жолы;;2007;;Қысқы каникул;
                Есенберлин И.;Көшпенділер;;1976;;;
                """);
        program.done("library", "add", "Semey", "--source", "sheet:" + sheet);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            String page = pages.getOrDefault(
                    query == null ? exchange.getRequestURI().getPath() : query.replaceFirst("&.*", ""), "");
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", page.startsWith("<?xml") ? "text/xml" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Run harvest() throws Exception {
        return program.run("--set", "network.allowed=" + address, "--set", "network.pause-percent=0", "harvest");
    }

    private List<JsonNode> lists(String library) throws Exception {
        return program.done("lists", "print", library).objects();
    }

    private static List<String> titles(JsonNode list) {
        return StreamSupport.stream(list.path("entries").spliterator(), false)
                .map(entry ->
                        (entry.has("work") ? "" : "?") + entry.path("title").asText())
                .toList();
    }

    private static String listPage(String... items) {
        return """
                <html lang="kk"><head><title>Тізім</title><script type="application/ld+json">
                {"@context": "https://schema.org", "@type": "ItemList", "name": "Ай кітабы", "description": "Қараша",
                 "itemListElement": [%s]}</script></head><body><h1>Ай кітабы</h1></body></html>
                """.formatted(String.join(",", items));
    }

    @Test
    void aListOfASiteNamesWorksOfAnyLibraryChangesAndVanishes() throws Exception {
        String byNumber = """
                {"@type": "ListItem", "position": 2, "description": "Сегізінші сынып", "item": {"isbn": "9786013316048"}}
                """;
        String byName = """
                {"@type": "ListItem", "position": 1, "item": {"name": "Абай жолы: роман", "author": {"name": "Мұхтар Әуезов"}}}
                """;
        String unknown = """
                {"@type": "ListItem", "position": 3, "item": {"name": "Жоқ кітап туралы жыр", "author": "Әлдекім А."}}
                """;
        String several = """
                {"@type": "ListItem", "position": 4, "item": {"name": "Алгебра", "author": "Шыныбеков Ә."}}
                """;
        pages.put("/", "<html><body><a href=\"/kk/ai\">Ай кітабы</a></body></html>");
        pages.put("/kk/ai", listPage(byNumber, byName, unknown, several));
        program.done("library", "add", "Oskemen", "--source", "site:http://" + address + "/");
        harvest();

        JsonNode list = lists("oskemen").getFirst();
        assertEquals("Ай кітабы", list.path("title").asText());
        assertEquals("kk", list.path("language").asText());
        assertEquals("http://" + address + "/kk/ai", list.path("address").asText());
        assertEquals(List.of("Абай жолы", "Алгебра", "?Жоқ кітап туралы жыр", "?Алгебра"), titles(list));
        assertEquals("Сегізінші сынып", list.path("entries").get(1).path("note").asText());
        String problems = program.done("problems", "--source", "oskemen-site").out();
        assertTrue(problems.contains("list-entry-unknown") && problems.contains("list-entry-several"), problems);

        Path line = Files.writeString(folder.resolve("list.txt"), "Әуезов М. Абай жолы\n");
        program.done("lists", "add", "oskemen", "Ай кітабы", line.toString());
        pages.put("/kk/ai", listPage(byName));
        harvest();
        assertEquals(2, lists("oskemen").size(), "the one made by hand stands beside it");
        assertTrue(lists("oskemen").stream().allMatch(now -> titles(now).equals(List.of("Абай жолы"))));
        assertFalse(program.done("problems", "--source", "oskemen-site").out().contains("list-entry"));
        assertEquals(
                ExitCode.WRONG_USAGE,
                program.run("lists", "remove", list.path("id").asText()).code());

        pages.put("/kk/ai", "<html><body>Тізім жоқ</body></html>");
        harvest();
        assertEquals(1, lists("oskemen").size());
        assertEquals("", lists("oskemen").getFirst().path("source").asText());
    }

    @Test
    void aColumnOfASheetAndAFileOfAFolderAreListsOfTheirLibrary() throws Exception {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        Files.writeString(documents.resolve("Тарих апталығы.тізім.txt"), """
                # сұралған кітаптар
                Есенберлин И. Көшпенділер ; Трилогия
                Болашақ кітап
                """);
        program.done("library", "add", "Mektep", "--source", "folder:" + documents);
        harvest();

        assertEquals(List.of("Алгебра", "Абай жолы"), titles(lists("semey").getFirst()));
        assertEquals(
                "Есеп керек",
                lists("semey").getFirst().path("entries").get(0).path("note").asText());
        JsonNode history = lists("mektep").getFirst();
        assertEquals("Тарих апталығы", history.path("title").asText());
        assertEquals(List.of("Көшпенділер", "?Болашақ кітап"), titles(history));

        Path later = Files.writeString(folder.resolve("later.csv"), "Авторы;Атауы\nДосов Д.;Болашақ кітап\n");
        program.done("library", "add", "Later", "--source", "sheet:" + later);
        program.done("harvest", "later-sheet");
        assertEquals(
                List.of("Көшпенділер", "Болашақ кітап"), titles(lists("mektep").getFirst()));
        assertEquals(ExitCode.FAILED, program.run("lists", "print", "nobody").code());
    }

    @Test
    void setsThatASourceNamesAreListsAndFollowTheirRecords() throws Exception {
        String set = "<setSpec>month:nov</setSpec>";
        pages.put("verb=Identify", oai("<Identify><granularity>YYYY-MM-DD</granularity></Identify>"));
        pages.put(
                "verb=ListSets",
                oai("<ListSets><set><setSpec>month</setSpec><setName>Книги месяца</setName></set>"
                        + "<set><setSpec>month_2</setSpec><setName>other</setName></set></ListSets>"));
        pages.put(
                "verb=ListRecords",
                oai("<ListRecords>" + RECORD.formatted(1, set, "Кочевники")
                        + RECORD.formatted(2, "<setSpec>month_2</setSpec>", "Тихий Дон")
                        + RECORD.formatted(3, set, "Путь Абая") + "</ListRecords>"));
        program.done(
                "library",
                "add",
                "Region",
                "--source",
                "oai:http://" + address + "/oai",
                "--option",
                "prefix=oai_dc",
                "--option",
                "lists=month, none");
        harvest();

        JsonNode list = lists("region").getFirst();
        assertEquals("Книги месяца", list.path("title").asText());
        assertEquals(List.of("Кочевники", "Путь Абая"), titles(list));
        String problems = program.done("problems", "--source", "region-oai").out();
        assertTrue(problems.contains("list-set-unknown"), problems);

        program.done("decision", "same", "region-oai:oai:e:3", "region-oai:oai:e:2");
        harvest();
        // Today’s title of the work that the record stands in now.
        assertEquals(List.of("Кочевники", "Тихий Дон"), titles(lists("region").getFirst()));
    }

    private static String oai(String answer) {
        return "<?xml version=\"1.0\"?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
                + "<responseDate>2026-11-27T00:00:00Z</responseDate>" + answer + "</OAI-PMH>";
    }
}
