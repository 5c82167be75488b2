package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.records.FullText.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsTest {

    private static final String KAZAKH = "Абай Құнанбаев — қазақтың ұлы ақыны, ағартушы һәм ойшыл.";
    private static final String RUSSIAN = "В школьной библиотеке хранятся учебники и редкие книги.";
    private static final String ENGLISH = "The library of our school is open to every reader.";

    private final TextExtractor extractor = TestExtractors.generous(1);

    @AfterAll
    void close() {
        extractor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three.pdf", "three.pptx", "three.epub"})
    void givesEachPageSlideAndChapterItsNumber(String name) throws Exception {
        Extraction extraction = extractor.extract(TestExtractors.document(name), name);

        String kind = extraction.text().pages().getFirst().kind();
        assertEquals(
                List.of("page", "slide", "chapter")
                        .get(List.of("pdf", "pptx", "epub").indexOf(name.substring(6))),
                kind);
        assertEquals(
                List.of(
                        new Page(1, "text", 1, KAZAKH, kind, ""),
                        new Page(2, "text", 1, RUSSIAN, kind, ""),
                        new Page(3, "text", 1, ENGLISH, kind, "")),
                extraction.text().pages());
        assertTrue(extraction.problem().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"three.docx", "three.odt", "three.rtf"})
    void givesADocumentWithoutPagesAsOne(String name) throws Exception {
        Extraction extraction = extractor.extract(TestExtractors.document(name), name);

        assertEquals(
                List.of(new Page(1, "text", 1, String.join("\n", KAZAKH, RUSSIAN, ENGLISH))),
                extraction.text().pages());
        assertTrue(extraction.problem().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"three.html", "three.txt"})
    void keepsTheEmptyLineBetweenParagraphs(String name) throws Exception {
        Extraction extraction = extractor.extract(TestExtractors.document(name), name);

        assertEquals(
                List.of(new Page(1, "text", 1, String.join("\n\n", KAZAKH, RUSSIAN, ENGLISH))),
                extraction.text().pages());
        assertTrue(extraction.problem().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "three.pdf, application/pdf",
        "three.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "three.pptx, application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "three.odt, application/vnd.oasis.opendocument.text",
        "three.epub, application/epub+zip",
        "three.rtf, application/rtf",
        "three.html, text/html",
        "three.txt, text/plain"
    })
    void tellsTheFormatFromTheBytesWhateverTheNameSays(String name, String mediaType) throws Exception {
        Extraction extraction = extractor.extract(TestExtractors.document(name), "кітап.bin");

        assertEquals(mediaType, extraction.text().mediaType());
        assertEquals("kk", extraction.text().language());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"three.pdf", "three.docx", "three.pptx", "three.odt", "three.epub", "three.rtf", "three.html"})
    void findsTheTitle(String name) throws Exception {
        Extraction extraction = extractor.extract(TestExtractors.document(name), name);

        assertEquals(List.of("Үш тілдегі үлгі"), extraction.text().metadata().get("title"));
    }

    @Test
    void findsTheIdentifierAndLanguageOfABook() throws Exception {
        Extraction extraction = extractor.extract(TestExtractors.document("three.epub"), "three.epub");

        assertEquals(
                List.of("urn:isbn:9786010000000"), extraction.text().metadata().get("identifier"));
        assertEquals(List.of("kk"), extraction.text().metadata().get("language"));
    }
}
