package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.sheet.TestSheets.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvFileTest {

    private static final String[] RUSSIAN = {
        "Название;Автор;Год издания",
        "Степные рассказы о жизни и природе;Иванов Пётр;1998",
        "Евгений Онегин, роман в стихах;Пушкин А. С.;2015",
        "Объявление о сборе учебников;;2020"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "windows-1251, windows-1251",
        "IBM866, cp866",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE"
    })
    void recognisesTheCharsetOfARussianList(String written, String told) throws Exception {
        Path file = TestSheets.text(folder.resolve("список.csv"), Charset.forName(written), RUSSIAN);

        Books books = TestSheets.read(file);

        assertEquals(told, books.read.charset());
        assertEquals("Степные рассказы о жизни и природе", books.titles().getFirst());
        assertEquals("Иванов Пётр", books.books.getFirst().value("creator"));
    }

    @Test
    void recognisesWesternLetters() throws Exception {
        Path file = TestSheets.text(
                folder.resolve("liste.csv"),
                Charset.forName("windows-1252"),
                "Title,Author",
                "Père Goriot,Honoré de Balzac",
                "Über die Steppe,Jürgen Müller");

        Books books = TestSheets.read(file);

        assertEquals("windows-1252", books.read.charset());
        assertEquals(List.of("Père Goriot", "Über die Steppe"), books.titles());
    }

    @Test
    void readsTheKazakhCharsetOfTheNineties() throws Exception {
        byte[] bytes = ("Атауы;Авторы\r\n" + "\u040Cазаќ ертегілері;Ђ. \u040Cожа\r\n")
                .replace("Ђ", "Ј")
                .getBytes(Charset.forName("windows-1251"));
        Path file = Files.write(folder.resolve("ескі.csv"), bytes);

        Books books = TestSheets.read(file);

        assertEquals("KZ-1048", books.read.charset());
        assertEquals(List.of("Қазақ ертегілері"), books.titles());
        assertEquals("Ә. Қожа", books.books.getFirst().value("creator"));
    }

    @Test
    void readsUtf8WithAFewWrongBytesAndSaysSo() throws Exception {
        byte[] bytes =
                ("Атауы;Авторы\nАбай жолы;М. Әуезов\nҚара сөздер;Абай Құнанбайұлы#\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("a.csv"), bytes);

        Books books = TestSheets.read(file);

        assertEquals(List.of("Абай жолы", "Қара сөздер"), books.titles());
        assertEquals("UTF-8", books.problem(Reason.SHEET_CHARSET_MENDED).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void recognisesTheSeparator(String separator) throws Exception {
        Path file = TestSheets.csv(
                folder,
                String.join(separator, "Атауы", "Авторы", "Жылы"),
                String.join(separator, "\"Абай, Қожа; және | басқалар\"", "М. Әуезов", "1942"),
                String.join(separator, "Қыз Жібек", "халық ауыз әдебиеті", "1988"));

        Books books = TestSheets.read(file);

        assertEquals(List.of("Абай, Қожа; және | басқалар", "Қыз Жібек"), books.titles());
        assertEquals(List.of("1942", "1988"), books.all("date"));
    }

    @Test
    void obeysTheLineInWhichExcelNamesTheSeparator() throws Exception {
        Path file = TestSheets.csv(folder, "sep=;", "Атауы;Авторы", "Бір, екі, үш;А, Б, В");

        Books books = TestSheets.read(file);

        assertEquals(List.of("Бір, екі, үш"), books.titles());
        assertEquals("row 3", books.books.getFirst().place());
    }

    @Test
    void readsOnWhereTheLineNamesAQuoteOrNothingAsTheSeparator() throws Exception {
        for (String line : List.of("sep=\"", "sep=")) {
            Books books = TestSheets.read(TestSheets.csv(folder, line, "Атауы;Авторы", "Абай жолы;М. Әуезов"));

            assertEquals(List.of("Абай жолы"), books.titles(), line);
        }
    }

    @Test
    void keepsACellOfSeveralLinesWhole() throws Exception {
        Path file = TestSheets.csv(folder, "Title,Author,Note", "A,B,\"one", "two\"", "C,D,", "\"E", "F\",G,");

        Books books = TestSheets.read(file);

        assertEquals(List.of("A", "C", "E F"), books.titles());
        assertEquals("one\ntwo", books.books.getFirst().cells().get("Note"));
        assertEquals("row 3", books.books.get(1).place());
    }

    @Test
    void letsABrokenQuoteCostItsOwnRowAlone() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "Название;Автор;Год",
                "\"Мектеп» баспасы;А;2001",
                "Абай жолы;Б;2002",
                "ООО \"Алматы\" кітап;В;2003",
                "\"Ақ кеме\" повесть;Г;2004",
                "Соңғы \"жол;Д;2005");

        Books books = TestSheets.read(file);

        assertEquals(List.of("2001", "2002", "2003", "2004", "2005"), books.all("date"));
        assertEquals("\"Мектеп» баспасы", books.titles().getFirst());
        assertEquals("row 2", books.problem(Reason.SHEET_QUOTES).place());
    }

    @Test
    void doesNotLetAQuoteThatIsNeverClosedSwallowALargeFile() throws Exception {
        List<String> lines = new ArrayList<>(List.of("Title\tAuthor", "\"Open\tA"));
        for (int i = 0; i < 5_000; i++) {
            lines.add("Book " + i + "\tAuthor");
        }
        Path file = TestSheets.text(folder.resolve("a.tsv"), StandardCharsets.UTF_8, lines.toArray(String[]::new));

        Books books = TestSheets.read(file);

        assertEquals(5_001, books.books.size());
        assertEquals("tsv", books.read.format());
    }

    @Test
    void endsWithinItsBoundsOnALineWithoutEnd() throws Exception {
        Path file = TestSheets.csv(folder, "Title,Author", "x".repeat(3_000_000) + ",A", "B,C");

        Books books = TestSheets.read(file);

        assertEquals(List.of("B"), books.titles());
        assertEquals(
                Reason.RECORD_TOO_LARGE, books.rejected.getFirst().problem().reason());
        assertTrue(books.reasons().contains(Reason.FIELD_TOO_LONG));
    }

    @Test
    void readsNumbersAsAPersonMeantThem() throws Exception {
        Path file = TestSheets.csv(
                folder,
                "Атауы;Жылы;ISBN;Саны",
                "Алгебра;2015.0;9,78601E+12;25,0",
                "Геометрия;2016;9.786010000000E+12;3");

        Books books = TestSheets.read(file);

        assertEquals(List.of("2015", "2016"), books.all("date"));
        assertEquals(List.of("", "9786010000000"), books.all("isbn"));
        assertEquals("25", books.books.getFirst().value("copies"));
        assertEquals("row 2, column C", books.problem(Reason.SHEET_NUMBER_LOST).place());
    }

    @Test
    void takesNoOtherTextForASheet() throws Exception {
        Path prose = TestSheets.text(
                folder.resolve("a.txt"), StandardCharsets.UTF_8, "Абай, Қожа", "мәтін, сөз, жол", "бір");
        Path page = TestSheets.text(folder.resolve("b.html"), StandardCharsets.UTF_8, "<html>;a", "b;c");

        assertTrue(Sheets.read(prose, "a.txt", "", 1_000, new Books()).isEmpty());
        assertTrue(Sheets.read(page, "b.html", "", 1_000, new Books()).isEmpty());
    }
}
