package kz.ortaq.server.web;

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
import java.util.List;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One book of five libraries, as readers in several places see it, on the pages and in the API. */
final class NearestTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOOK = """
            <dc:title>Абай жолы</dc:title><dc:creator>Әуезов, Мұхтар</dc:creator><dc:publisher>Жазушы</dc:publisher>
            <dc:date>2009</dc:date><dc:language>kk</dc:language><dc:identifier>ISBN 978-601-331-604-8</dc:identifier>
            <dc:coverage>%s</dc:coverage>""";
    private static final String WORK = new RecordId("abai", "oai:abai:7 №").minted("w");
    private static final String PAGE = "/en/works/" + WORK;

    @SuppressWarnings("NullAway.Init") // JUnit calls serve first
    private static PagesFixture libraries;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        libraries = new PagesFixture(folder);
        libraries.stands("semey", "city", standing("101000000", "oskemen"), "");
        libraries.record("oai:semey:1", BOOK.formatted("Семипалатинская область"));
        other("abai", "village", standing("103230100", ""));
        other("karauyl", "school", standing("103200000", ""));
        other("oskemen", "regional", standing("631000000", ""));
        other("astana", "national", standing("", ""));
        libraries.stands(
                "oskemen",
                "regional",
                standing("631000000", ""),
                "https://koha.example.org/opac-reserve.pl?biblionumber={id}&isbn={isbn}");
        libraries.library("qor", "Қор", "Фонд", "Fund");
        String row = "{\"title\":[\"Тың жер\"],\"place\":[\"Целиноград\"],\"date\":[\"1975\"],\"sheet\":\"Қор\"}";
        RecordId old = new RecordId("qor", "r1");
        libraries.store("qor", List.of(new RawRecord(old, false, "sheet", "", List.of(), "row 3", row, List.of())));
        libraries.serve();
    }

    private static Library.Standing standing(String place, String parent) {
        return new Library.Standing(place, parent, "culture", "940140000385", "Koha");
    }

    private static void other(String id, String kind, Library.Standing standing) throws Exception {
        libraries.library(id, id, id, id);
        libraries.stands(id, kind, standing, "");
        String about = id.equals("astana") ? "Abai Region" : "Абай облысы, Абай ауданы";
        libraries.store(id, List.of(PagesFixture.raw(id, "oai:" + id + ":7 №", BOOK.formatted(about), List.of())));
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

    private static void assertOrder(String page, String... names) {
        String holdings = page.substring(page.indexOf("Where to find it"));
        int place = 0;
        for (String name : names) {
            int next = holdings.indexOf(">" + name + "</a>", place);
            assertTrue(next > 0, name + " in " + holdings);
            place = next;
        }
    }

    @Test
    void theApiBringsTheNearestFirst() throws Exception {
        List<String> karauyl = holders("?library=karauyl");
        List<String> semey = holders("?library=semey");
        List<String> region = holders("?region=" + encode("область Абай"));

        assertEquals("karauyl own", karauyl.getFirst());
        assertEquals("abai district", karauyl.get(1));
        assertEquals("semey region", karauyl.get(2));
        assertEquals(5, karauyl.size());
        assertEquals("semey own", semey.getFirst());
        assertEquals("oskemen system", semey.get(3));
        assertEquals("astana elsewhere", semey.get(4));
        assertTrue(region.subList(0, 3).stream().allMatch(holder -> holder.endsWith(" region")), region.toString());
        assertTrue(holders("").stream().allMatch(holder -> holder.endsWith(" -")));
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
    void aPageIsShownWhateverItsAddressSaysOfAPlaceAndSaysSoInItsLanguage() throws Exception {
        String book = "/works/" + WORK + "?region=";
        HttpResponse<String> kk = libraries.get("/kk" + book + encode("Париж"));
        HttpResponse<String> ru = libraries.get("/ru" + book + encode("Ақсу"));
        HttpResponse<String> library = libraries.get("/kk/libraries/semey?library=none");
        HttpResponse<String> search = libraries.get("/kk/search?region=Atlantis");

        assertEquals(200, kk.statusCode());
        assertTrue(kk.body().contains("Қазақстанда «Париж» деген жер табылмады"), kk.body());
        assertTrue(kk.body().contains("Абай жолы") && !kk.body().contains("КАТО"), kk.body());
        assertEquals(200, ru.statusCode());
        assertTrue(ru.body().contains("Павлодарская область, Аксу; область Жетісу, Аксуский район"), ru.body());
        assertEquals(200, library.statusCode());
        assertTrue(library.body().contains("«none» деген кітапхана табылмады"), library.body());
        assertEquals(400, search.statusCode());
        assertTrue(search.body().contains("«Atlantis» деген жер"), search.body());
        assertFalse(search.body().contains("is no place"), search.body());
    }

    @Test
    void aFormRemembersTheRegionWithoutAScript() throws Exception {
        HttpResponse<String> before = libraries.get(PAGE);
        HttpResponse<String> sent = libraries.form("/en/near", "region=103200000&back=" + encode(PAGE));
        String cookie = sent.headers().firstValue("Set-Cookie").orElse("");
        HttpResponse<String> after = libraries.get(PAGE, "Cookie", cookie.split(";", 2)[0]);

        assertTrue(before.body().contains("<form class=\"near\" action=\"/en/near\" method=\"post\">"), before.body());
        assertTrue(before.body().contains("<option value=\"100000000\">Abai Region</option>"), before.body());
        assertEquals(
                "public, max-age=300",
                before.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(before.headers().allValues("Vary").toString().contains("Cookie"));
        assertEquals(303, sent.statusCode());
        assertEquals(PAGE, sent.headers().firstValue("Location").orElse(""));
        assertTrue(cookie.startsWith("ortaq-near=region:103200000;") && cookie.contains("SameSite=Lax"), cookie);
        assertTrue(after.body().contains("You said: Abai Region, Абай ауданы"), after.body());
        assertTrue(after.body().contains("<option value=\"103200000\" selected>"), after.body());
        assertEquals("no-store", after.headers().firstValue("Cache-Control").orElse(""));
        assertOrder(after.body(), "abai", "karauyl", "Semey school library", "astana", "oskemen");
        assertTrue(after.body().contains("<b>Near you</b>") && after.body().contains("<b>In your region</b>"));
    }

    @Test
    void aLibraryIsRememberedFromItsPageAndForgottenAgain() throws Exception {
        String page = libraries.get("/en/libraries/semey").body();
        HttpResponse<String> sent = libraries.form("/en/near", "library=semey&back=" + encode("/en/libraries/semey"));
        String cookie = sent.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        String work = libraries.get(PAGE, "Cookie", cookie).body();
        HttpResponse<String> forgotten = libraries.form("/en/near", "region=&back=" + encode(PAGE));

        assertTrue(page.contains("This is my library"), page);
        assertTrue(work.contains("Your library: Semey school library"), work);
        assertOrder(work, "Semey school library", "abai", "karauyl", "oskemen", "astana");
        assertTrue(work.contains("<b>In the system of your library</b>"), work);
        String dropped = forgotten.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(dropped.startsWith("ortaq-near=;") && dropped.contains("01 Jan 1970"), dropped);
        assertFalse(
                libraries.get(PAGE, "Cookie", "ortaq-near=library:gone").body().contains("Your library"));
    }

    @Test
    void sendingTheFormAsItStandsKeepsTheLibraryAndOneButtonForgetsIt() throws Exception {
        String cookie = "ortaq-near=library:semey";
        String work = libraries.get(PAGE, "Cookie", cookie).body();
        String library = libraries.get("/kk/libraries/semey", "Cookie", cookie).body();
        HttpResponse<String> again = libraries.form("/en/near", "region=library%3Asemey&back=" + encode(PAGE));
        HttpResponse<String> forgotten =
                libraries.form("/en/near", "region=library%3Asemey&forget=1&back=" + encode(PAGE));

        assertTrue(work.contains("<option value=\"library:semey\" selected>Semey school library</option>"), work);
        assertTrue(work.contains("<button name=\"forget\" value=\"1\">Forget</button>"), work);
        assertTrue(library.contains("<button name=\"forget\" value=\"1\">Ұмыту</button>"), library);
        assertFalse(libraries.get(PAGE).body().contains("forget"));
        assertTrue(again.headers().firstValue("Set-Cookie").orElse("").startsWith("ortaq-near=library:semey;"));
        assertTrue(forgotten.headers().firstValue("Set-Cookie").orElse("").startsWith("ortaq-near=;"));
        assertEquals(PAGE, forgotten.headers().firstValue("Location").orElse(""));
    }

    @Test
    void theFormLeadsNowhereElse() throws Exception {
        for (String back : List.of("https://evil.example/", "//evil.example/x", "/en/works/a b", "javascript:1", "")) {
            HttpResponse<String> sent = libraries.form("/kk/near", "region=100000000&back=" + encode(back));

            assertEquals("/kk/", sent.headers().firstValue("Location").orElse(""), back);
        }
        assertEquals(
                400, libraries.form("/kk/near", "region=" + "9".repeat(10_000)).statusCode());
        HttpResponse<String> none = libraries.form("/kk/near", "library=none");
        assertEquals(400, none.statusCode());
        assertTrue(none.body().contains("«none» деген кітапхана табылмады"), none.body());
        assertEquals(405, libraries.get("/kk/near").statusCode());
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
        assertEquals(List.of("103200000"), places.findValuesAsText("code"));
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
