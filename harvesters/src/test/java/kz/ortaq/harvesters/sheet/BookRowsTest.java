package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.sheet.TestSheets.Books;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BookRowsTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheHeadingsBelowTitleRows() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "№5 орта мектеп кітапханасы;;;",
                "Инвентарлық кітап 2024 ж.;;;",
                ";;;",
                "Р/с;Инв. №;Атауы;Авторы",
                "1;2;3;4",
                "1;1045;Абай жолы;М. Әуезов");

        Books books = TestSheets.read(file);

        assertEquals(List.of("Абай жолы"), books.titles());
        assertEquals("row 6", books.books.getFirst().place());
        assertEquals("1045", books.books.getFirst().value("inventory"));
    }

    @Test
    void joinsHeadingsOfTwoRows() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "№", "Кітап туралы мәлімет", "", "", "Бағасы");
            TestSheets.row(sheet, 2, "", "Авторы", "Атауы", "Шығ. жылы", "");
            TestSheets.merge(sheet, 1, 1, 1, 3);
            TestSheets.merge(sheet, 1, 0, 2, 0);
            TestSheets.merge(sheet, 1, 4, 2, 4);
            TestSheets.row(sheet, 3, 1, "Абай", "Қара сөздер", 1993, 1200);
        });

        Book book = TestSheets.read(file).books.getFirst();

        assertEquals("Қара сөздер", book.value("title"));
        assertEquals("Абай", book.value("creator"));
        assertEquals("1993", book.value("date"));
        assertEquals("1200", book.value("price"));
        assertEquals("Абай", book.cells().get("Кітап туралы мәлімет Авторы"));
    }

    @Test
    void joinsHeadingsOfTwoRowsWithoutMergedCellsToo() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "№;Инв. №;Сведения о книге;;;Цена",
                ";;Автор;Название;Год;",
                "1;77;Абай;Слова назидания;1993;5");

        Book book = TestSheets.read(file).books.getFirst();

        assertEquals("77", book.value("inventory"));
        assertEquals("Слова назидания", book.value("title"));
        assertEquals("1993", book.value("date"));
    }

    @Test
    void passesOverTotalsBlankRowsAndRepeatedHeadings() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "№;Название;Автор;Кол-во экз.",
                "1;Алгебра;Шыныбеков;10",
                ";;;",
                "№;Название;Автор;Кол-во экз.",
                "2;Всего лишь человек;Иванов;1",
                ";Итого;;11",
                ";Барлығы: 2 атау;;11",
                "3;;;",
                "4;;;0",
                "Всего;;;11");

        Books books = TestSheets.read(file);

        assertEquals(List.of("Алгебра", "Всего лишь человек"), books.titles());
        assertEquals(List.of(), books.rejected);
        assertEquals(List.of(), books.problems);
    }

    @Test
    void passesOverTotalsThatEndInTheirWord() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "№;Атауы;Авторы;Саны",
                "1;Математика;Алдамұратова Т.;45",
                "5-сынып бойынша жиыны;;;45",
                "2;Балаларға керектің бәрі;;3",
                "Жалпы жиыны;;;48");

        Books books = TestSheets.read(file);

        assertEquals(List.of("Математика", "Балаларға керектің бәрі"), books.titles());
        assertEquals(List.of(), books.rejected);
    }

    @Test
    void saysThatLettersWereLostInACharsetWithoutThem() throws Exception {
        Path file = TestSheets.csv(folder, "Название;Автор", "?лпан;М?сірепов ?.", "Кто виноват?;Герцен А.И.");

        Books books = TestSheets.read(file);

        Problem problem = books.problems.getFirst();
        assertEquals(Reason.SHEET_LETTERS_LOST, problem.reason());
        assertEquals("row 2, column A", problem.place());
        assertEquals("2", problem.value());
        assertEquals(1, books.problems.size());
    }

    @Test
    void dividesAuthorsWhoHaveInitialsAndNoOthers() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "Оқулықтың атауы;Авторы",
                "Математика;Алдамұратова Т.А., Байшоланова Қ.С., Е. Байшоланов",
                "Алгебра;Абылкасымова А.Е., Кучер Т.П. и др.",
                "Абай жолы;Әуезов, Мұхтар",
                "Қара сөздер;Құнанбайұлы, А.");

        Books books = TestSheets.read(file);

        assertEquals(
                List.of("Алдамұратова Т.А.", "Байшоланова Қ.С.", "Е. Байшоланов"),
                books.books.getFirst().values("creator"));
        assertEquals(
                List.of("Абылкасымова А.Е.", "Кучер Т.П."), books.books.get(1).values("creator"));
        assertEquals(List.of("Әуезов, Мұхтар"), books.books.get(2).values("creator"));
        assertEquals(List.of("Құнанбайұлы, А."), books.books.get(3).values("creator"));
        assertEquals("Оқулықтың атауы", books.books.getFirst().value("title-heading"));
    }

    @Test
    void givesTheGradeOfASectionToItsRows() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "Атауы;Авторы;Саны",
                "5-сынып;;",
                "Математика;А;30",
                "6 класс (русский язык обучения);;",
                "Тарих;Б;25",
                "Көркем әдебиет;;",
                "Абай жолы;М. Әуезов;3");

        Books books = TestSheets.read(file);

        // «Көркем әдебиет» stands in the column of titles: it may be one.
        assertEquals(List.of("Математика", "Тарих", "Көркем әдебиет", "Абай жолы"), books.titles());
        assertEquals(List.of("5", "6"), books.all("grade").subList(0, 2));
    }

    @Test
    void endsASectionWhereAnotherKindOfSectionBegins() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "Название", "Автор", "Язык");
            TestSheets.row(sheet, 2, "11 класс");
            TestSheets.merge(sheet, 2, 0, 2, 2);
            TestSheets.row(sheet, 3, "Физика", "А", "русский");
            TestSheets.row(sheet, 4, "Художественная литература");
            TestSheets.merge(sheet, 4, 0, 4, 2);
            TestSheets.row(sheet, 5, "Путь Абая", "Ауэзов", "");
        });

        Books books = TestSheets.read(file);

        assertEquals(List.of("Физика", "Путь Абая"), books.titles());
        assertEquals(List.of("11", ""), books.all("grade"));
        assertEquals("Художественная литература", books.books.getLast().value("section"));
    }

    @Test
    void rejectsARowWithoutATitleAndNamesSheetRowAndColumn() throws Exception {
        Map<String, TestSheets.Filling> sheets = new LinkedHashMap<>();
        sheets.put("Қор", sheet -> {
            TestSheets.row(sheet, 1, "Авторы", "Атауы", "Жылы");
            TestSheets.row(sheet, 2, "М. Әуезов", "", 1942);
            TestSheets.row(sheet, 3, "Абай", "Қара сөз", 1993);
        });
        sheets.put("Лист2", sheet -> {});
        Path file = TestSheets.xlsx(folder, sheets);

        Books books = TestSheets.read(file);

        assertEquals(List.of("Қара сөз"), books.titles());
        assertEquals("Қор, row 2, column B", books.rejected.getFirst().problem().place());
        assertTrue(books.rejected.getFirst().payload().contains("М. Әуезов"));
    }

    @Test
    void keepsColumnsThatItDoesNotKnowAndSaysSo() throws Exception {
        Path file = TestSheets.csv(folder, "Title;Author;Donor of the book", "One;A;B. Smith");

        Books books = TestSheets.read(file);

        assertEquals("B. Smith", books.books.getFirst().cells().get("Donor of the book"));
        assertEquals(Severity.INFO, books.problem(Reason.SHEET_HEADING_UNKNOWN).severity());
        assertEquals("column C", books.problem(Reason.SHEET_HEADING_UNKNOWN).place());
    }

    @Test
    void guessesNothingWhereNoHeadingsAreKnown() throws Exception {
        Path file = TestSheets.csv(folder, "Абай жолы;М. Әуезов;1942", "Қара сөз;Абай;1993");

        Books books = TestSheets.read(file);

        assertEquals(List.of(), books.books);
        assertEquals(
                Severity.ERROR, books.problem(Reason.SHEET_WITHOUT_HEADINGS).severity());
        assertTrue(books.problems.getFirst().value().contains("Абай жолы"));
    }

    @Test
    void partsAuthorAndTitleWhereInitialsShowTheSeam() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "Инв. №;Автор и заглавие;Место и год издания",
                "1;Пушкин А.С. Капитанская дочка;Алматы, 2015",
                "2;М. Әуезов Абай жолы;Алматы: Жазушы, 1961 ж.",
                "3;Сказки народов мира;Москва");

        Books books = TestSheets.read(file);

        assertEquals(List.of("Капитанская дочка", "Абай жолы", "Сказки народов мира"), books.titles());
        assertEquals(List.of("Пушкин А.С.", "М. Әуезов", ""), books.all("creator"));
        assertEquals(List.of("2015", "1961", ""), books.all("date"));
        assertEquals("Алматы", books.books.getFirst().value("place"));
    }

    @Test
    void writesAPayloadThatNeitherRowsNorColumnsMove() throws Exception {
        Path one = TestSheets.csv(folder, "Атауы;Авторы;Саны", "Алгебра;А;5");
        Book first = TestSheets.read(one).books.getFirst();
        Path two = TestSheets.csv(folder, "Саны;Авторы;Атауы", ";;", "5;А;Алгебра");

        Book second = TestSheets.read(two).books.getFirst();

        assertEquals(
                "{\"copies\":[\"5\"],\"copies-note\":[\"Саны: 5\"],\"creator\":[\"А\"],\"title\":[\"Алгебра\"],"
                        + "\"cells\":{\"Авторы\":\"А\",\"Атауы\":\"Алгебра\",\"Саны\":\"5\"}}",
                first.payload());
        assertEquals(first.payload(), second.payload());
    }
}
