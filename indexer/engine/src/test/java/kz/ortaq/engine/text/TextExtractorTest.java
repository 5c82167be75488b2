package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kz.ortaq.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextExtractorTest {

    @TempDir
    private Path folder;

    @Test
    void readsManyFilesAtOnceEachWithItsOwnAnswer() throws Exception {
        List<Future<Extraction>> extractions = new ArrayList<>();

        try (TextExtractor extractor = TestExtractors.generous(2);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 60; number++) {
                Path file = Files.writeString(folder.resolve(number + ".txt"), "Кітап нөмірі " + number + ".");
                extractions.add(threads.submit(() -> extractor.extract(file, "кітап.txt")));
            }

            for (int number = 0; number < extractions.size(); number++) {
                Extraction extraction = extractions.get(number).get(TestExtractors.SECONDS, TimeUnit.SECONDS);
                assertEquals(
                        "Кітап нөмірі " + number + ".",
                        extraction.text().pages().getFirst().text());
            }
        }
    }

    @Test
    void startsNoMoreChildrenThanItHasWorkers() throws Exception {
        Path file = TestExtractors.document("three.docx");

        try (TextExtractor extractor = TestExtractors.generous(1)) {
            extractor.extract(file, "three.docx");
            List<ProcessHandle> first = children();
            extractor.extract(file, "three.docx");

            assertEquals(1, first.size());
            assertEquals(first, children());
        }
    }

    @Test
    void replacesAChildThatWasKilledBetweenTwoFiles() throws Exception {
        Path file = TestExtractors.document("three.docx");

        try (TextExtractor extractor = TestExtractors.generous(1)) {
            Extraction before = extractor.extract(file, "three.docx");
            for (ProcessHandle child : children()) {
                child.destroyForcibly();
            }
            Extraction after = extractor.extract(file, "three.docx");

            assertEquals(before.text(), after.text());
        }
    }

    @Test
    void leavesNoChildBehindWhenClosed() throws Exception {
        List<ProcessHandle> children;

        try (TextExtractor extractor = TestExtractors.generous(2)) {
            extractor.extract(TestExtractors.document("three.docx"), "three.docx");
            children = children();
        }

        assertTrue(children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void closingEndsAFileThatHangs() throws Exception {
        Path endless = HostileFiles.endlessPdf(folder.resolve("endless.pdf"));
        TextExtractor extractor = TestExtractors.generous(1);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Extraction> hanging = threads.submit(() -> extractor.extract(endless, "endless.pdf"));
            while (children().isEmpty()) {
                Thread.onSpinWait();
            }
            extractor.close();

            ExecutionException thrown = assertThrows(ExecutionException.class, () -> hanging.get(60, TimeUnit.SECONDS));
            assertInstanceOf(IllegalStateException.class, thrown.getCause());
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        Path endless = HostileFiles.endlessPdf(folder.resolve("endless.pdf"));

        try (TextExtractor extractor = TestExtractors.generous(1)) {
            Thread.currentThread().interrupt();

            assertThrows(InterruptedException.class, () -> extractor.extract(endless, "endless.pdf"));
        }
    }

    @Test
    void aBrokenInstallationStopsTheRunInsteadOfBlamingTheFile() throws Exception {
        Path file = TestExtractors.document("three.docx");

        try (var extractor =
                new TextExtractor(folder, TestExtractors.java(), folder, new Settings.Extract(1, 64, 5, 1_000))) {
            var thrown = assertThrows(UncheckedIOException.class, () -> extractor.extract(file, "three.docx"));

            assertTrue(String.valueOf(thrown.getMessage()).contains("kz.ortaq.extractor."), thrown::toString);
        }
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }
}
