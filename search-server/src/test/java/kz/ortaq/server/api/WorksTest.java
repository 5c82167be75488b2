package kz.ortaq.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.server.web.PagesFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One book of three libraries, in two formats and two alphabets, in the API and on the pages. */
final class WorksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    // What the work was called by before the oldest record came to it.
    private static final String BEFORE = new RecordId("aqsu", "r1").minted("w");

    @SuppressWarnings("NullAway.Init") // JUnit calls serve first
    private static PagesFixture libraries;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        libraries = new PagesFixture(folder);
        libraries.library("oral", "Орал қалалық кітапханасы", "Библиотека Уральска", "Oral city library");
        libraries.record("1", """
                <dc:title>Алгебра : 8-сыныпқа арналған оқулық</dc:title><dc:creator>Шыныбеков, Ә. Н.</dc:creator>
                <dc:publisher>Атамұра</dc:publisher><dc:date>2018</dc:date><dc:language>kk</dc:language>
                <dc:identifier>ISBN 978-601-331-604-8</dc:identifier>""");
        libraries.record("2", """
                <dc:title>Алгебра : 7-сыныпқа арналған оқулық</dc:title><dc:creator>Шыныбеков, Ә. Н.</dc:creator>
                <dc:publisher>Атамұра</dc:publisher><dc:date>2018</dc:date><dc:language>kk</dc:language>""");
        libraries.store("oral", List.of(PagesFixture.raw("oral", "7", """
                <dc:title>Algebra 9-synyp</dc:title><dc:creator>Shynybekov A.</dc:creator>""", List.of())));
        libraries.library("aqsu", "Ақсу мектебі", "Школа Аксу", "Aqsu school");
        String row = """
                {"title":["Алгебра"],"creator":["Шыныбеков Ә."],"grade":["8"],"date":["2018"],"copies":["25"],
                 "isbn":["978-601-331-604-8"],"call-number":["22.14"],"sheet":"Оқулық қоры"}""";
        libraries.store(
                "aqsu",
                List.of(new RawRecord(
                        new RecordId("aqsu", "r1"), false, "sheet", "", List.of(), "row 3", row, List.of())));
        libraries.index();
        // The oldest record is mended, and comes to a work that has a name already.
        libraries.store("oral", List.of(PagesFixture.raw("oral", "7", """
                <dc:title>Algebra 8-synyp</dc:title><dc:creator>Shynybekov A.</dc:creator>
                <dc:date>2018</dc:date><dc:identifier>ISBN 9786013316048</dc:identifier>
                <dc:subject>математика</dc:subject>""", List.of())));
        libraries.serve();
    }

    @AfterAll
    static void close() throws Exception {
        libraries.close();
    }

    private static JsonNode json(String address) throws Exception {
        HttpResponse<String> answer = libraries.get(address);
        assertEquals(200, answer.statusCode(), answer::body);
        return JSON.readTree(answer.body());
    }

    /** The oldest record names the work: that of the other library was stored first. */
    private static String work() throws Exception {
        return json("/api/v1/search?q=9786013316048")
                .path("hits")
                .get(0)
                .path("id")
                .asText();
    }

    @Test
    void oneBookOfTwoLibrariesIsOneResult() throws Exception {
        JsonNode found = json("/api/v1/search?q=%D0%B0%D0%BB%D0%B3%D0%B5%D0%B1%D1%80%D0%B0+8&library=oral");

        assertEquals(1, found.path("total").asInt());
        JsonNode hit = found.path("hits").get(0);
        assertEquals("Алгебра : 8-сыныпқа арналған оқулық", hit.path("title").asText());
        assertEquals(List.of("oral", "aqsu", "semey"), JSON.convertValue(hit.path("libraries"), List.class));
        assertEquals("математика", hit.path("subjects").get(0).asText());
    }

    @Test
    void aWorkSaysWhichRecordEachFieldIsFrom() throws Exception {
        JsonNode edition = json("/api/v1/works/" + work()).path("editions").get(0);

        assertEquals(3, edition.path("holdings").size());
        JsonNode school = edition.path("holdings").get(1);
        assertEquals(25, school.path("copies").asInt());
        assertEquals("22.14", school.path("callNumber").asText());
        assertEquals("semey", edition.path("from").path("titles").path("source").asText());
    }

    @Test
    void anIdOfBeforeLeadsToTheWorkOfToday() throws Exception {
        HttpResponse<String> api = libraries.get("/api/v1/works/" + BEFORE);
        HttpResponse<String> page = libraries.get("/ru/works/" + BEFORE);

        assertEquals(302, api.statusCode());
        assertEquals(
                "/api/v1/works/" + work(), api.headers().firstValue("Location").orElse(""));
        assertEquals(302, page.statusCode());
        assertEquals(
                "/ru/works/" + work(), page.headers().firstValue("Location").orElse(""));
        assertEquals(404, libraries.get("/api/v1/works/w0").statusCode());
    }

    @Test
    void thePageShowsEveryLibraryAndSaysWhy() throws Exception {
        String page = libraries.get("/ru/works/" + work()).body();

        assertTrue(page.contains("Школьная библиотека Семея"), page);
        assertTrue(page.contains("Библиотека Уральска"), page);
        assertTrue(page.contains("Экземпляры: 25"), page);
        assertTrue(page.contains("совпадает"), page);
        assertTrue(libraries.get("/kk/works/" + work()).body().contains("сәйкес"));
    }

    @Test
    void explainsWhatCameTogetherAndWhatDidNot() throws Exception {
        JsonNode explained = json("/api/v1/works/" + work() + "/explain");

        assertEquals(3, explained.path("records").size());
        assertEquals(
                "same-edition", explained.path("records").get(1).path("verdict").asText());
        JsonNode apart = explained.path("apart").get(0);
        assertEquals("apart", apart.path("verdict").asText());
        assertEquals("semey:2", apart.path("record").asText());
        assertTrue(apart.path("text").path("ru").asText().contains("класс"), apart::toString);
        assertTrue(apart.path("reasons").toString().contains("grade"), apart::toString);
        assertEquals(404, libraries.get("/api/v1/works/w0/explain").statusCode());
    }
}
