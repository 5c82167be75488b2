package kz.ortaq.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import kz.ortaq.records.RecordId;
import kz.ortaq.server.web.PagesFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON API over a real server and a real index. */
final class SearchApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // JUnit calls serve first
    private static PagesFixture library;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        library = new PagesFixture(folder);
        library.record("1", """
                <dc:title>Абай жолы</dc:title><dc:creator>Әуезов, Мұхтар</dc:creator><dc:language>kk</dc:language>
                <dc:date>1942</dc:date><dc:type>Кітап</dc:type><dc:subject>роман &lt;b&gt;</dc:subject>""");
        library.record("2", """
                <dc:title>Путь Абая</dc:title><dc:language>ru</dc:language><dc:date>1978</dc:date>""");
        library.record("3", """
                <dc:title>The Way of Abai</dc:title><dc:language>en</dc:language>""");
        library.document(
                "4",
                "<dc:title>Қазақстан тарихы</dc:title><dc:language>kk</dc:language>",
                "Тарих/оқулық.pdf",
                "Кіріспе сөз.",
                "Ботай қонысы <script>alert(1)</script> туралы.");
        library.serve();
    }

    @AfterAll
    static void close() throws Exception {
        library.close();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static JsonNode search(String parameters) throws Exception {
        HttpResponse<String> answer = library.get("/api/v1/search?" + parameters);
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(
                "application/json;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        return JSON.readTree(answer.body());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(
                "application/problem+json;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = JSON.readTree(answer.body());
        assertEquals(status, problem.path("status").asInt());
        assertEquals("about:blank", problem.path("type").asText());
        assertFalse(problem.path("title").asText().isEmpty());
        return problem;
    }

    private static List<String> titles(JsonNode result) {
        return StreamSupport.stream(result.path("hits").spliterator(), false)
                .map(hit -> hit.path("title").asText())
                .sorted()
                .toList();
    }

    @Test
    void saysOfAHitWhatIsKnown() throws Exception {
        JsonNode result = search("q=" + encoded("ауезов"));

        assertEquals("ауезов", result.path("query").asText());
        assertEquals(1, result.path("total").asInt());
        assertTrue(result.path("complete").asBoolean());
        assertEquals(1, result.path("page").asInt());
        assertEquals(10, result.path("size").asInt());
        assertTrue(result.path("next").isNull());
        JsonNode hit = result.path("hits").get(0);
        assertEquals(new RecordId("semey", "1").minted("w"), hit.path("id").asText());
        assertEquals("Абай жолы", hit.path("title").asText());
        assertEquals("[\"Әуезов, Мұхтар\"]", hit.path("contributors").toString());
        assertEquals("book", hit.path("kind").asText());
        assertEquals(1942, hit.path("year").asInt());
        assertEquals("[\"kk\"]", hit.path("languages").toString());
        assertEquals("[\"semey\"]", hit.path("libraries").toString());
        assertEquals("[\"роман <b>\"]", hit.path("subjects").toString());
        assertFalse(hit.path("fullText").asBoolean());
        assertEquals(
                "{\"contributors\":\"<mark>Әуезов</mark>, Мұхтар\"}",
                hit.path("highlights").toString());
        assertTrue(hit.path("page").isMissingNode());
    }

    @Test
    void saysNothingForAYearThatIsUnknown() throws Exception {
        JsonNode hit = search("q=Way").path("hits").get(0);

        assertTrue(hit.path("year").isNull());
        assertTrue(hit.has("access"));
    }

    @Test
    void showsThePageWithAPassageThatIsSafe() throws Exception {
        JsonNode page = search("q=" + encoded("ботай")).path("hits").get(0).path("page");

        assertEquals("Тарих/оқулық.pdf", page.path("document").asText());
        assertEquals(2, page.path("number").asInt());
        String passage = page.path("passage").asText();
        assertTrue(passage.startsWith("<mark>Ботай</mark>"), passage);
        assertTrue(passage.contains("&lt;script&gt;"), passage);
    }

    @Test
    void countsFacetsInTheirOrder() throws Exception {
        JsonNode facets = search("").path("facets");

        List<String> names = new ArrayList<>();
        facets.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("kind", "language", "topic", "grade", "region", "library", "year", "access"), names);
        assertEquals(
                "{\"value\":\"kk\",\"count\":2}", facets.path("language").get(0).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "language=kk | Абай жолы,Қазақстан тарихы",
                "language=kk&language=en | The Way of Abai,Абай жолы,Қазақстан тарихы",
                "language=kk&year=1900-1950 | Абай жолы",
                "year=1978 | Путь Абая",
                "year=-1950&year=1978- | Абай жолы,Путь Абая",
                "library=semey&q=Way | The Way of Abai",
                "library=none | ''",
                "language= | The Way of Abai,Абай жолы,Путь Абая,Қазақстан тарихы",
                "unknown=1&q=Way | The Way of Abai"
            })
    void narrowsByFilters(String parameters, String expected) throws Exception {
        JsonNode result = search(parameters);

        assertEquals(expected, String.join(",", titles(result)));
    }

    @Test
    void leadsThroughAllWorksByCursor() throws Exception {
        Set<String> seen = new HashSet<>();
        JsonNode result = search("q=&size=1");
        int pages = 1;
        for (; !result.path("next").isNull() && pages < 10; pages++) {
            seen.addAll(titles(result));
            result = search("q=&size=1&cursor=" + encoded(result.path("next").asText()));
            assertFalse(result.has("page"));
            assertEquals(4, result.path("total").asInt());
        }
        seen.addAll(titles(result));

        assertEquals(4, pages);
        assertEquals(4, seen.size());
    }

    @Test
    void leadsToTheSamePlaceByPageNumber() throws Exception {
        JsonNode byCursor =
                search("size=2&cursor=" + search("size=2").path("next").asText());
        JsonNode byNumber = search("size=2&page=2");

        assertEquals(byNumber.path("hits"), byCursor.path("hits"));
        assertEquals(0, search("size=2&page=3").path("hits").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=x",
                "page=1.5",
                "page=101",
                "page=99999999999",
                "size=0",
                "size=101",
                "size=ten",
                "page=11&size=100",
                "cursor=x",
                "cursor=%D0%B0",
                "cursor=AAAA"
            })
    void refusesWhatItCannotUse(String parameters) throws Exception {
        JsonNode problem = problem(library.get("/api/v1/search?q=a&" + parameters), 400);

        String name = parameters.contains("cursor") ? "cursor" : parameters.startsWith("size") ? "size" : "page";
        assertTrue(problem.path("detail").asText().contains(name), problem::toString);
    }

    @Test
    void refusesMoreFilterValuesThanAPersonCouldChoose() throws Exception {
        problem(library.get("/api/v1/search?" + "language=kk&".repeat(51)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%ff%fe", "%00", "%22%22%22", "*:*", "%F0%9F%98%80"})
    void standsAnyBytesInAnAddress(String query) throws Exception {
        int status = rawStatus("/api/v1/search?q=" + query);

        assertTrue(status == 200 || status == 400, query + " → " + status);
    }

    @Test
    void givesAWorkWithEditionsAndDocuments() throws Exception {
        String id = new RecordId("semey", "4").minted("w");

        HttpResponse<String> answer = library.get("/api/v1/works/" + id);

        assertEquals(200, answer.statusCode());
        JsonNode work = JSON.readTree(answer.body());
        assertEquals(id, work.path("id").asText());
        assertEquals("Қазақстан тарихы", work.path("title").asText());
        assertEquals(1, work.path("editions").size());
        assertEquals(
                "semey",
                work.path("editions")
                        .get(0)
                        .path("holdings")
                        .get(0)
                        .path("library")
                        .asText());
        JsonNode document = work.path("documents").get(0);
        assertEquals("Тарих/оқулық.pdf", document.path("name").asText());
        assertEquals(2, document.path("pages").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "w00000000000000000000", "..", "%3Cscript%3E", "a/b"})
    void saysThatThereIsNoSuchWork(String id) throws Exception {
        problem(library.get("/api/v1/works/" + id), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void refusesToBeChanged(String method) throws Exception {
        HttpResponse<String> answer = library.send(method, "/api/v1/search?q=a");

        problem(answer, 405);
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> answer = library.send("HEAD", "/api/v1/search?q=a");

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void saysThatItLives() throws Exception {
        HttpResponse<String> answer = library.get("/healthz");

        assertEquals(200, answer.statusCode());
        assertEquals(JSON.readTree("{\"status\":\"ok\",\"works\":4}"), JSON.readTree(answer.body()));
    }

    @Test
    void saysThatAnAddressIsUnknown() throws Exception {
        JsonNode problem = problem(library.get("/api/v2/search"), 404);

        assertTrue(problem.path("detail").asText().contains("/api/v2/search"));
    }

    /** The status of an answer to an address that no client library would send. */
    private static int rawStatus(String target) throws Exception {
        String first = library.line("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(first.split(" ")[1]);
    }
}
