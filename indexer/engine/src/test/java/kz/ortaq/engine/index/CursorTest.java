package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.ortaq.engine.query.SearchResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walking through a long result list. */
final class CursorTest {

    private static final int WORKS = 250;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open first
    private TestIndex index;

    private interface Between {
        void happens(int page) throws Exception;
    }

    @BeforeEach
    void open() throws Exception {
        index = new TestIndex(folder);
        for (int i = 0; i < WORKS; i++) {
            // Every third has a word twice, so that scores differ, and many are the same.
            index.index().put(new TestWork("w%03d".formatted(i), "Абай жолы " + (i % 3 == 0 ? "Абай" : "")).built());
        }
        index.index().refresh();
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private List<String> walk(String typed, int size, Between between) throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 1; page == 1 || !cursor.isEmpty(); page++) {
            SearchResult result = index.page(typed, Map.of(), size, cursor);
            seen.addAll(TestIndex.ids(result));
            assertTrue(page <= 2 * WORKS, "the walk has no end");
            cursor = result.next();
            between.happens(page);
        }
        return seen;
    }

    private static List<String> all() {
        return IntStream.range(0, WORKS).mapToObj("w%03d"::formatted).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 100})
    void visitsEveryWorkExactlyOnce(int size) throws Exception {
        List<String> seen = walk("Абай", size, page -> {});

        assertEquals(all(), seen.stream().sorted().toList());
    }

    @Test
    void visitsEveryWorkInTheOrderOfTheWholeList() throws Exception {
        List<String> byCursor = walk("Абай жолы", 20, page -> {});

        List<String> whole = new ArrayList<>();
        whole.addAll(TestIndex.ids(index.page("Абай жолы", Map.of(), WORKS + 10, "")));
        assertEquals(whole, byCursor);
    }

    @Test
    void saysTheSameTotalOnEveryPage() throws Exception {
        SearchResult first = index.page("Абай", Map.of(), 100, "");
        SearchResult second = index.page("Абай", Map.of(), 100, first.next());
        SearchResult last = index.page("Абай", Map.of(), 100, second.next());

        assertEquals(List.of(250L, 250L, 250L), List.of(first.total(), second.total(), last.total()));
        assertEquals("", last.next());
        assertEquals(50, last.hits().size());
        assertEquals(first.facets(), last.facets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Абай", "Абай жолы"})
    void visitsEveryWorkExactlyOnceWhileOthersAreAdded(String typed) throws Exception {
        List<String> seen = walk(typed, 20, page -> {
            if (page <= 8) {
                // Works that fit and works that do not: both change how much a word counts.
                index.put(
                        new TestWork("a" + page, "Абай жолы " + page),
                        new TestWork("x" + page, "Қан мен тер " + page),
                        new TestWork("y" + page, "Ақ кеме " + page));
            }
        });

        List<String> old = seen.stream().filter(id -> id.startsWith("w")).toList();
        assertEquals(seen.size(), new HashSet<>(seen).size(), "a work came twice");
        assertEquals(all(), old.stream().sorted().toList());
    }

    @Test
    void goesOnBehindAWorkThatIsRemoved() throws Exception {
        SearchResult first = index.page("Абай", Map.of(), 10, "");
        index.index().remove(TestIndex.ids(first).getLast());
        index.index().refresh();

        SearchResult second = index.page("Абай", Map.of(), 10, first.next());

        assertEquals(10, second.hits().size());
        assertTrue(TestIndex.ids(second).stream().noneMatch(TestIndex.ids(first)::contains));
    }

    @Test
    void goesOnAfterTheIndexWasOpenedAgain() throws Exception {
        SearchResult first = index.page("Абай", Map.of(), 100, "");
        index.index().commit();
        index.close();
        index = new TestIndex(folder);

        SearchResult second = index.page("Абай", Map.of(), 100, first.next());
        SearchResult third = index.page("Абай", Map.of(), 100, second.next());

        List<String> seen = new ArrayList<>();
        List.of(first, second, third).forEach(page -> seen.addAll(TestIndex.ids(page)));
        assertEquals(all(), seen.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "абай", "AAAA", "not base64!", "====", "AAAAAAAAAAAAAAAA", "%00"})
    void refusesACursorThatIsNone(String cursor) {
        assertThrows(IllegalArgumentException.class, () -> index.page("Абай", Map.of(), 10, cursor));
    }

    @Test
    void refusesACursorThatIsTooLong() {
        assertThrows(IllegalArgumentException.class, () -> index.page("", Map.of(), 10, "A".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -0f})
    void standsACursorThatWasTamperedWith(float score) throws Exception {
        String cursor = new Cursor(-1, score, "w001").write();

        assertTrue(index.page("Абай", Map.of(), 10, cursor).hits().size() <= 10);
    }
}
