package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.engine.query.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggestions follow the index. */
final class SuggestionsTest {

    @TempDir
    private Path folder;

    @Test
    void forgetsAWorkThatIsRemovedAndATitleThatIsChanged() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(
                    new TestWork("a", "Дала уәлаяты").by("Мұхамеджан Сейдалин"),
                    new TestWork("b", "Путь Абая"),
                    new TestWork("c", "History of the Steppe"));
            assertEquals(List.of("Дала уәлаяты"), suggested(index, "дал"));
            assertEquals("Путь Абая", index.search("Путть Абая").didYouMean());

            index.index().remove("a");
            index.put(new TestWork("b", "Слова назидания"), new TestWork("c", "Nomads of the Steppe"));

            assertEquals(List.of(), suggested(index, "дал"));
            assertEquals(List.of(), suggested(index, "мухамед"));
            assertEquals(List.of(), suggested(index, "hist"));
            assertEquals(List.of("Nomads of the Steppe"), suggested(index, "step"));
            assertEquals("", index.search("Путть Абая").didYouMean());
        }
    }

    @Test
    void putsWhatMoreLibrariesHaveFirst() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(
                    new TestWork("a", "Алгебра 7").at("semey"),
                    new TestWork("b", "Алгебра 8").at("semey", "almaty", "oral"));

            assertEquals(List.of("Алгебра 8", "Алгебра 7"), suggested(index, "алге"));
        }
    }

    private static List<String> suggested(TestIndex index, String typed) throws IOException {
        return index.index().suggest(typed, "kk", 8).stream()
                .map(Suggestion::text)
                .toList();
    }
}
