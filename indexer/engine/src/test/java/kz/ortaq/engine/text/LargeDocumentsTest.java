package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeDocumentsTest {

    private static final boolean FULL = Boolean.getBoolean("ortaq.full");
    private static final int MEGABYTES_OF_PDF = FULL ? 300 : 100;
    private static final int MEGABYTES_PACKED = FULL ? 2_048 : 256;
    // What asking for a text costs the process that asks, however large the document.
    private static final long MEGABYTES_MORE = 32;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aLargePdfCostsTheServerNoMemory() throws Exception {
        Path pdf = pdf(folder.resolve("үлкен.pdf"));

        Extraction extraction = extractWithoutMemory(pdf);

        assertEquals("A large book", extraction.text().pages().getFirst().text());
    }

    @Test
    void whatIsPackedTwiceCostsTheServerNoMemory() throws Exception {
        Path zip = packedTwice(folder.resolve("дважды.zip"));

        Extraction extraction = extractWithoutMemory(zip);

        assertEquals(
                Reason.DOCUMENT_ARCHIVE_BOUND,
                extraction.problem().orElseThrow().reason());
    }

    private static Extraction extractWithoutMemory(Path file) throws Exception {
        try (TextExtractor extractor = TestExtractors.with(new Settings.Extract(1, 384, 120, 100_000))) {
            // What starting it costs is not the document's.
            extractor.extract(TestExtractors.document("three.pdf"), "three.pdf");
            System.gc();
            long before = heapPeak(true);
            Extraction extraction = extractor.extract(file, file.getFileName().toString());
            long more = (heapPeak(false) - before) / MEGABYTE;

            assertTrue(more < MEGABYTES_MORE, () -> file + " took " + more + " MiB of the heap");
            return extraction;
        }
    }

    private static long heapPeak(boolean reset) {
        long peak = 0;
        for (MemoryPoolMXBean memory : ManagementFactory.getMemoryPoolMXBeans()) {
            if (memory.getType() == MemoryType.HEAP) {
                if (reset) {
                    memory.resetPeakUsage();
                }
                peak += memory.getPeakUsage().getUsed();
            }
        }
        return peak;
    }

    /** A line of text, and pictures that nothing packs any tighter. */
    private static Path pdf(Path file) throws IOException {
        var random = new Random(1);
        byte[] noise = new byte[MEGABYTE];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(ascii("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages"
                    + " /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]"
                    + " /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 40 >>\n"
                    + "stream\nBT /F 12 Tf 9 9 Td (A large book) Tj ET\nendstream\nendobj\n5 0 obj\n"
                    + "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"));
            for (int number = 6; number < MEGABYTES_OF_PDF + 6; number++) {
                random.nextBytes(noise);
                out.write(ascii(number + " 0 obj\n<< /Type /XObject /Subtype /Image /Width 1024 /Height 1024"
                        + " /BitsPerComponent 8 /ColorSpace /DeviceGray /Length " + noise.length + " >>\nstream\n"));
                out.write(noise);
                out.write(ascii("\nendstream\nendobj\n"));
            }
            out.write(ascii("trailer\n<< /Root 1 0 R /Size " + (MEGABYTES_OF_PDF + 6) + " >>\n%%EOF\n"));
        }
        return file;
    }

    private Path packedTwice(Path file) throws IOException {
        Path inner = folder.resolve("inner.zip");
        byte[] letters = "кітап ".repeat(MEGABYTE / 11).getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(inner)))) {
            zip.putNextEntry(new ZipEntry("text.txt"));
            for (int written = 0; written < MEGABYTES_PACKED; written++) {
                zip.write(letters);
            }
        }
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            Files.copy(inner, zip);
        }
        return file;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
