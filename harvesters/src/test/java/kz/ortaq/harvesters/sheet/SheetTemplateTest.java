package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.harvesters.sheet.TestSheets.Books;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SheetTemplateTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void givesNothingAndNoComplaintWhileItIsEmpty(Language language) throws Exception {
        Books books = TestSheets.read(template(language));

        assertEquals(List.of(), books.books);
        assertEquals(List.of(), books.problems);
        assertEquals(2, books.read.recognised());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void givesItsRecordsWhenItIsFilledIn(Language language) throws Exception {
        Map<String, List<String>> headings = headings(template(language));
        Map<String, TestSheets.Filling> filled = new LinkedHashMap<>();
        headings.forEach((name, row) -> filled.put(name, sheet -> {
            TestSheets.row(sheet, 1, row.toArray());
            TestSheets.row(
                    sheet, 2, row.stream().map(heading -> "value of " + heading).toArray());
        }));

        Books books = TestSheets.read(TestSheets.xlsx(folder, filled));

        assertEquals(2, books.books.size());
        for (Book book : books.books) {
            assertEquals("value of " + Headings.table().heading("title", language), book.value("title"));
            assertEquals("value of " + Headings.table().heading("creator", language), book.value("creator"));
            assertEquals("value of " + Headings.table().heading("language", language), book.value("language"));
            assertEquals("value of " + Headings.table().heading("date", language), book.value("date"));
        }
        assertTrue(books.books.getLast().fields().keySet().containsAll(List.of("grade", "copies", "subject")));
        assertTrue(books.books.getFirst().fields().keySet().containsAll(List.of("inventory", "received", "publisher")));
    }

    private Path template(Language language) throws Exception {
        Path file = folder.resolve("template.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            SheetTemplate.write(language, out);
        }
        return file;
    }

    /** The headings of the sheets that are to be filled in. */
    private static Map<String, List<String>> headings(Path template) throws Exception {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        TableFiles.open(template, "template.xlsx").orElseThrow().read(new RowSink() {
            private String name = "";

            @Override
            public void sheet(String sheet) {
                name = sheet;
            }

            @Override
            public void row(Row row) {
                if (row.number() == 1 && !Help.isOne(name)) {
                    headings.put(
                            name,
                            new ArrayList<>(row.cells().stream().map(Cell::text).toList()));
                }
            }

            @Override
            public void fault(kz.ortaq.config.Reason reason, String place, String value) {
                throw new AssertionError(reason + " " + place);
            }
        });
        return headings;
    }
}
