package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type and what they mean by it. */
final class UnderstandingTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open first
    private TestIndex index;

    @BeforeEach
    void open() throws Exception {
        index = new TestIndex(folder);
        index.put(
                new TestWork("tarih", "Қазақстан тарихы").by("Қозыбаев М."),
                new TestWork("abai", "Абай жолы").by("Әуезов, Мұхтар Омарханұлы"),
                new TestWork("put", "Путь Абая").by("Ауэзов М. О."),
                new TestWork("mektep", "Ауыл мектебі").page(7, "Мектептерімізде жаңа оқулық оқытыла бастады."),
                new TestWork("qan", "Қан мен тер").by("Нұрпейісов, Әбдіжәміл"),
                new TestWork("voina", "Война и мир").by("Толстой, Л. Н."),
                new TestWork("mir", "Мир и мы"),
                new TestWork("hamlet", "To be or not to be").by("Shakespeare, William"),
                new TestWork("history", "A Short History of the Steppe").described("Schools and their teachers"));
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Қазақстан тарихы, tarih",
        "казакстан тарихы, tarih",
        "qazaqstan tarihy, tarih",
        "Қазақстанның тарихын, tarih",
        "قازاقستان تاريحى, tarih",
        "rfpfrcnfy, tarih",
        "0fpf0cnfy, tarih",
        "казахстан, tarih",
        "Әуезов Абай жолы, abai",
        "Ауезов абай жолы, abai",
        "абай жолі, abai",
        "абай жолы әуезоф, abai",
        "мектептерімізде, mektep",
        "мектеп, mektep",
        "mektepterimizde, mektep",
        "Қан мен тер, qan",
        "кан мен тер, qan",
        "Война и мир, voina",
        "войны и мира, voina",
        "To be or not to be, hamlet",
        "teacher school history, history",
        "Оқулық қайда оқытыла бастады?, mektep"
    })
    void putsWhatWasMeantFirst(String typed, String expected) throws Exception {
        assertEquals(expected, index.found(typed).getFirst(), () -> typed);
    }

    @ParameterizedTest
    @CsvSource({
        "Әуезов М.",
        "М. Әуезов",
        "Ауэзов М.О.",
        "М.О. Ауэзов",
        "Auezov",
        "Мұхтар Әуезов",
        "Ауезов Мухтар",
        "M. Auezov"
    })
    void findsAPersonByInitialsOrInFullInAnyOrderAndScript(String typed) throws Exception {
        List<String> found = index.found(typed);

        assertTrue(
                found.subList(0, Math.min(2, found.size())).containsAll(List.of("abai", "put")), () -> typed + found);
    }

    @Test
    void needsBothOfTwoWords() throws Exception {
        assertEquals(List.of(), index.found("Абай шекспир"));
        assertEquals(List.of("voina"), index.found("война мир"));
    }

    @Test
    void marksWhatMatchedInAnotherForm() throws Exception {
        var hit = index.search("мектептер").hits().getFirst();

        assertEquals("Ауыл <mark>мектебі</mark>", hit.highlights().get("title"));
        var page = hit.page();
        assertTrue(page != null && page.passage().contains("<mark>Мектептерімізде</mark>"));
    }

    @Test
    void marksAWordThatIsOnlyLikeTheOneThatWasTyped() throws Exception {
        assertEquals(
                "Абай <mark>жолы</mark>",
                index.search("жолф").hits().getFirst().highlights().get("title"));
    }
}
