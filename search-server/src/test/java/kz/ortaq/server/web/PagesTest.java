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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    private static final int LARGEST_PAGE = 100_000;
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls openLibrary first
    private PagesFixture library;

    @BeforeEach
    void openLibrary() throws Exception {
        library = new PagesFixture(folder);
    }

    @AfterEach
    void closeLibrary() throws Exception {
        library.close();
    }

    @Test
    void saysUntilWhenOneAppliesByTheClockOfKazakhstan() throws Exception {
        library.record("1", """
                <dc:title>Конкурс эссе</dc:title><dc:type>Конкурс</dc:type><dc:publisher>Облоно</dc:publisher>
                <dc:description>Заявки до 20.12.2026 18:00.</dc:description>""");
        library.serve();

        String found = library.get("/ru/search?q=" + encode("эссе")).body();
        String work = found.substring(found.indexOf("/ru/works/")).split("[\"?]", 2)[0];
        String page = library.get(work).body();

        assertTrue(page.contains("<dt>Заявки до</dt>") && page.contains("20.12.2026 18:00 (UTC+5)"), page);
        assertTrue(page.contains("<dt>Организатор</dt>"), page);
    }

    @Test
    void showsAHitWithItsFacetsInEachLanguage() throws Exception {
        library.record("1", """
                <dc:title>Абай жолы</dc:title><dc:creator>Әуезов, Мұхтар</dc:creator><dc:type>Кітап</dc:type>
                <dc:language>kk</dc:language><dc:date>1978</dc:date>""");
        library.record("2", """
                <dc:title>Путь Абая</dc:title><dc:title xml:lang="kk">Абай жолы</dc:title><dc:type>Учебник</dc:type>
                <dc:language>ru</dc:language><dc:date>1980</dc:date>""");
        library.serve();

        String kk = library.get("/kk/search?q=" + encode("абай")).body();
        String ru = library.get("/ru/search?q=" + encode("абай")).body();
        String en = library.get("/en/search?q=" + encode("абай")).body();

        assertTrue(kk.contains("<html lang=\"kk\">") && kk.contains("2 нәтиже") && kk.contains("1978 · қазақша"), kk);
        assertTrue(kk.contains("<mark>Абай</mark> жолы"), kk);
        assertTrue(kk.contains("Семей мектебінің кітапханасы"), kk);
        assertTrue(ru.contains("2 результата") && ru.contains("Учебник") && ru.contains("казахский"), ru);
        assertTrue(en.contains("2 results") && en.contains("Textbook") && en.contains("Semey school library"), en);
        assertTrue(en.contains("kind=textbook") && en.contains("language=kk") && en.contains("year=1978"), en);
        assertTrue(en.contains("lang=\"kk\"><mark>Абай</mark> жолы</a>"), en);
    }

    @Test
    void showsThePageOnWhichAWordStands() throws Exception {
        library.document(
                "1",
                "<dc:title>Домбыра шебері</dc:title>",
                "Сабақтар/Домбыра.pdf",
                "Кіріспе сөз.",
                "Шебер шанақты қарағайдан ойып жасайды. <script>alert(1)</script>");
        library.serve();

        String page = library.get("/kk/search?q=" + encode("шанақты")).body();

        assertTrue(page.contains("<b>2-бет</b>") && page.contains("Сабақтар/Домбыра.pdf"), page);
        assertTrue(page.contains("Шебер <mark>шанақты</mark> қарағайдан"), page);
        assertFalse(page.contains("<script>"), page);
    }

    @Test
    void offersToNarrowAndToTakeEachFilterBack() throws Exception {
        library.record("1", "<dc:title>Абай жолы</dc:title><dc:type>Кітап</dc:type><dc:language>kk</dc:language>");
        library.record("2", "<dc:title>Абай әлемі</dc:title><dc:type>Видео</dc:type><dc:language>kk</dc:language>");
        library.serve();

        String page = library.get("/en/search?q=" + encode("абай") + "&kind=video&language=kk")
                .body();

        assertTrue(page.contains("1 result ") || page.contains("1 result<"), page);
        assertTrue(page.contains("href=\"/en/search?q=" + encode("абай") + "&amp;language=kk\""), page);
        assertTrue(page.contains("href=\"/en/search?q=" + encode("абай") + "&amp;kind=video\""), page);
        assertTrue(page.contains("Remove:"), page);
    }

    @Test
    void keepsTheQuestionAndThePageWhenTheLanguageIsSwitched() throws Exception {
        for (int i = 0; i < 25; i++) {
            library.record("r" + i, "<dc:title>Абай " + i + "</dc:title><dc:language>kk</dc:language>");
        }
        library.serve();

        String page = library.get("/kk/search?q=" + encode("абай") + "&language=kk&page=2")
                .body();

        String query = "search?q=" + encode("абай") + "&amp;language=kk&amp;page=2\"";
        for (String language : LANGUAGES) {
            assertTrue(page.contains("hreflang=\"" + language + "\" href=\"/" + language + "/" + query), page);
            assertTrue(page.contains("href=\"/" + language + "/" + query + " lang=\"" + language + "\""), page);
        }
        assertTrue(page.contains("rel=\"prev\"") && page.contains("page=3"), page);
        assertTrue(page.contains("3 беттің 2-беті"), page);
    }

    @Test
    void goesOnByCursorWhereCountingEnds() throws Exception {
        for (int i = 0; i < 1_015; i++) {
            library.record("r" + i, "<dc:title>Абай " + i + "</dc:title>");
        }
        library.serve();

        String last =
                library.get("/en/search?q=" + encode("абай") + "&page=100").body();

        assertTrue(last.contains("rel=\"prev\" href=\"/en/search?q=" + encode("абай") + "&amp;page=99\""), last);
        assertTrue(last.contains("rel=\"next\" href=\"/en/search?q=" + encode("абай") + "&amp;cursor="), last);
    }

    @Test
    void showsAllThatIsKnownOfAWork() throws Exception {
        library.document("1", """
                <dc:title>Абай жолы</dc:title><dc:title xml:lang="ru">Путь Абая</dc:title>
                <dc:creator>Әуезов, Мұхтар</dc:creator><dc:subject>қазақ әдебиеті</dc:subject>
                <dc:description>Төрт томдық роман-эпопея</dc:description><dc:publisher>Жазушы</dc:publisher>
                <dc:date>1978</dc:date><dc:type>Кітап</dc:type><dc:language>kk</dc:language>
                <dc:identifier>ISBN 9965-33-412-9</dc:identifier>
                <dc:identifier>https://example.org/abai</dc:identifier><dc:rights>Ашық қолжетімділік</dc:rights>""", "abai.pdf", "Бірінші бет");
        library.serve();

        for (String language : LANGUAGES) {
            String page = library.get(library.work(language, "1")).body();

            for (String part : List.of(
                    "Абай жолы",
                    "Путь Абая",
                    "Әуезов, Мұхтар",
                    "Төрт томдық роман-эпопея",
                    "Жазушы",
                    "1978",
                    "ISBN 9789965334122",
                    "href=\"https://example.org/abai\"",
                    "semey:1",
                    "/" + language + "/search?q=" + encode("\"қазақ әдебиеті\""))) {
                assertTrue(page.contains(part), part + " is missing from " + page);
            }
            JsonNode described = jsonLd(page);
            assertEquals("Book", described.get("@type").asText());
            assertEquals("Абай жолы", described.get("name").asText());
            assertTrue(described.get("isAccessibleForFree").asBoolean());
        }
        String ru = library.get(library.work("ru", "1")).body();
        assertTrue(ru.contains("Текст ищется целиком") && ru.contains("<h1 lang=\"kk\">Абай жолы</h1>"), ru);
    }

    @Test
    void listsAnArticleUnderItsJournal() throws Exception {
        library.record("1", """
                <dc:title>Абайдың қара сөздері</dc:title><dc:type>мақала</dc:type><dc:rights>CC BY 4.0</dc:rights>
                <dc:source>// Мектептегі тіл. – 1999. – № 4. – Б. 12–15</dc:source>""");
        library.serve();
        String line = "Мектептегі тіл. – 1999. – № 4. – Б. 12–15";

        String results = library.get("/kk/search?q=" + encode("мектептегі тіл")).body();
        String work = library.get(library.work("kk", "1")).body();

        assertTrue(results.contains("// " + line), results);
        assertTrue(work.contains(line) && work.contains("CC-BY-4.0"), work);
        assertTrue(work.contains("/kk/search?q=" + encode("\"Мектептегі тіл\"")), work);
        assertEquals("Мектептегі тіл", jsonLd(work).get("isPartOf").asText());
    }

    @Test
    void neverLetsARecordOrAReaderWriteHtml() throws Exception {
        String script = "</script><script>alert('x')</script>";
        String escaped = script.replace("<", "&lt;");
        library.record(
                "1",
                "<dc:title>Hostile %1$s</dc:title><dc:creator>%1$s</dc:creator><dc:subject>%1$s</dc:subject>"
                                .formatted(escaped)
                        + "<dc:description>%1$s \" onload=alert(1)</dc:description>".formatted(escaped)
                        + "<dc:relation>javascript:alert(1)</dc:relation><dc:identifier>javascript:alert(2)</dc:identifier>"
                        + "<dc:rights>javascript:alert(3)</dc:rights><dc:rights>open access</dc:rights>");
        library.serve();

        String results = library.get("/en/search?q=" + encode("hostile -\"><script>x</script>"))
                .body();
        String work = library.get(library.work("en", "1")).body();

        assertTrue(results.contains("<mark>Hostile</mark>"), results);
        assertFalse(results.contains("<script>"), results);
        assertEquals(4, work.split("(?i)</?script", -1).length - 1, work);
        assertEquals("Hostile " + script, jsonLd(work).get("name").asText());
        for (String page : List.of(results, work)) {
            assertFalse(page.contains("href=\"javascript:"), page);
            assertFalse(page.matches("(?s).*<[a-z][^<>]*onload.*"), page);
        }
    }

    @Test
    void keepsEveryPageSmallWhateverIsAsked() throws Exception {
        String long1 = "ұзақ ".repeat(4_000);
        for (int i = 0; i < 20; i++) {
            library.document(
                    "r" + i,
                    "<dc:title>Ұзақ %1$s</dc:title><dc:creator>%1$s</dc:creator><dc:description>%1$s</dc:description>"
                            .formatted(long1)
                            .concat("<dc:date>" + (1950 + i) + "</dc:date>"),
                    long1,
                    long1.replace(' ', '-'));
        }
        library.serve();

        String usual = library.get("/kk/search?q=" + encode("ұзақ")).body();
        String hostile = library.get("/kk/search?q=" + encode("ұзақ ".repeat(200)) + "&kind=other".repeat(49))
                .body();
        String work = library.get(library.work("kk", "r1")).body();

        for (String page : List.of(usual, hostile, work)) {
            int bytes = page.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(bytes < LARGEST_PAGE, "a page of " + bytes + " bytes");
        }
    }

    @Test
    void advisesAReaderWhoFoundNothing() throws Exception {
        library.record("1", "<dc:title>Абай жолы</dc:title>");
        library.serve();

        String kk = library.get("/kk/search?q=xyzzy&kind=map").body();
        String ru = library.get("/ru/search?q=xyzzy").body();
        String beyond =
                library.get("/en/search?q=" + encode("абай") + "&page=7").body();

        assertTrue(kk.contains("Ештеңе табылмады") && kk.contains("Сүзгілерсіз іздеу"), kk);
        assertTrue(ru.contains("Ничего не нашлось") && ru.contains("опечатки"), ru);
        assertTrue(beyond.contains("There is no such page") && beyond.contains("Back to the first page"), beyond);
    }

    @Test
    void saysInTheReadersLanguageWhatIsMissingOrWrong() throws Exception {
        library.serve();

        HttpResponse<String> missing = library.get("/kk/works/w0");
        HttpResponse<String> wrong = library.get("/ru/search?q=a&page=no");
        HttpResponse<String> cursor = library.get("/en/search?q=a&cursor=no");

        assertEquals(404, missing.statusCode());
        assertTrue(missing.body().contains("Бұл материал табылмады"), missing.body());
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("ошибка") && wrong.body().contains("page: found “no”"), wrong.body());
        assertEquals(400, cursor.statusCode());
        assertTrue(cursor.body().contains("Ortaq never gave this mark"), cursor.body());
    }

    private static JsonNode jsonLd(String page) throws Exception {
        String start = "<script type=\"application/ld+json\">";
        int at = page.indexOf(start) + start.length();
        return new ObjectMapper().readTree(page.substring(at, page.indexOf("</script>", at)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
