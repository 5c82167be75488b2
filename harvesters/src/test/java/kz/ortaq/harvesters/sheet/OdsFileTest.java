package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.sheet.TestSheets.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OdsFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsASheetOfLibreOffice() throws Exception {
        Path file = ods(sheet("Парақ1", new Object[][] {
            {"Инвентарлық кітап", null, null, null},
            {"Атауы", "Авторы", "Шыққан жылы", "Түскен күні"},
            {"Абай жолы", "М. Әуезов", 1942.0, LocalDate.of(2020, 9, 1)},
            {null, null, null, null},
            {"Степные рассказы", "Иванов П.", 1998.0, null}
        }));

        Books books = TestSheets.read(file);

        assertEquals("ods", books.read.format());
        assertEquals(List.of("Абай жолы", "Степные рассказы"), books.titles());
        assertEquals(List.of("1942", "1998"), books.all("date"));
        assertEquals("01.09.2020", books.books.getFirst().value("received"));
        assertEquals("row 5", books.books.getLast().place());
    }

    @Test
    void givesAMergedCellToEachOfItsRows() throws Exception {
        Sheet sheet = sheet(
                "Оқулықтар",
                new Object[][] {{"Сынып", "Атауы"}, {"5", "Математика"}, {null, "Тарих"}, {"6", "Әдебиет"}});
        sheet.getRange(1, 0, 2, 1).merge();
        Path file = ods(sheet);

        Books books = TestSheets.read(file);

        assertEquals(List.of("5", "5", "6"), books.all("grade"));
    }

    @Test
    void countsRepeatedRowsAndEndsAtAMillionBlankOnes() throws Exception {
        Path file = content("<table:table-row><table:table-cell><text:p>Title</text:p></table:table-cell>"
                + "<table:table-cell><text:p>Grade</text:p></table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated='3'><table:table-cell "
                + "table:number-columns-repeated='16384'/></table:table-row>"
                + "<table:table-row table:number-rows-repeated='2'><table:table-cell><text:p>Кітап<text:s/>бір"
                + "</text:p><office:annotation><text:p>ескерту</text:p></office:annotation></table:table-cell>"
                + "</table:table-row>"
                + "<table:table-row table:number-rows-repeated='1048570'><table:table-cell/></table:table-row>");

        Books books = TestSheets.read(file);

        assertEquals(List.of("Кітап бір", "Кітап бір"), books.titles());
        assertEquals("row 6", books.books.getLast().place());
    }

    @Test
    void endsWithinItsBoundsWhereFewElementsStandForMillionsOfCells() throws Exception {
        Path file = content("<table:table-row><table:table-cell><text:p>Title</text:p></table:table-cell>"
                + "<table:table-cell><text:p>Grade</text:p></table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
                + "table:number-columns-repeated='1000'><text:p>x</text:p></table:table-cell></table:table-row>");

        Books books = TestSheets.read(file);

        assertTrue(
                books.reasons().contains(Reason.SHEET_TOO_LARGE),
                books.reasons().toString());
    }

    @Test
    void saysThatAPasswordIsNeeded() throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("content.xml", "?");
        parts.put("META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>");
        Path file = TestSheets.packed(folder.resolve("a.ods"), parts);

        Books books = TestSheets.read(file);

        assertEquals(List.of(Reason.DOCUMENT_ENCRYPTED), books.reasons());
    }

    private Path content(String rows) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put(
                "content.xml",
                "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>"
                        + "<office:spreadsheet><table:table table:name='А'>" + rows
                        + "</table:table></office:spreadsheet></office:body></office:document-content>");
        return TestSheets.packed(folder.resolve("a.ods"), parts);
    }

    private Path ods(Sheet sheet) throws Exception {
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(sheet);
        Path file = folder.resolve("кітаптар.ods");
        book.save(file.toFile());
        return file;
    }

    private static Sheet sheet(String name, Object[][] values) {
        Sheet sheet = new Sheet(name, values.length, values[0].length);
        sheet.getDataRange()
                .setValues(java.util.Arrays.stream(values)
                        .flatMap(java.util.Arrays::stream)
                        .toArray());
        return sheet;
    }
}
