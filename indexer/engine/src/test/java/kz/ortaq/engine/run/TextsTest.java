package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.text.PrintedPages;
import kz.ortaq.engine.text.SystemPrograms;
import kz.ortaq.engine.text.TestExtractors;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.Problem;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.DocumentStore;
import kz.ortaq.records.store.TextStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

    @TempDir
    private Path folder;

    @Test
    void takesTheTextOfAScanAgainOnceTesseractIsThereAndThenKeepsIt() throws Exception {
        SystemPrograms.needTesseract();
        var printer = new PrintedPages(SystemPrograms.needFont("dejavu/DejaVuSans.ttf"), 0);
        Path scan =
                PrintedPages.pdf(folder.resolve("scan.pdf"), List.of(printer.page(new Random(1))), "www.example.org");
        DataFolder data = DataFolder.open(folder.resolve("data"));
        var documents = new DocumentStore(data);
        var texts = new TextStore(data);
        StoredDocument stored;
        try (InputStream bytes = Files.newInputStream(scan)) {
            stored = new StoredDocument(documents.put(bytes, 1 << 24).hash(), "scan.pdf", Files.size(scan));
        }

        try (TextExtractor without = extractor("/nowhere/tesseract");
                TextExtractor with = extractor("")) {
            var first = new Texts(documents, texts, without);
            var later = new Texts(documents, texts, with);
            Path remembered = folder.resolve("programs");
            assertTrue(new HelpingPrograms(remembered, first).areNoMore());

            TextStore.Entry before = first.of(stored);
            TextStore.Entry again = first.of(stored);
            boolean noMore = new HelpingPrograms(remembered, later).areNoMore();
            TextStore.Entry after = later.of(stored);
            new HelpingPrograms(remembered, later).write();
            TextStore.Entry gone = first.of(stored);

            Problem problem = before.problem();
            assertEquals(Reason.DOCUMENT_NEEDS_OCR, problem == null ? null : problem.reason());
            assertEquals(before, again);
            assertFalse(noMore);
            assertEquals("ocr", after.text().pages().getFirst().how());
            assertEquals(after, gone);
            assertTrue(new HelpingPrograms(remembered, first).areNoMore());
        }
    }

    private static TextExtractor extractor(String tesseract) {
        return TestExtractors.with(new Settings.Extract(1, 384, 60, 1_000_000, tesseract, 10, 60, 600));
    }
}
