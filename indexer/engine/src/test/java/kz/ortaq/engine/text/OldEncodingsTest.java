package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.letters.Kz1048;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The old encodings, through the real process of the extractor. */
class OldEncodingsTest {

    private static final String KAZAKH = "Мектеп кітапханасында оқулықтар мен сирек кездесетін кітаптар сақталған. "
            + "Өнер, ғылым, әдебиет — Ұлттық қордың үш тірегі, һәм жаңа кітап.";
    private static final String RUSSIAN = "В школьной библиотеке хранятся учебники, редкие книги и журналы.";

    @TempDir
    private Path folder;

    @Test
    void readsATextInEachOldEncodingWithoutALetterWrong() throws Exception {
        try (TextExtractor extractor = TestExtractors.generous(1)) {
            for (String name : List.of("windows-1251", "KOI8-R", "IBM866", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8")) {
                assertEquals(RUSSIAN, text(extractor, RUSSIAN, Charset.forName(name)), name);
            }
            for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8")) {
                assertEquals(KAZAKH, text(extractor, KAZAKH, Charset.forName(name)), name);
            }
            assertEquals(KAZAKH, text(extractor, KAZAKH, Kz1048.CHARSET));
        }
    }

    private String text(TextExtractor extractor, String text, Charset charset) throws Exception {
        Path file = Files.write(folder.resolve("text.txt"), text.getBytes(charset));
        return extractor.extract(file, "text.txt").text().pages().getFirst().text();
    }
}
