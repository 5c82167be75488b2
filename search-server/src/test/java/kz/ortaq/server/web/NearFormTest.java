package kz.ortaq.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a reader says where they are, is remembered and forgotten, without a script. */
final class NearFormTest {

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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
