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
import java.util.List;
import java.util.stream.StreamSupport;
import kz.ortaq.server.web.PagesFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion and “did you mean” over a real server and a real index. */
final class SuggestApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // JUnit calls serve first
    private static PagesFixture library;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        library = new PagesFixture(folder);
        title("1", "Қазақстан тарихы", "kk");
        title("2", "История Казахстана : учебник для 7 класса", "ru");
        title("3", "History of the Steppe", "en");
        library.record("4", """
                <dc:title>Абай жолы</dc:title><dc:creator>Әуезов, Мұхтар</dc:creator><dc:language>kk</dc:language>""");
        library.record("5", """
                <dc:title>Қилы заман</dc:title><dc:creator>Әуезов, Мұхтар</dc:creator><dc:language>kk</dc:language>""");
        title("6", "Абайдың қара сөздері", "kk");
        title("7", "Порнография и закон", "ru");
        title("8", "Өзен жағасындағы сексеуіл", "kk");
        title("9", "Ночной роман (18+)", "ru");
        title("10", "Ночной поезд", "ru");
        title("11", "Отбасы -естелік кітабы", "kk");
        title("12", "Математика 5-сынып", "kk");
        title("13", "Математика 5 класс", "ru");
        library.document("14", "<dc:title>Дала</dc:title>", "Дала.pdf", "Бетпақдалада жусан мен бетеге өседі.");
        library.serve();
    }

    private static void title(String identifier, String title, String language) {
        library.record(identifier, "<dc:title>%s</dc:title><dc:language>%s</dc:language>".formatted(title, language));
    }

    @AfterAll
    static void close() throws Exception {
        library.close();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<String> suggested(String typed, String language) throws Exception {
        HttpResponse<String> answer =
                library.get("/api/v1/suggest?q=" + encoded(typed) + (language.isEmpty() ? "" : "&lang=" + language));
        assertEquals(200, answer.statusCode(), answer::body);
        JsonNode json = JSON.readTree(answer.body());
        assertEquals(typed.strip(), json.path("query").asText());
        return StreamSupport.stream(json.path("suggestions").spliterator(), false)
                .map(suggestion -> suggestion.path("text").asText())
                .toList();
    }

    private static JsonNode search(String typed) throws Exception {
        return JSON.readTree(library.get("/api/v1/search?q=" + encoded(typed)).body());
    }

    @ParameterizedTest
    @CsvSource({
        "қазақ, Қазақстан тарихы",
        "казакстан тар, Қазақстан тарихы",
        "qazaqst, Қазақстан тарихы",
        "rfpfrcn, Қазақстан тарихы",
        "'rfpfrcnfy nf', Қазақстан тарихы",
        "тарих, Қазақстан тарихы",
        "кахакст, Қазақстан тарихы",
        "истор, История Казахстана",
        "bcnjh, История Казахстана",
        "истроия, История Казахстана",
        "hist, History of the Steppe",
        "histroy of, History of the Steppe",
        "рыещкн, History of the Steppe",
        "ауез, 'Әуезов, Мұхтар'",
        "мухтар ау, 'Әуезов, Мұхтар'",
        "auez, 'Әуезов, Мұхтар'",
        "ауэхов, 'Әуезов, Мұхтар'",
    })
    void completesWhatIsTypedInWhateverSpelling(String typed, String wanted) throws Exception {
        List<String> suggested = suggested(typed, "");

        assertTrue(suggested.contains(wanted), typed + ": " + suggested);
    }

    @Test
    void putsWhatBeginsSoAndHasMoreWorksFirst() throws Exception {
        JsonNode suggestions = JSON.readTree(
                        library.get("/api/v1/suggest?q=" + encoded("әуез")).body())
                .path("suggestions");

        assertEquals(1, suggestions.size());
        assertEquals("author", suggestions.get(0).path("kind").asText());
        assertEquals(2, suggestions.get(0).path("works").asInt());
        assertEquals(List.of("Абай жолы", "Абайдың қара сөздері"), suggested("Абай", "kk"));
    }

    @Test
    void putsTheReadersLanguageFirstAmongEquals() throws Exception {
        assertEquals(List.of("Математика 5-сынып", "Математика 5 класс"), suggested("математ", "kk"));
        assertEquals(List.of("Математика 5 класс", "Математика 5-сынып"), suggested("математ", "ru"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"порно", "порн", "gjhyj", "porno", "ночной ром", "роман"})
    void suggestsNothingThatAChildShouldNotBeShown(String typed) throws Exception {
        assertEquals(List.of(), suggested(typed, "ru"));
    }

    @Test
    void suggestsInnocentWordsThatHaveAnotherInside() throws Exception {
        assertEquals(List.of("Өзен жағасындағы сексеуіл"), suggested("секс", "kk"));
        assertEquals(List.of("Ночной поезд"), suggested("ночной", "ru"));
        assertEquals(1, search("порнография").path("total").asInt(), "the search itself hides nothing");
    }

    @Test
    void givesOnlyWhatASearchFinds() throws Exception {
        for (String typed : List.of("аб", "қаз", "ма", "ист", "hi", "отб")) {
            for (String text : suggested(typed, "kk")) {
                assertTrue(search(text).path("total").asInt() > 0, text);
            }
        }
    }

    @Test
    void hasNothingForNothing() throws Exception {
        for (String typed : List.of("", " ", "а", "?!", "ыыыыыы", "-", "\"", "(", "*", "а".repeat(900), "😀😀")) {
            assertEquals(List.of(), suggested(typed, ""), typed);
        }
    }

    @Test
    void refusesALanguageThatItDoesNotSpeak() throws Exception {
        HttpResponse<String> answer = library.get("/api/v1/suggest?q=a&lang=de");

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("allowed: kk, ru, en"), answer.body());
        assertEquals(405, library.send("POST", "/api/v1/suggest").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "абай жлоы, абай жолы",
        "казакстон тарихы, Қазақстан тарихы",
        "истрия, История",
        "histroy steppe, History steppe",
        "rfpfrcnfy nfhb[s, Қазақстан тарихы",
        "жусон, жусан",
    })
    void saysWhatWasMeant(String typed, String meant) throws Exception {
        JsonNode result = search(typed);

        assertEquals(meant.toLowerCase(), result.path("didYouMean").asText().toLowerCase());
        assertTrue(search(result.path("didYouMean").asText()).path("total").asInt() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "абай жолы",
                "казакстан",
                "qazaqstan",
                "поезд",
                "steppe",
                "ыыыыыы",
                "",
                "порнографие",
                "\"абай жлоы\""
            })
    void saysNothingWhereAllIsRightOrNothingIsBetter(String typed) throws Exception {
        assertTrue(search(typed).path("didYouMean").isNull(), typed);
    }

    @Test
    void showsWhatWasMeantOnThePageInTheReadersLanguage() throws Exception {
        String kk = library.get("/kk/search?q=" + encoded("абай жлоы")).body();
        String en = library.get("/en/search?q=" + encoded("histroy")).body();

        assertTrue(kk.contains("Мүмкін, мынаны іздедіңіз бе:"), kk);
        assertTrue(kk.contains("href=\"/kk/search?q=" + encoded("абай жолы")), kk);
        assertTrue(en.contains("Did you mean:"), en);
        assertFalse(library.get("/ru/search?q=" + encoded("поезд")).body().contains("Возможно, вы искали"));
    }
}
