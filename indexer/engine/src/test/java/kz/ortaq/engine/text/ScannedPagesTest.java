package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScannedPagesTest {

    private static final boolean FULL = Boolean.getBoolean("ortaq.full");
    private static final int PAGES = FULL ? 10 : 2;
    // Pages take as long as they are full.
    private static final int LINES = FULL ? Integer.MAX_VALUE : 14;
    private static final double RIGHT = 0.95;

    private final long seed = Long.getLong("ortaq.seed", System.nanoTime());
    private final TextExtractor extractor = TestExtractors.generous(1);

    @TempDir
    private Path folder;

    @BeforeEach
    void need() {
        SystemPrograms.needTesseract();
    }

    @AfterAll
    void close() {
        extractor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dejavu/DejaVuSans.ttf, ''",
        "dejavu/DejaVuSerif.ttf, ''",
        "dejavu/DejaVuSans.ttf, Textbooks of all kinds: www.example.org",
        "dejavu/DejaVuSerif.ttf, Textbooks of all kinds: www.example.org",
    })
    void readsScansThatLieAskewWithOrWithoutAWatermarkOverThem(String font, String watermark) throws Exception {
        List<PrintedPages.Page> printed = print(font, PAGES, 1);
        Path file = PrintedPages.pdf(folder.resolve("scans.pdf"), printed, watermark);

        Extraction extraction = extractor.extract(file, "сканер.pdf");

        assertEquals("kk", extraction.text().language());
        assertRead(printed, extraction);
    }

    @Test
    void readsPagesWhoseOwnTextIsNonsense() throws Exception {
        List<PrintedPages.Page> printed = print("dejavu/DejaVuSerif.ttf", 1, 0);
        String nonsense = "hidden:" + "qzxkj wvbnp ktrxz mnqwb hjklz xcvbq ".repeat(12);

        assertRead(printed, extractor.extract(PrintedPages.pdf(folder.resolve("n.pdf"), printed, nonsense), "n.pdf"));
    }

    @Test
    void keepsTheTextOfAScanThatWasReadBefore() throws Exception {
        List<PrintedPages.Page> printed = print("dejavu/DejaVuSerif.ttf", 1, 0);
        String text = "hidden:" + "The winter was long and the snow lay until the middle of March. ".repeat(6);

        Extraction extraction = extractor.extract(PrintedPages.pdf(folder.resolve("t.pdf"), printed, text), "t.pdf");

        assertEquals("text", extraction.text().pages().getFirst().how());
        assertTrue(extraction.text().pages().getFirst().text().contains("middle of March"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tiff"})
    void readsAPictureOfAPage(String format) throws Exception {
        List<PrintedPages.Page> printed = print("dejavu/DejaVuSans.ttf", 1, 0.4);
        Path file = folder.resolve("бет." + format);
        assertTrue(ImageIO.write(printed.getFirst().image(), format, file.toFile()));

        assertRead(printed, extractor.extract(file, "бет." + format));
    }

    @Test
    void readsDjvuThatHasNoText() throws Exception {
        String encoder = SystemPrograms.needDjvulibre("c44");
        List<PrintedPages.Page> printed = print("dejavu/DejaVuSerif.ttf", 1, 1);
        Path jpeg = Files.write(
                folder.resolve("page.jpg"), PrintedPages.jpeg(printed.getFirst().image()));
        Path file = folder.resolve("кітап.djvu");
        Process process = new ProcessBuilder(encoder, "-dpi", "150", jpeg.toString(), file.toString())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());

        assertRead(printed, extractor.extract(file, "кітап.djvu"));
    }

    @Test
    void readsAsManyPagesAsAreAllowedAndSaysThatThereAreMore() throws Exception {
        List<PrintedPages.Page> printed = print("dejavu/DejaVuSans.ttf", 2, 0);
        Path file = PrintedPages.pdf(folder.resolve("scans.pdf"), printed, "");
        var oneOnly = new Settings.Extract(1, TestExtractors.MEGABYTES, 60, 1_000_000, "", 1, 60, 600);

        try (TextExtractor bounded = TestExtractors.with(oneOnly)) {
            Extraction extraction = bounded.extract(file, "scans.pdf");

            Problem problem = extraction.problem().orElseThrow();
            assertEquals(Reason.DOCUMENT_OCR_UNFINISHED, problem.reason());
            assertEquals("1 / 2", problem.value());
            assertEquals(
                    List.of("ocr", "none"),
                    extraction.text().pages().stream().map(FullText.Page::how).toList());
        }
    }

    @Test
    void saysThatPagesNeedTesseractWhereItIsNot() throws Exception {
        List<PrintedPages.Page> printed = print("dejavu/DejaVuSans.ttf", 2, 0);
        Path file = PrintedPages.pdf(folder.resolve("scans.pdf"), printed, "www.example.org");

        try (TextExtractor without = TestExtractors.with(withTesseract(folder.resolve("nowhere")))) {
            Extraction extraction = without.extract(file, "scans.pdf");

            Problem problem = extraction.problem().orElseThrow();
            assertEquals(Reason.DOCUMENT_NEEDS_OCR, problem.reason());
            assertEquals("2 / 2", problem.value());
            assertEquals(0, extraction.text().pages().getFirst().quality());
        }
    }

    @Test
    void aTesseractThatHangsCostsItsPagesAlone() throws Exception {
        List<PrintedPages.Page> printed = print("dejavu/DejaVuSans.ttf", 1, 0);
        Path file = PrintedPages.pdf(folder.resolve("scans.pdf"), printed, "A line of text");
        Path hanging = Files.writeString(folder.resolve("tesseract"), """
                #!/bin/sh
                [ "$1" = --list-langs ] && echo kaz && exit 0
                while :; do :; done
                """);
        Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (TextExtractor bounded = TestExtractors.with(withTesseract(hanging))) {
            Extraction extraction = bounded.extract(file, "scans.pdf");
            Extraction after = bounded.extract(TestExtractors.document("three.docx"), "three.docx");

            assertEquals("A line of text", extraction.text().pages().getFirst().text());
            assertEquals("text", extraction.text().pages().getFirst().how());
            assertTrue(after.problem().isEmpty());
        }
    }

    @Test
    void whatAnArchiveOfScansCameToOutlivesItsProcess() throws Exception {
        Path one = PrintedPages.pdf(folder.resolve("1.pdf"), print("dejavu/DejaVuSans.ttf", 1, 0), "The first");
        Path two = PrintedPages.pdf(folder.resolve("2.pdf"), print("dejavu/DejaVuSans.ttf", 1, 0), "The second");
        Path archive = folder.resolve("scans.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Path file : List.of(one, two)) {
                zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, zip);
            }
        }
        // Reads the first page, and kills the process with the second.
        Path deadly = Files.writeString(folder.resolve("tesseract"), """
                #!/bin/sh
                [ "$1" = --list-langs ] && echo kaz && exit 0
                cat > /dev/null
                [ -e "$TMPDIR/once" ] && kill -9 $PPID
                echo > "$TMPDIR/once"
                """);
        Files.setPosixFilePermissions(deadly, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (TextExtractor bounded = TestExtractors.with(withTesseract(deadly))) {
            Extraction extraction = bounded.extract(archive, "scans.zip");

            assertEquals(
                    Reason.DOCUMENT_BROKEN, extraction.problem().orElseThrow().reason());
            assertEquals("application/zip", extraction.text().mediaType());
            assertEquals(
                    List.of("1.pdf 1 The first", "2.pdf 1 The second"),
                    extraction.text().pages().stream()
                            .map(page -> page.label() + " " + page.number() + " " + page.text())
                            .toList());
        }
    }

    private static Settings.Extract withTesseract(Path tesseract) {
        return new Settings.Extract(1, TestExtractors.MEGABYTES, 60, 1_000_000, tesseract.toString(), 10, 3, 20);
    }

    private List<PrintedPages.Page> print(String font, int pages, double degrees) throws Exception {
        var random = new Random(seed);
        var printer = new PrintedPages(SystemPrograms.needFont(font), degrees);
        List<PrintedPages.Page> printed = new ArrayList<>();
        for (int number = 0; number < pages; number++) {
            printed.add(printer.page(random, LINES));
        }
        return printed;
    }

    private void assertRead(List<PrintedPages.Page> printed, Extraction extraction) {
        assertTrue(extraction.problem().isEmpty(), () -> String.valueOf(extraction.problem()));
        List<FullText.Page> pages = extraction.text().pages();
        assertEquals(printed.size(), pages.size());
        double sum = 0;
        for (FullText.Page page : pages) {
            assertEquals("ocr", page.how());
            assertTrue(page.quality() > 0.8 && page.quality() <= 1, () -> "quality " + page.quality());
            sum += Words.right(printed.get(page.number() - 1).text(), page.text());
        }
        double share = sum / printed.size();
        assertTrue(share >= RIGHT, () -> "seed " + seed + ": only " + share + " of the words are right");
        System.out.printf("%d pages of scans: %.4f of the words are right%n", printed.size(), share);
    }
}
