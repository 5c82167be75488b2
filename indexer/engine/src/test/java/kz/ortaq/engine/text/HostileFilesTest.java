package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

    private final TextExtractor generous = TestExtractors.generous(1);

    @TempDir
    private Path folder;

    @AfterAll
    void close() {
        generous.close();
    }

    @Test
    void aFileThatHangsCostsThatFileAlone() throws Exception {
        Path endless = HostileFiles.endlessPdf(folder.resolve("endless.pdf"));
        Path good = TestExtractors.document("three.pdf");

        try (TextExtractor extractor = TestExtractors.with(new Settings.Extract(1, 384, 3, 100_000))) {
            Extraction before = extractor.extract(good, "three.pdf");
            Extraction hung = extractor.extract(endless, "шексіз.pdf");
            Extraction after = extractor.extract(good, "three.pdf");

            assertEquals(
                    problem(Reason.DOCUMENT_TIMED_OUT, "шексіз.pdf", "3"),
                    hung.problem().orElseThrow());
            assertEquals(List.of(), hung.text().pages());
            assertEquals(3, before.text().pages().size());
            assertEquals(before.text(), after.text());
        }
    }

    @Test
    void aBombThatExhaustsMemoryCostsThatFileAlone() throws Exception {
        Path bomb = HostileFiles.bombDocx(folder.resolve("bomb.docx"), 100);
        Path good = TestExtractors.document("three.pdf");

        try (TextExtractor extractor = TestExtractors.with(new Settings.Extract(1, 64, 60, 100_000))) {
            Extraction before = extractor.extract(good, "three.pdf");
            Extraction exhausted = extractor.extract(bomb, "бомба.docx");
            Extraction after = extractor.extract(good, "three.pdf");

            assertEquals(
                    problem(Reason.DOCUMENT_OUT_OF_MEMORY, "бомба.docx", "64"),
                    exhausted.problem().orElseThrow());
            assertEquals(3, before.text().pages().size());
            assertEquals(before.text(), after.text());
        }
    }

    @Test
    void filesThatDieOneAfterAnotherLeaveThePoolWhole() throws Exception {
        Path bomb = HostileFiles.bombDocx(folder.resolve("bomb.docx"), 100);

        try (TextExtractor extractor = TestExtractors.with(new Settings.Extract(2, 64, 60, 100_000))) {
            for (int file = 0; file < 4; file++) {
                Extraction exhausted = extractor.extract(bomb, "bomb.docx");
                assertEquals(
                        Reason.DOCUMENT_OUT_OF_MEMORY,
                        exhausted.problem().orElseThrow().reason());
            }

            Extraction good = extractor.extract(TestExtractors.document("three.epub"), "three.epub");
            assertEquals(3, good.text().pages().size());
        }
    }

    @Test
    void aTextThatIsTooLongIsCutAndKept() throws Exception {
        Path lengthy =
                HostileFiles.odt(folder.resolve("long.odt"), "", "<text:p>Бір қой, екі қой. </text:p>".repeat(100_000));

        Extraction extraction = extract(lengthy);

        Problem problem = extraction.problem().orElseThrow();
        assertEquals(Reason.DOCUMENT_CUT, problem.reason());
        assertEquals(Severity.WARNING, problem.severity());
        assertEquals("1000000", problem.value());
        long characters = extraction.text().characters();
        assertTrue(characters > 900_000 && characters <= TestExtractors.CHARACTERS, "characters: " + characters);
    }

    @Test
    void noEntityOfAnotherFileIsRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "құпия");
        Path odt = HostileFiles.odt(
                folder.resolve("entity.odt"),
                "<!DOCTYPE x [<!ENTITY other SYSTEM \"" + secret.toUri() + "\">]>",
                "<text:p>Оқырман &other;</text:p>");

        Extraction extraction = extract(odt);

        assertFalse(extraction.text().toString().contains("құпия"));
    }

    @Test
    void aLockedFileIsSaidToBeLocked() throws Exception {
        Extraction extraction = extract(TestExtractors.document("encrypted.pdf"));

        assertEquals(
                problem(Reason.DOCUMENT_ENCRYPTED, "encrypted.pdf", ""),
                extraction.problem().orElseThrow());
    }

    @Test
    void aFileCutOffOnItsWayIsBroken() throws Exception {
        for (String name : List.of("three.pdf", "three.docx", "three.pptx")) {
            Path whole = TestExtractors.document(name);
            Path half = HostileFiles.cut(whole, folder.resolve(name), Files.size(whole) / 2);

            Extraction extraction = extract(half);

            assertEquals(
                    Reason.DOCUMENT_BROKEN, extraction.problem().orElseThrow().reason(), name);
        }
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws Exception {
        Extraction extraction = extract(Files.createFile(folder.resolve("empty.pdf")));

        assertEquals(
                problem(Reason.DOCUMENT_EMPTY, "empty.pdf", "0"),
                extraction.problem().orElseThrow());
    }

    @Test
    void pagesWithoutTextKeepTheirNumbersAndAreReported() throws Exception {
        Extraction extraction = extract(TestExtractors.document("scanned.pdf"));

        assertEquals(2, extraction.text().pages().size());
        assertEquals(0, extraction.text().characters());
        assertEquals(
                Reason.DOCUMENT_WITHOUT_TEXT, extraction.problem().orElseThrow().reason());
        assertEquals(Severity.WARNING, extraction.problem().orElseThrow().severity());
    }

    @Test
    void aPictureThatIsCutOffIsBroken() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

        Extraction extraction = extract(Files.write(folder.resolve("мұқаба.txt"), png));

        assertEquals(Reason.DOCUMENT_BROKEN, extraction.problem().orElseThrow().reason());
    }

    @Test
    void aFileThatIsNotThereIsUnreadable() throws Exception {
        Extraction extraction = extract(folder.resolve("gone.pdf"));

        assertEquals(Reason.FILE_UNREADABLE, extraction.problem().orElseThrow().reason());
    }

    private Extraction extract(Path file) throws InterruptedException {
        return generous.extract(file, file.getFileName().toString());
    }

    private static Problem problem(Reason reason, String place, String value) {
        return new Problem(reason, Severity.ERROR, Stage.TEXT, "", place, value);
    }
}
