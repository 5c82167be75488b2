package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.ortaq.engine.text.Extraction;
import kz.ortaq.engine.text.TextExtractor;

/** Documents larger than any heap: what reading them costs the process that asks for their text. */
final class LargeDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEGABYTE = 1 << 20;

    private final Path folder;

    LargeDocuments(Path folder) {
        this.folder = folder;
    }

    /**
     * A document that was read.
     *
     * @param file what it is called
     * @param megabytes how large it is, packed as it is
     * @param heapGrew by how many mebibytes the heap of this process was larger at most than before
     */
    record Reading(String file, long megabytes, Extraction extraction, long heapGrew) {}

    /** Reads a PDF of 300 MB and 2 GB that are packed twice; prints one JSON object for each. */
    void run(TextExtractor pool) throws Exception {
        print(read(pool, pdf(300)), pool);
        print(read(pool, packedTwice(2_048)), pool);
    }

    private static void print(Reading reading, TextExtractor pool) throws IOException {
        Extraction extraction = reading.extraction();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "extract-large");
        result.put("file", reading.file());
        result.put("megabytes", reading.megabytes());
        result.put("seconds", Math.round(extraction.seconds() * 10) / 10.0);
        result.put("characters", extraction.text().characters());
        result.put(
                "problem",
                extraction.problem().map(problem -> problem.reason().code()).orElse(null));
        result.put("heapGrewByMegabytes", reading.heapGrew());
        result.put("memoryOfAReadingProcess", pool.peakMegabytes());
        System.out.println(JSON.writeValueAsString(result));
    }

    /** Reads a document, and deletes it. */
    Reading read(TextExtractor pool, Path file) throws Exception {
        // What starting the pool costs is not the document's.
        Path small = Files.writeString(folder.resolve("small.txt"), "Кітап");
        pool.extract(small, "small.txt");
        System.gc();
        long before = heapPeak(true);
        String name = String.valueOf(file.getFileName());
        Extraction extraction = pool.extract(file, name);
        long more = (heapPeak(false) - before) / MEGABYTE;
        long megabytes = Files.size(file) / MEGABYTE;
        Files.delete(file);
        return new Reading(name, megabytes, extraction, more);
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

    /** A line of text, and that many megabytes of pictures, which nothing packs any tighter. */
    Path pdf(int megabytes) throws IOException {
        Path file = folder.resolve("үлкен.pdf");
        var random = new Random(1);
        byte[] noise = new byte[MEGABYTE];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(ascii("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages"
                    + " /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]"
                    + " /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 40 >>\n"
                    + "stream\nBT /F 12 Tf 9 9 Td (A large book) Tj ET\nendstream\nendobj\n5 0 obj\n"
                    + "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"));
            for (int number = 0; number < megabytes; number++) {
                random.nextBytes(noise);
                out.write(ascii((number + 6) + " 0 obj\n<< /Type /XObject /Subtype /Image /Width 1024 /Height 1024"
                        + " /BitsPerComponent 8 /ColorSpace /DeviceGray /Length " + noise.length + " >>\nstream\n"));
                out.write(noise);
                out.write(ascii("\nendstream\nendobj\n"));
            }
            out.write(ascii("trailer\n<< /Root 1 0 R /Size " + (megabytes + 6) + " >>\n%%EOF\n"));
        }
        return file;
    }

    /** That many megabytes of letters in a ZIP in a ZIP. */
    Path packedTwice(int megabytes) throws IOException {
        Path inner = folder.resolve("inner.zip");
        byte[] letters = "кітап ".repeat(MEGABYTE / 11).getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(inner)))) {
            zip.putNextEntry(new ZipEntry("text.txt"));
            for (int written = 0; written < megabytes; written++) {
                zip.write(letters);
            }
        }
        Path file = folder.resolve("дважды.zip");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            Files.copy(inner, zip);
        }
        Files.delete(inner);
        return file;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
