package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.ortaq.records.FullText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannedPagesTest {

    private static final int PAGES = Boolean.getBoolean("ortaq.full") ? 10 : 2;
    private static final double RIGHT = 0.95;
    private static final String WATERMARK = "Textbooks of all kinds: www.example.org";

    @TempDir
    private Path folder;

    @BeforeEach
    void need() {
        SystemPrograms.needTesseract();
    }

    @ParameterizedTest
    @CsvSource({
        "dejavu/DejaVuSans.ttf, ''",
        "dejavu/DejaVuSerif.ttf, ''",
        "dejavu/DejaVuSans.ttf, " + WATERMARK,
        "dejavu/DejaVuSerif.ttf, " + WATERMARK,
    })
    void readsScansThatLieAskewWithOrWithoutAWatermarkOverThem(String font, String watermark) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var printer = new PrintedPages(SystemPrograms.needFont(font), 1);
        List<PrintedPages.Page> printed = new ArrayList<>();
        for (int number = 0; number < PAGES; number++) {
            printed.add(printer.page(random));
        }
        Path file = PrintedPages.pdf(folder.resolve("scans.pdf"), printed, watermark);

        List<FullText.Page> pages;
        try (TextExtractor extractor = TestExtractors.generous(1)) {
            Extraction extraction = extractor.extract(file, "сканер.pdf");
            assertTrue(extraction.problem().isEmpty(), () -> String.valueOf(extraction.problem()));
            assertEquals("kk", extraction.text().language());
            pages = extraction.text().pages();
        }

        assertEquals(PAGES, pages.size());
        double sum = 0;
        for (FullText.Page page : pages) {
            String expected = printed.get(page.number() - 1).text();
            assertEquals("ocr", page.how());
            double right = Words.right(expected, page.text());
            sum += right;
        }
        double share = sum / PAGES;
        assertTrue(share >= RIGHT, () -> "seed " + seed + ": only " + share + " of the words are right");
    }
}
