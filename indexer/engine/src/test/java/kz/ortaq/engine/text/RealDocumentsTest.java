package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.ortaq.records.FullText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@Tag("real")
class RealDocumentsTest {

    private static final double RECALL = 0.99;

    @Test
    void everyDocumentGivesTextOrSaysWhyNot() throws Exception {
        Path documents = inputs().resolve("docs");
        assumeTrue(Files.isDirectory(documents), () -> "No real documents in " + documents);
        List<Path> files;
        try (Stream<Path> all = Files.walk(documents)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }

        try (TextExtractor extractor = TestExtractors.generous(2)) {
            assertAll(files.parallelStream().map(file -> answers(extractor, file)));
        }
    }

    @Test
    void findsTheWordsOfABookThatLiesThereAsTextToo() throws Exception {
        Path documents = inputs().resolve("docs");
        assumeTrue(Files.isDirectory(documents), () -> "No real documents in " + documents);
        List<Path> books;
        try (Stream<Path> all = Files.walk(documents)) {
            books = all.filter(file -> file.toString().endsWith(".pdf") && Files.exists(twin(file)))
                    .sorted()
                    .toList();
        }

        try (TextExtractor extractor = TestExtractors.generous(2)) {
            for (Path book : books) {
                Set<String> found = words(extractor, book);
                Set<String> expected = words(extractor, twin(book));
                long there = expected.stream().filter(found::contains).count();
                assertTrue(there >= expected.size() * RECALL, () -> book + " gave " + there + " of " + expected.size());
            }
        }
        assertFalse(books.isEmpty());
    }

    private static Path twin(Path book) {
        return Path.of(book.toString().replaceFirst("\\.pdf$", ".txt"));
    }

    private static Set<String> words(TextExtractor extractor, Path file) throws Exception {
        Set<String> words = new HashSet<>();
        for (FullText.Page page :
                extractor.extract(file, file.getFileName().toString()).text().pages()) {
            for (String word : page.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                words.add(word);
            }
        }
        return words;
    }

    private static Executable answers(TextExtractor extractor, Path file) {
        return () -> {
            Extraction extraction = extractor.extract(file, file.getFileName().toString());

            boolean text = extraction.text().characters() > 0;
            assertTrue(text || extraction.problem().isPresent(), () -> file + " gave nothing");
            assertTrue(extraction.text().characters() <= TestExtractors.CHARACTERS, () -> file + " gave too much");
        };
    }

    private static Path inputs() {
        return Path.of(System.getProperty("ortaq.root", ".")).resolve("../shared/inputs");
    }
}
