package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.sheet.TestSheets.Books;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxFileTest {

    private static final String ROW =
            "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>Автор</t></is></c></row>";

    @TempDir
    private Path folder;

    @Test
    void showsNumbersAndDatesAsAPersonSeesThem() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "Атауы", "Жылы", "ISBN", "Инв. №", "Түскен күні");
            TestSheets.row(sheet, 2, "Алгебра", 1998.0, 9786010000000.0, 123);
            sheet.style(1, 3).format("000000").set();
            sheet.value(1, 4, LocalDate.of(2021, 9, 1));
            sheet.style(1, 4).format("yyyy-MM-dd").set();
        });

        Book book = TestSheets.read(file).books.getFirst();

        assertEquals("1998", book.value("date"));
        assertEquals("9786010000000", book.value("isbn"));
        assertEquals("000123", book.value("inventory"));
        assertEquals("01.09.2021", book.value("received"));
    }

    @Test
    void readsAYearThatExcelTurnedIntoADay() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "Название", "Год издания");
            TestSheets.row(sheet, 2, "Физика", 1998);
            sheet.style(1, 1).format("dd.mm.yyyy").set();
        });

        Books books = TestSheets.read(file);

        assertEquals("1998", books.books.getFirst().value("date"));
        assertEquals(
                "20.06.1905 → 1998", books.problem(Reason.SHEET_VALUE_MENDED).value());
        assertEquals("row 2, column B", books.problem(Reason.SHEET_VALUE_MENDED).place());
    }

    @Test
    void givesAMergedCellToEachOfItsRows() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "Сынып", "Атауы", "Авторы");
            TestSheets.row(sheet, 2, "5", "Математика", "А");
            TestSheets.row(sheet, 3, "", "Тарих", "Б");
            TestSheets.row(sheet, 4, "", "Биология", "В");
            TestSheets.row(sheet, 5, "6", "География", "Г");
            TestSheets.merge(sheet, 2, 0, 4, 0);
        });

        Books books = TestSheets.read(file);

        assertEquals(List.of("5", "5", "5", "6"), books.all("grade"));
    }

    @Test
    void namesTheSheetWhereThereAreSeveralAndPassesOverHiddenOnes() throws Exception {
        Map<String, TestSheets.Filling> sheets = new LinkedHashMap<>();
        sheets.put("5 сынып", sheet -> {
            TestSheets.row(sheet, 1, "Атауы", "Авторы");
            TestSheets.row(sheet, 2, "Математика", "А");
        });
        sheets.put("Орысша", sheet -> {
            TestSheets.row(sheet, 1, "Название", "Автор");
            TestSheets.row(sheet, 2, "Физика", "Б");
        });
        sheets.put("құпия", sheet -> {
            sheet.setVisibilityState(VisibilityState.HIDDEN);
            TestSheets.row(sheet, 1, "Атауы", "Авторы");
            TestSheets.row(sheet, 2, "Жасырын", "В");
        });
        Path file = TestSheets.xlsx(folder, sheets);

        Books books = TestSheets.read(file);

        assertEquals(
                List.of("5 сынып, row 2", "Орысша, row 2"),
                books.books.stream().map(Book::place).toList());
        assertEquals("5", books.books.getFirst().value("grade"));
        assertEquals("ru", books.books.getLast().value("language"));
        assertEquals("құпия", books.problem(Reason.SHEET_HIDDEN).value());
    }

    @Test
    void asksToSaveTheOldFormatAnew() throws Exception {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        Path file = Files.write(folder.resolve("кітаптар.xls"), old);

        Books books = TestSheets.read(file);

        assertEquals(List.of(Reason.SHEET_OLD_FORMAT), books.reasons());
        assertFalse(books.read.whole());
    }

    @Test
    void tellsALockedWorkbookFromAnOldOne() throws Exception {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] locked = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, locked, 0, 4);
        System.arraycopy(name, 0, locked, 512, name.length);
        Path file = Files.write(folder.resolve("кітаптар.xlsx"), locked);

        Books books = TestSheets.read(file);

        assertEquals(List.of(Reason.DOCUMENT_ENCRYPTED), books.reasons());
    }

    @Test
    void expandsNoEntitiesOfItsOwn() throws Exception {
        String laughs = "<!DOCTYPE sst [<!ENTITY a 'ха'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><sst><si><t>&c;</t></si></sst>";
        Path file = TestSheets.packed(
                folder.resolve("a.xlsx"), TestSheets.parts("<worksheet>" + ROW + "</worksheet>", laughs));

        Books books = TestSheets.read(file);

        assertTrue(books.books.isEmpty());
        assertTrue(books.reasons().contains(Reason.SHEET_BROKEN), books.problems.toString());
    }

    @Test
    void readsNoFileThatAnEntityNames() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "құпия");
        String strings = "<!DOCTYPE sst [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><sst><si><t>&x;</t></si></sst>";
        Path file = TestSheets.packed(
                folder.resolve("a.xlsx"), TestSheets.parts("<worksheet>" + ROW + "</worksheet>", strings));

        Books books = TestSheets.read(file);

        assertFalse(books.problems.toString().contains("құпия"));
        assertTrue(books.books.isEmpty());
    }

    @Test
    void stopsAtSharedTextsThatWouldFillTheMemory() throws Exception {
        String strings = "<sst>" + ("<si><t>" + "a".repeat(90_000) + "</t></si>").repeat(250) + "</sst>";
        Path file = TestSheets.packed(
                folder.resolve("a.xlsx"), TestSheets.parts("<worksheet>" + ROW + "</worksheet>", strings));

        Books books = TestSheets.read(file);

        assertTrue(books.reasons().contains(Reason.SHEET_TOO_LARGE), books.problems.toString());
        assertFalse(books.read.whole());
    }

    @Test
    void stopsAtAPartThatUnpacksIntoTooMuch() throws Exception {
        Path file = bomb();

        Books books = TestSheets.read(file);

        assertTrue(Files.size(file) < 2_000_000);
        assertEquals(List.of("Кітап"), books.titles());
        assertTrue(books.reasons().contains(Reason.SHEET_TOO_LARGE), books.problems.toString());
    }

    @Test
    void keepsTheRowsBeforeADamage() throws Exception {
        String sheet = "<worksheet><sheetData>"
                + "<row><c t='inlineStr'><is><t>Title</t></is></c><c t='inlineStr'><is><t>Author</t></is></c></row>"
                + "<row><c t='inlineStr'><is><t>One</t></is></c><c t='inlineStr'><is><t>A</t></is></c></row><row><c>";
        Path file = TestSheets.packed(folder.resolve("a.xlsx"), TestSheets.parts(sheet, "<sst/>"));

        Books books = TestSheets.read(file);

        assertFalse(books.read.whole());
        assertEquals(List.of("One"), books.titles());
        assertTrue(books.reasons().contains(Reason.SHEET_BROKEN), books.problems.toString());
    }

    @Test
    void looksAtNoMoreColumnsThanItsBound() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "Title", "Author");
            TestSheets.row(sheet, 2, "One", "A");
            sheet.value(1, 5_000, "far away");
        });

        Books books = TestSheets.read(file);

        assertEquals(List.of("One"), books.titles());
        assertEquals("row 2", books.problem(Reason.SHEET_TOO_WIDE).place());
    }

    @Test
    void takesAFormulasErrorForAnEmptyCell() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "Атауы", "Авторы");
            TestSheets.row(sheet, 2, "Алгебра", "#REF!");
        });

        Books books = TestSheets.read(file);

        assertEquals(List.of(), books.books.getFirst().values("creator"));
        assertEquals("row 2, column B", books.problem(Reason.SHEET_CELL_FAULT).place());
    }

    /** Rows, and behind them more spaces than a sheet may have, in a file of half a megabyte. */
    private Path bomb() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        Map<String, String> parts = new LinkedHashMap<>(TestSheets.parts("", "<sst/>"));
        parts.remove("xl/worksheets/sheet1.xml");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<worksheet><sheetData>"
                            + "<row><c t='inlineStr'><is><t>Атауы</t></is></c><c t='inlineStr'><is><t>Тілі</t></is></c></row>"
                            + "<row><c t='inlineStr'><is><t>Кітап</t></is></c></row></sheetData>")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 520; i++) {
                zip.write(spaces);
            }
        }
        return file;
    }
}
