package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final String RUSSIAN = "В школьной библиотеке хранятся учебники и редкие книги. ";
    private final DocumentReader reader = new DocumentReader();

    @TempDir
    private Path folder;

    @Test
    void readsAFontThatThePdfDoesNotHold() throws Exception {
        Path file = pdf(new PDDocument(), new PDType1Font(Standard14Fonts.FontName.HELVETICA), "A plain page");

        assertEquals(List.of("A plain page"), texts(read(file)));
    }

    @Test
    void readsAPdfThatOpensWithoutAPassword() throws Exception {
        var document = new PDDocument();
        var policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
        document.protect(policy);

        Path file = pdf(document, SampleFiles.font(document), "Ашық бет");

        assertEquals(List.of("Ашық бет"), texts(read(file)));
    }

    @Test
    void takesNotesAlongWithTheirSlide() throws Exception {
        Path file = folder.resolve("notes.pptx");
        try (var show = new XMLSlideShow()) {
            for (String text : List.of("Бірінші", "Екінші")) {
                XSLFSlide slide = show.createSlide();
                slide.createTextBox().setText(text);
                show.getNotesSlide(slide).getPlaceholder(1).setText("ескерту: " + text);
            }
            show.write(Files.newOutputStream(file));
        }

        List<String> slides = texts(read(file));

        assertEquals(2, slides.size());
        assertTrue(slides.getFirst().startsWith("Бірінші") && slides.getFirst().contains("ескерту: Бірінші"));
        assertTrue(slides.getLast().startsWith("Екінші") && slides.getLast().contains("ескерту: Екінші"));
    }

    @Test
    void givesSlidesInTheOrderOfTheShow() throws Exception {
        List<String> texts = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> number + "-слайд")
                .toList();
        Path file = folder.resolve("many.pptx");
        try (var show = new XMLSlideShow()) {
            for (String text : texts) {
                show.createSlide().createTextBox().setText(text);
            }
            show.write(Files.newOutputStream(file));
        }

        assertEquals(texts, texts(read(file)));
    }

    @Test
    void readsTheTablesOfAWordDocument() throws Exception {
        Path file = folder.resolve("table.docx");
        try (var document = new XWPFDocument()) {
            document.createTable(1, 2).getRow(0).getCell(1).setText("ұяшық");
            document.write(Files.newOutputStream(file));
        }

        assertEquals(List.of("ұяшық"), texts(read(file)));
    }

    @Test
    void readsTheChaptersOfABookInTheOrderOfItsSpine() throws Exception {
        Path file = epub(Map.of());

        assertEquals(List.of("Бірінші тарау&", "Вторая глава"), texts(read(file)));
    }

    @Test
    void doesNotCallABookLockedWhoseFontsAloneAreScrambled() throws Exception {
        Path file = epub(Map.of("META-INF/encryption.xml", SampleFiles.encryption("font.otf")));

        Answer answer = read(file);

        assertEquals(2, answer.pages().size());
        assertTrue(answer.perhapsProblem().isEmpty());
    }

    @Test
    void callsABookLockedWhoseChaptersAreScrambled() throws Exception {
        Path file = epub(Map.of("META-INF/encryption.xml", SampleFiles.encryption("a.xhtml")));

        assertEquals("document-encrypted", code(read(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16LE", "KOI8-R"})
    void findsTheCharsetOfAText(String charset) throws Exception {
        String bom = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        Path file = write("text.txt", (bom + RUSSIAN.repeat(5)).getBytes(Charset.forName(charset)));

        assertEquals(List.of(RUSSIAN.repeat(5).strip()), texts(read(file)));
    }

    @Test
    void believesTheCharsetThatAPageDeclares() throws Exception {
        String page =
                "<html><head><meta charset='windows-1251'><title>т</title></head><body><p>Книга</p></body></html>";
        Path file = write("page.html", page.getBytes(Charset.forName("windows-1251")));

        assertEquals(List.of("Книга"), texts(read(file)));
    }

    @Test
    void marksNoPagesWhereAWebPageHappensToUseTheirNames() throws Exception {
        String page = "<html><body><div class='page'>бір</div><div class='page'>екі</div></body></html>";
        Path file = write("page.html", page.getBytes(StandardCharsets.UTF_8));

        assertEquals(1, read(file).pages().size());
    }

    @Test
    void cutsAtTheLimit() throws Exception {
        Path file = write("long.txt", RUSSIAN.repeat(10_000).getBytes(StandardCharsets.UTF_8));

        Answer answer = reader.read(new Request(file.toString(), "long.txt", 1_000));

        assertEquals(new Answer.Problem("document-cut", "1000"), answer.problem());
        assertEquals("ru", answer.language());
        assertTrue(answer.pages().getFirst().text().length() > 900);
    }

    @Test
    void saysOfAnEmptyFileThatItIsEmpty() throws Exception {
        assertEquals("document-empty", code(read(write("empty.docx", new byte[0]))));
    }

    @Test
    void saysOfATruncatedFileThatItIsBroken() throws Exception {
        var document = new PDDocument();
        byte[] whole = Files.readAllBytes(pdf(document, SampleFiles.font(document), "Мәтін"));
        Path file = write("half.pdf", Arrays.copyOf(whole, whole.length / 2));

        assertEquals("document-broken", code(read(file)));
    }

    @Test
    void saysOfALockedFileThatItIsLocked() throws Exception {
        var document = new PDDocument();
        document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));

        Path file = pdf(document, SampleFiles.font(document), "Құпия");

        assertEquals(new Answer.Problem("document-encrypted", ""), read(file).problem());
    }

    @Test
    void saysWhatAFileIsThatItDoesNotRead() throws Exception {
        Path file = write("archive.docx.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3});

        assertEquals(
                new Answer.Problem("document-unsupported", "application/gzip"),
                read(file).problem());
    }

    @Test
    void outlivesRandomDamage() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var document = new PDDocument();
        List<byte[]> originals = List.of(
                Files.readAllBytes(pdf(document, SampleFiles.font(document), "Мәтін")),
                Files.readAllBytes(epub(Map.of())));

        for (int round = 0; round < 40; round++) {
            byte[] damaged = originals.get(round % 2).clone();
            for (int at = 0; at < 20; at++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }

            Answer answer = read(write("damaged.bin", damaged));

            assertFalse(answer.pages().isEmpty() && answer.problem() == null, "seed " + seed);
        }
    }

    private Answer read(Path file) {
        return reader.read(new Request(file.toString(), file.getFileName().toString(), 100_000));
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

    private Path pdf(PDDocument document, PDFont font, String text) throws IOException {
        return SampleFiles.pdf(folder.resolve("document.pdf"), document, font, text);
    }

    private Path epub(Map<String, String> more) throws IOException {
        return SampleFiles.epub(folder.resolve("book.epub"), more);
    }
}
