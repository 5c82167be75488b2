package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.ortaq.config.Reason;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets written for a test, and what is read of them. */
final class TestSheets {

    static final int LONGEST = 500_000;

    private TestSheets() {}

    /** Everything that a file gave. */
    static final class Books implements BookSink {

        final List<Book> books = new ArrayList<>();
        final List<HarvestPage.Rejected> rejected = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();
        Sheets.Read read = new Sheets.Read("", "", 0, false);

        @Override
        public void book(Book book) {
            books.add(book);
        }

        @Override
        public void rejected(HarvestPage.Rejected row, String inventory) {
            rejected.add(row);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        List<String> titles() {
            return all("title");
        }

        List<String> all(String field) {
            return books.stream().map(book -> book.value(field)).toList();
        }

        List<Reason> reasons() {
            return problems.stream().map(Problem::reason).distinct().toList();
        }

        Problem problem(Reason reason) {
            return problems.stream()
                    .filter(problem -> problem.reason() == reason)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(reason + " is not among " + problems));
        }
    }

    static Books read(Path file) throws InterruptedException {
        Books books = new Books();
        Optional<Sheets.Read> read = Sheets.read(file, String.valueOf(file.getFileName()), "", LONGEST, books);
        books.read = read.orElseThrow(() -> new AssertionError("no sheet: " + file));
        return books;
    }

    static Path csv(Path folder, String... lines) throws IOException {
        return text(folder.resolve("кітаптар.csv"), StandardCharsets.UTF_8, lines);
    }

    static Path text(Path file, Charset charset, String... lines) throws IOException {
        return Files.write(file, (String.join("\r\n", lines) + "\r\n").getBytes(charset));
    }

    /** Fills one sheet of a workbook. */
    interface Filling {
        void fill(Worksheet sheet);
    }

    static Path xlsx(Path folder, Filling filling) throws IOException {
        return xlsx(folder, Map.of("Лист1", filling));
    }

    static Path xlsx(Path folder, Map<String, Filling> sheets) throws IOException {
        Path file = folder.resolve("кітаптар.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "test", null);
            for (Map.Entry<String, Filling> sheet : sheets.entrySet()) {
                Worksheet worksheet = workbook.newWorksheet(sheet.getKey());
                sheet.getValue().fill(worksheet);
                worksheet.finish();
            }
            workbook.finish();
        }
        return file;
    }

    /** Writes texts, or numbers, into a row counted from 1. */
    static void row(Worksheet sheet, int number, Object... values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Number value) {
                sheet.value(number - 1, column, value);
            } else if (!values[column].equals("")) {
                sheet.value(number - 1, column, String.valueOf(values[column]));
            }
        }
    }

    static void merge(Worksheet sheet, int top, int left, int bottom, int right) {
        sheet.range(top - 1, left, bottom - 1, right).merge();
    }

    /** A packed file of plain parts, as a program that is not to be trusted may write it. */
    static Path packed(Path file, Map<String, String> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** The least that makes a workbook of one sheet. */
    static Map<String, String> parts(String sheet, String strings) {
        return Map.of(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/worksheets/sheet1.xml",
                sheet,
                "xl/sharedStrings.xml",
                strings);
    }
}
