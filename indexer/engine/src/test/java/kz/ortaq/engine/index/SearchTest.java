package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.SearchResult.FacetValue;
import kz.ortaq.engine.query.SearchResult.PageHit;
import kz.ortaq.records.ResourceKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds, and how it shows it. */
final class SearchTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open first
    private TestIndex index;

    @BeforeEach
    void open() throws Exception {
        index = new TestIndex(folder);
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private void putFour() throws Exception {
        index.put(
                new TestWork("abai", "Абай жолы")
                        .by("Әуезов, Мұхтар")
                        .in("kk")
                        .from(1942)
                        .at("semey", "almaty"),
                new TestWork("put", "Путь Абая").by("Ауэзов М.").in("ru").from(1978),
                new TestWork("steppe", "The Steppe and Abai")
                        .in("en")
                        .from(1999)
                        .of(ResourceKind.ARTICLE)
                        .readable("library"),
                new TestWork("undated", "Қара сөздер").by("Абай Құнанбайұлы").in("kk"));
    }

    @Test
    void findsAWordInEveryPart() throws Exception {
        index.put(
                new TestWork("title", "Дала туралы"),
                new TestWork("contributor", "а").by("Дала баспасы"),
                new TestWork("subject", "б").about("дала"),
                new TestWork("description", "в").described("Дала туралы кітап"),
                new TestWork("text", "г").page(3, "Кең дала"));

        List<String> found = index.found("ДАЛА");

        assertEquals(Set.of("title", "contributor", "subject", "description", "text"), Set.copyOf(found));
        assertEquals("text", found.getLast());
        assertEquals("title", found.getFirst());
    }

    @Test
    void findsKazakhTypedWithoutKazakhLettersAndPutsTheExactFormFirst() throws Exception {
        index.put(
                new TestWork("kk", "Қазақстан тарихы"),
                new TestWork("ru", "Казакстан тарихы"),
                new TestWork("en", "History of Kazakhstan"));

        assertEquals(List.of("ru", "kk"), index.found("казакстан"));
        assertEquals(List.of("kk", "ru"), index.found("Қазақстан"));
        assertEquals(List.of("ru", "kk"), index.found("\"казакстан тарихы\""));
    }

    @Test
    void findsAPhraseOnlyWhereItsWordsStandTogether() throws Exception {
        index.put(
                new TestWork("together", "Қазақ хандығы"),
                new TestWork("apart", "Қазақ және басқа хандығы"),
                new TestWork("page", "Оқулық").page(4, "Онда қазақ хандығы құрылды."));

        assertEquals(List.of("together", "page"), index.found("«қазақ хандығы»"));
    }

    @Test
    void leavesOutWhatIsNotWanted() throws Exception {
        putFour();

        assertEquals(Set.of("put", "steppe", "undated"), Set.copyOf(index.found("-жолы")));
        assertEquals(Set.of("undated", "steppe"), Set.copyOf(index.found("Абай -жолы")));
        assertEquals(
                List.of("abai", "put", "steppe", "undated"),
                index.found("").stream().sorted().toList());
    }

    @Test
    void wantsBothOfTwoWordsAndMostOfMore() throws Exception {
        index.put(
                new TestWork("all", "алма өрік шие жүзім"),
                new TestWork("three", "алма өрік шие"),
                new TestWork("one", "алма"));

        assertEquals(
                List.of("all", "three"),
                index.found("алма өрік").stream().sorted().toList());
        assertEquals(List.of("all", "three"), index.found("алма өрік шие жүзім"));
    }

    @Test
    void countsTheValuesOfWhatWasFound() throws Exception {
        putFour();

        Map<Facet, List<FacetValue>> facets = index.search("").facets();

        assertEquals(
                List.of(new FacetValue("kk", 2), new FacetValue("en", 1), new FacetValue("ru", 1)),
                facets.get(Facet.LANGUAGE));
        assertEquals(List.of(new FacetValue("book", 3), new FacetValue("article", 1)), facets.get(Facet.KIND));
        assertEquals(List.of(new FacetValue("semey", 4), new FacetValue("almaty", 1)), facets.get(Facet.LIBRARY));
        assertEquals(List.of(new FacetValue("open", 3), new FacetValue("library", 1)), facets.get(Facet.ACCESS));
        assertEquals(
                List.of(new FacetValue("1942", 1), new FacetValue("1978", 1), new FacetValue("1999", 1)),
                facets.get(Facet.YEAR));
        assertEquals(
                List.of(new FacetValue("ru", 1)), index.search("Путь").facets().get(Facet.LANGUAGE));
    }

    @ParameterizedTest
    @CsvSource({
        "language, kk, abai undated",
        "language, kk ru, abai put undated",
        "language, KK, ''",
        "kind, article, steppe",
        "library, almaty, abai",
        "access, library, steppe",
        "year, 1978, put",
        "year, 1978 1999, put steppe",
        "year, 1942-1978, abai put",
        "year, -1978, abai put",
        "year, 1979-, steppe",
        "year, -1942 1999-, abai steppe",
        "year, 1999-1942, ''",
        "year, -, abai put steppe",
        "year, 99999, ''",
        "year, абай, ''"
    })
    void narrowsByFilters(String facet, String values, String expected) throws Exception {
        putFour();

        List<String> found = index.found("", Facet.of(facet).orElseThrow(), values.split(" "));

        assertEquals(expected, String.join(" ", found.stream().sorted().toList()));
    }

    @Test
    void narrowsByTwoFacetsTogether() throws Exception {
        putFour();

        SearchResult result = index.search("", Map.of(Facet.LANGUAGE, List.of("kk"), Facet.YEAR, List.of("1900-")));

        assertEquals(List.of("abai"), TestIndex.ids(result));
        assertEquals(1, result.total());
    }

    @Test
    void showsThePageOnWhichTheWordsStandBest() throws Exception {
        index.put(new TestWork("w1", "Оқулық")
                .page(1, "Кіріспе. Мазмұны.")
                .page(41, "Алдымен хандық туралы сөз болады.")
                .page(42, "Онда қазақ хандығы құрылды. Басқа сөйлем."));

        PageHit page = index.search("казак хандыгы").hits().getFirst().page();

        assertEquals(
                new PageHit(
                        "Кітап/w1.pdf",
                        "0a",
                        "application/pdf",
                        42,
                        "page",
                        "",
                        true,
                        "Онда <mark>қазақ</mark> <mark>хандығы</mark> құрылды."),
                trimmed(page));
    }

    @Test
    void showsNoPageWhereTheWordsStandInTheTitleAlone() throws Exception {
        index.put(new TestWork("w1", "Абай жолы").page(1, "Кіріспе"));

        assertNull(index.search("Абай").hits().getFirst().page());
        assertNull(index.search("").hits().getFirst().page());
    }

    @Test
    void escapesHostileTextsInEveryHighlight() throws Exception {
        String hostile = "Абай <script>alert('1')</script> & <img src=x onerror=\"a\">";
        index.put(new TestWork("w1", hostile)
                .by(hostile)
                .about(hostile)
                .described(hostile)
                .page(1, hostile));

        SearchResult.Hit hit = index.search("абай script").hits().getFirst();

        assertEquals(
                Set.of("title", "contributors", "subjects", "description"),
                hit.highlights().keySet());
        for (String html : hit.highlights().values()) {
            assertSafe(html);
        }
        PageHit page = hit.page();
        assertTrue(page != null);
        assertSafe(page.passage());
    }

    @Test
    void marksWordsTypedWithoutKazakhLetters() throws Exception {
        index.put(new TestWork("w1", "Қазақстан тарихы").by("Әуезов, Мұхтар"));

        SearchResult.Hit hit = index.search("казакстан ауезов").hits().getFirst();

        assertEquals(
                Map.of("title", "<mark>Қазақстан</mark> тарихы", "contributors", "<mark>Әуезов</mark>, Мұхтар"),
                hit.highlights());
    }

    @ParameterizedTest
    @ValueSource(strings = {"а*", "[a TO z]", "/.*(a+)+$/", "абай~9", "title:\"", "\\", "абай AND NOT", "😀", "\uD83D"})
    void readsNoQueryLanguage(String typed) throws Exception {
        putFour();

        assertTrue(index.search(typed).complete());
    }

    @Test
    void searchesForAnyWords() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        putFour();
        String letters = "абайқазақ жолы \"«»-, 1😀\u0301\u200D";

        for (int round = 0; round < 500; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(500); i > 0; i--) {
                typed.append(letters.charAt(random.nextInt(letters.length())));
            }

            assertTrue(index.search(typed.toString()).total() <= 4, () -> "seed " + seed);
        }
    }

    private static void assertSafe(String html) {
        assertTrue(html.contains("<mark>Абай</mark>"), html);
        assertFalse(html.replaceAll("</?mark>", "").matches("(?s).*[<>\"].*"), html);
    }

    private static PageHit trimmed(@Nullable PageHit page) {
        if (page == null) {
            throw new AssertionError("no page was found");
        }
        return new PageHit(
                page.document(),
                page.hash(),
                page.mediaType(),
                page.number(),
                page.kind(),
                page.label(),
                page.open(),
                page.passage().strip());
    }
}
