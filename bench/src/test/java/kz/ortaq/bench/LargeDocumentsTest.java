package kz.ortaq.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.text.Extraction;
import kz.ortaq.engine.text.TextExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeDocumentsTest {

    private static final boolean FULL = Boolean.getBoolean("ortaq.full");
    private static final int MEGABYTES_OF_PDF = FULL ? 300 : 100;
    private static final int MEGABYTES_PACKED = FULL ? 2_048 : 256;
    // What asking for a text costs the process that asks, however large the document.
    private static final long MEGABYTES_MORE = 32;

    @TempDir
    private Path folder;

    @Test
    void aLargePdfCostsTheServerNoMemory() throws Exception {
        var large = new LargeDocuments(folder);

        Extraction extraction = readWithoutMemory(large, large.pdf(MEGABYTES_OF_PDF));

        assertEquals("A large book", extraction.text().pages().getFirst().text());
    }

    @Test
    void whatIsPackedTwiceCostsTheServerNoMemory() throws Exception {
        var large = new LargeDocuments(folder);

        Extraction extraction = readWithoutMemory(large, large.packedTwice(MEGABYTES_PACKED));

        assertEquals(
                Reason.DOCUMENT_ARCHIVE_BOUND,
                extraction.problem().orElseThrow().reason());
    }

    private Extraction readWithoutMemory(LargeDocuments large, Path file) throws Exception {
        Path home = Path.of(System.getProperty("ortaq.home"), "extractor");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (TextExtractor pool = new TextExtractor(home, java, folder, new Settings.Extract(1, 384, 120, 100_000))) {
            LargeDocuments.Reading reading = large.read(pool, file);

            assertTrue(
                    reading.heapGrew() < MEGABYTES_MORE,
                    () -> reading.file() + " took " + reading.heapGrew() + " MiB of the heap");
            return reading.extraction();
        }
    }
}
