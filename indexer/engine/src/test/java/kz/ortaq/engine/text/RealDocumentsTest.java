package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@Tag("real")
class RealDocumentsTest {

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
