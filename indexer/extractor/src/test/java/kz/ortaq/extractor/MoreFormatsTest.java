package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.ortaq.extractor.program.OutsideProgram;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoreFormatsTest {

    private static final String FB2 = """
            <?xml version="1.0" encoding="%s"?>
            <FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description>
            <title-info><genre>prose</genre><author><first-name>Мұхтар</first-name><last-name>Әуезов</last-name></author>
            <author><nickname>Құнанбай</nickname></author><book-title>Абай жолы</book-title><annotation><p>Роман.</p>
            <p>Эпопея.</p></annotation><keywords>роман, тарих</keywords><date value="1942-01-01">1942</date><lang>kk</lang>
            <sequence name="Таңдамалы" number="2"/></title-info>
            <document-info><author><nickname>scanner</nickname></author><date>2010</date></document-info>
            <publish-info><publisher>Жазушы</publisher><year>1989</year><isbn>978-601-00-0000-0</isbn></publish-info>
            </description><body><title><p>Абай жолы</p></title>
            <section><title><p>Бірінші</p><p>кітап</p></title><section><title><p>Қайтқанда</p></title>
            <p>Үш&nbsp;күндік жол.</p><section><p>Жалғасы.</p></section></section></section>
            <section><p>Тараусыз &lt;мәтін&gt;.</p></section></body>
            <body name="notes"><section id="n1"><title><p>1</p></title><p>Түсінік.</p></section></body>
            <binary id="c.jpg">QUJD</binary></FictionBook>""";
    private static final String UTF_8 = FB2.formatted("utf-8");

    private final DocumentReader reader = new DocumentReader();

    @TempDir
    private Path folder;

    @Test
    void readsTheSectionsOfAFictionBookAsChapters() throws Exception {
        Answer answer = read(write("book.fb2", UTF_8.getBytes(StandardCharsets.UTF_8)));

        assertEquals(List.of("Бірінші кітап", "Қайтқанда", "", "notes"), labels(answer));
        assertEquals("Абай жолы\n\nБірінші\nкітап", answer.pages().getFirst().text());
        assertTrue(answer.pages().get(1).text().contains("Үш күндік жол.\n"), answer.pages()::toString);
        assertTrue(answer.pages().get(1).text().endsWith("Жалғасы."), answer.pages()::toString);
        assertEquals("Тараусыз <мәтін>.", answer.pages().get(2).text());
        assertEquals("chapter", answer.pages().getFirst().kind());
        assertEquals("kk", answer.language());
    }

    @Test
    void readsWhatAFictionBookSaysOfItself() throws Exception {
        Map<String, List<String>> said =
                read(write("book.fb2", UTF_8.getBytes(StandardCharsets.UTF_8))).metadata();

        assertEquals(List.of("Абай жолы"), said.get("title"));
        assertEquals(List.of("Әуезов, Мұхтар", "Құнанбай"), said.get("author"));
        assertEquals(List.of("kk"), said.get("language"));
        assertEquals(List.of("1942-01-01"), said.get("created"));
        assertEquals(List.of("isbn:978-601-00-0000-0"), said.get("identifier"));
        assertEquals(List.of("Таңдамалы ; 2"), said.get("series"));
        assertEquals(List.of("Жазушы"), said.get("publisher"));
        assertEquals(List.of("1989"), said.get("published"));
        assertEquals(List.of("роман", "тарих"), said.get("subject"));
        assertEquals(List.of("Роман.\n\nЭпопея."), said.get("description"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "UTF-16LE", "UTF-16BE"})
    void readsAFictionBookInTheCharsetItDeclares(String charset) throws Exception {
        String book = FB2.formatted(charset).replaceAll("[ҰұҚқҒғӘәҢңӨөҮүҺһІі]", "и");
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";

        Answer answer = read(write("book.fb2", (mark + book).getBytes(Charset.forName(charset))));

        assertEquals(List.of("Абай жолы"), answer.metadata().get("title"));
    }

    @Test
    void believesTheBytesOfAFictionBookBeforeItsDeclaration() throws Exception {
        byte[] book = FB2.formatted("windows-1251").getBytes(StandardCharsets.UTF_8);

        assertEquals(
                List.of("Абай жолы"), read(write("book.fb2", book)).metadata().get("title"));
    }

    @Test
    void keepsWhatABrokenFictionBookHasBeforeItsBreak() throws Exception {
        String half = UTF_8.substring(0, UTF_8.indexOf("Жалғасы"));

        Answer answer = read(write("book.fb2", half.getBytes(StandardCharsets.UTF_8)));

        assertEquals("document-broken", code(answer));
        assertTrue(answer.pages().getLast().text().contains("Үш күндік"), answer.pages()::toString);
    }

    @Test
    void answersForAPackedFictionBookLikeForTheBookItself() throws Exception {
        Path file = zip("book.fb2.zip", Map.of("book.fb2", UTF_8.getBytes(StandardCharsets.UTF_8)));

        Answer answer = read(file);

        assertEquals("application/x-fictionbook+xml", answer.mediaType());
        assertEquals(List.of("Абай жолы"), answer.metadata().get("title"));
        assertEquals("Бірінші кітап", answer.pages().getFirst().label());
    }

    @Test
    void readsTheDocumentsOfAnArchiveUnderTheirNames() throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("Қазақша/мәтін.txt", "Бірінші құжат".getBytes(StandardCharsets.UTF_8));
        members.put("cover.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        members.put("__MACOSX/._x.txt", "rubbish".getBytes(StandardCharsets.UTF_8));
        members.put(
                "inner.zip",
                packed(Map.of(
                        "a.html",
                        "<html><body><p>Вложенный документ</p></body></html>".getBytes(StandardCharsets.UTF_8))));

        Answer answer = read(zip("all.zip", members));

        assertEquals(List.of("Қазақша/мәтін.txt", "inner.zip"), labels(answer));
        assertEquals(List.of("Бірінші құжат", "Вложенный документ"), texts(answer));
        assertTrue(answer.perhapsProblem().isEmpty(), answer::toString);
    }

    @Test
    void readsNamesOfOldArchivesInCyrillic() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("IBM866"))) {
            for (String name : List.of("Книга.txt", "Ещё.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("мәтін".getBytes(StandardCharsets.UTF_8));
            }
        }

        assertEquals(List.of("Книга.txt", "Ещё.txt"), labels(read(write("old.zip", bytes.toByteArray()))));
    }

    @Test
    void doesNotFollowArchivesInArchivesForEver() throws Exception {
        byte[] inner = packed(Map.of("text.txt", "терең".getBytes(StandardCharsets.UTF_8)));
        for (int level = 0; level < 6; level++) {
            inner = packed(Map.of("inner.zip", inner));
        }

        assertEquals("document-archive-bound", code(read(write("deep.zip", inner))));
    }

    @Test
    void stopsAtAMemberThatGrowsBeyondMeasure() throws Exception {
        byte[] zeros = packed(Map.of("zeros.txt", new byte[64 << 20]));

        Answer answer = read(write("bomb.zip", zeros));

        assertEquals("document-archive-bound", code(answer));
        assertTrue(answer.pages().isEmpty());
    }

    @Test
    void saysOfAnArchiveWithoutDocumentsThatItHasNone() throws Exception {
        Path file = zip("pictures.zip", Map.of("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}));

        assertEquals("document-unsupported", code(read(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void readsTheSheetsOfAWorkbookWithTheirNames(String ending) throws Exception {
        Path file = folder.resolve("book." + ending);
        try (Workbook workbook = ending.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            for (String name : List.of("Қазақша", "Русский")) {
                workbook.createSheet(name).createRow(0).createCell(0).setCellValue("Ұяшық " + name);
            }
            workbook.write(out);
        }

        Answer answer = read(file);

        assertEquals(List.of("Қазақша", "Русский"), labels(answer));
        assertEquals("sheet", answer.pages().getLast().kind());
        assertTrue(answer.pages().getLast().text().contains("Ұяшық Русский"));
    }

    @Test
    void readsTheSlidesOfAnOldShow() throws Exception {
        Path file = folder.resolve("show.ppt");
        try (var show = new HSLFSlideShow();
                var out = Files.newOutputStream(file)) {
            for (String text : List.of("Бірінші", "Вторая", "Third")) {
                show.createSlide().createTextBox().setText(text);
            }
            show.write(out);
        }

        Answer answer = read(file);

        assertEquals(List.of("Бірінші", "Вторая", "Third"), texts(answer));
        assertEquals("slide", answer.pages().getFirst().kind());
    }

    @Test
    void readsTheSlidesAndSheetsOfOpenDocument() throws Exception {
        String text = "<text:p>Бірінші</text:p>";
        Answer show = read(openDocument(
                "presentation",
                "<draw:page><draw:frame><draw:text-box>" + text
                        + "</draw:text-box></draw:frame></draw:page><draw:page><draw:frame><draw:text-box>"
                        + text + "</draw:text-box></draw:frame></draw:page>"));
        Answer sheets = read(openDocument(
                "spreadsheet",
                ("<table:table table:name='a'><table:table-row><table:table-cell>" + text
                                + "</table:table-cell></table:table-row></table:table>")
                        .repeat(2)));

        assertEquals(
                List.of("slide", "slide"),
                show.pages().stream().map(Answer.Page::kind).toList());
        assertEquals(List.of("Бірінші", "Бірінші"), texts(show));
        assertEquals(
                List.of("sheet", "sheet"),
                sheets.pages().stream().map(Answer.Page::kind).toList());
    }

    @Test
    void readsThePagesOfADjvuBookByTheirNumbers() throws Exception {
        boolean installed = OutsideProgram.isInstalled("djvused") && OutsideProgram.isInstalled("cjb2");
        assertTrue(installed || !"true".equals(System.getenv("CI")), "djvulibre-bin is not installed");
        assumeTrue(installed, "djvulibre-bin is not installed: apt-get install djvulibre-bin");

        Answer answer = read(SampleDjvu.book(folder, List.of("Бірінші бет", "", "Третья страница")));

        assertEquals(List.of("Бірінші бет", "", "Третья страница"), texts(answer));
        assertEquals(List.of("Қазақ \"кітабы\""), answer.metadata().get("title"));
        assertFalse(answer.perhapsProblem().isPresent(), answer::toString);
    }

    private Answer read(Path file) {
        return reader.read(new Request(file.toString(), file.getFileName().toString(), 100_000));
    }

    private static List<String> labels(Answer answer) {
        return answer.pages().stream().map(Answer.Page::label).toList();
    }

    private static List<String> texts(Answer answer) {
        return answer.pages().stream().map(Answer.Page::text).toList();
    }

    private static String code(Answer answer) {
        return answer.perhapsProblem().map(Answer.Problem::code).orElse("none");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path zip(String name, Map<String, byte[]> members) throws IOException {
        return write(name, packed(members));
    }

    private static byte[] packed(Map<String, byte[]> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private Path openDocument(String kind, String content) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("mimetype", ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII));
        String names = "urn:oasis:names:tc:opendocument:xmlns:";
        String document = "<office:document-content xmlns:office='" + names + "office:1.0' xmlns:text='" + names
                + "text:1.0' xmlns:draw='" + names + "drawing:1.0' xmlns:table='" + names + "table:1.0'><office:body>"
                + "<office:" + kind + ">" + content + "</office:" + kind + "></office:body></office:document-content>";
        members.put("content.xml", document.getBytes(StandardCharsets.UTF_8));
        return zip(kind, members);
    }
}
