package kz.ortaq.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.ortaq.records.RecordId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One book of six libraries, as readers in several places see it, on the pages and in the API. */
final class NearestTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORK = NearLibraries.WORK;
    private static final String PAGE = "/en/works/" + WORK;

    @SuppressWarnings("NullAway.Init") // JUnit calls serve first
    private static PagesFixture libraries;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        libraries = NearLibraries.serve(folder);
    }

    @AfterAll
    static void close() throws Exception {
        libraries.close();
    }

    private static JsonNode json(String address) throws Exception {
        return JSON.readTree(libraries.get(address).body());
    }

    private static List<String> holders(String parameters) throws Exception {
        List<String> holders = new ArrayList<>();
        json("/api/v1/works/" + WORK + parameters)
                .path("editions")
                .forEach(edition -> edition.path("holdings")
                        .forEach(holding -> holders.add(holding.path("library").asText() + " "
                                + holding.path("distance").asText("-"))));
        return holders;
    }

    @Test
    void theApiBringsTheNearestFirst() throws Exception {
        List<String> karauyl = holders("?library=karauyl");
        List<String> semey = holders("?library=semey");
        List<String> region = holders("?region=" + encode("область Абай"));

        assertEquals("karauyl own", karauyl.getFirst());
        assertEquals("abai district", karauyl.get(1));
        assertEquals("semey region", karauyl.get(2));
        assertEquals(6, karauyl.size());
        assertEquals("semey own", semey.getFirst());
        assertEquals("oskemen system", semey.get(3));
        assertTrue(semey.subList(4, 6).contains("astana elsewhere"), semey.toString());
        assertTrue(region.subList(0, 3).stream().allMatch(holder -> holder.endsWith(" region")), region.toString());
        assertTrue(holders("").stream().allMatch(holder -> holder.endsWith(" -")));
    }

    @Test
    void withinACityAllDistrictsAreNear() throws Exception {
        assertEquals("medeu district", holders("?region=750000000").getFirst());
        assertEquals("medeu district", holders("?region=751110000").getFirst());
        assertTrue(holders("?region=710000000").contains("medeu elsewhere"));
    }

    @Test
    void theApiSaysWhatIsWrongWithAPlace() throws Exception {
        HttpResponse<String> several = libraries.get("/api/v1/works/" + WORK + "?region=" + encode("Ақсу"));
        HttpResponse<String> none = libraries.get("/api/v1/works/" + WORK + "?library=none");

        assertEquals(400, several.statusCode());
        assertTrue(several.body().contains("551600000") && several.body().contains("333200000"), several.body());
        assertEquals(400, none.statusCode());
    }

    @Test
    void aCopyIsAskedForWhereTheLibraryOffersIt() throws Exception {
        String page = libraries.get(PAGE).body();
        String request = "https://koha.example.org/opac-reserve.pl?biblionumber=7%20%E2%84%96&isbn=9786013316048";

        assertTrue(page.contains("href=\"" + request.replace("&", "&amp;") + "\""), page);
        assertTrue(page.contains("Request or renew — koha.example.org"), page);
        assertTrue(json("/api/v1/works/" + WORK).toString().contains(request));
    }

    @Test
    void aLibraryHasAPageInEachLanguageAndAnAnswer() throws Exception {
        String kk = libraries.get("/kk/libraries/semey").body();
        String ru = libraries.get("/ru/libraries/semey").body();
        JsonNode json = json("/api/v1/libraries/oskemen");

        assertTrue(kk.contains("Қалалық кітапхана · Абай облысы, Семей"), kk);
        assertTrue(kk.contains("href=\"/kk/libraries/oskemen\">oskemen</a>") && kk.contains("940140000385"), kk);
        assertTrue(ru.contains("Городская библиотека · область Абай, Семей") && ru.contains("Сфера культуры"), ru);
        assertTrue(ru.contains("href=\"/ru/search?q=&amp;library=semey\""), ru);
        assertTrue(libraries.get("/en/libraries/oskemen").body().contains("Branches"));
        HttpResponse<String> none = libraries.get("/en/libraries/none");
        assertEquals(404, none.statusCode());
        assertTrue(none.body().contains("the library is no longer part of Ortaq"), none.body());
        assertEquals("631000000", json.path("place").path("code").asText());
        assertEquals("semey", json.path("branches").get(0).asText());
        assertEquals("Koha", json.path("system").asText());
    }

    @Test
    void librariesAreListedByKindAndRegion() throws Exception {
        JsonNode region = json("/api/v1/libraries?region=100000000");
        JsonNode schools = json("/api/v1/libraries?kind=school");

        assertEquals(3, region.path("libraries").size());
        assertEquals("karauyl", schools.path("libraries").get(0).path("library").asText());
        assertEquals(
                1, json("/api/v1/libraries?parent=oskemen").path("libraries").size());
        assertEquals(400, libraries.get("/api/v1/libraries?region=x").statusCode());
    }

    @Test
    void aRegionIsFoundAndNamedInEveryLanguage() throws Exception {
        JsonNode facet = json("/api/v1/search").path("facets").path("region");
        String ru = libraries
                .get("/ru/search?q=" + encode("абай жолы") + "&region=100000000")
                .body();

        assertEquals("100000000", facet.get(0).path("value").asText());
        assertEquals(1, json("/api/v1/search?region=100000000").path("total").asInt());
        assertEquals(
                1,
                json("/api/v1/search?q=" + encode("область Абай")).path("total").asInt());
        assertEquals(
                1,
                json("/api/v1/search?q=" + encode("Abai region")).path("total").asInt());
        assertTrue(ru.contains("область Абай"), ru);
        JsonNode places = json("/api/v1/works/" + WORK).path("places");
        assertEquals(List.of("103200000", "100000000"), places.findValuesAsText("code"));
    }

    @Test
    void aSearchTakesARegionByItsCodeAndByAnyOfItsNames() throws Exception {
        for (String name : List.of(
                "100000000",
                "103200000",
                "Абай облысы",
                "область Абай",
                "Abai Region",
                "Семипалатинская область",
                "Абай облысы, Абай ауданы",
                "Семей")) {
            JsonNode found = json("/api/v1/search?region=" + encode(name));

            assertEquals(1, found.path("total").asInt(), name);
        }
        assertEquals(
                0,
                json("/api/v1/search?region=" + encode("Павлодар"))
                        .path("total")
                        .asInt());
        HttpResponse<String> none = libraries.get("/api/v1/search?region=Atlantis");
        HttpResponse<String> several = libraries.get("/api/v1/search?region=" + encode("Ақсу"));

        assertEquals(400, none.statusCode());
        assertTrue(none.body().contains("region: “Atlantis” is no place"), none.body());
        assertEquals(400, several.statusCode());
        assertTrue(several.body().contains("551600000") && several.body().contains("333200000"), several.body());
    }

    @Test
    void aPlaceOfPublicationIsCalledAsItIsToday() throws Exception {
        String work = new RecordId("qor", "r1").minted("w");
        String page = libraries.get("/ru/works/" + work).body();
        JsonNode place = json("/api/v1/works/" + work).path("publishedIn").get(0);

        assertTrue(page.contains("Целиноград (Астана)"), page);
        assertEquals("710000000", place.path("code").asText());
        assertEquals("Astana", place.path("name-en").asText());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
