package kz.ortaq.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final long THIS = ProcessHandle.current().pid();
    // More than any system hands out.
    private static final long NOBODY = 999_999_999_999L;

    @TempDir
    private Path root;

    private Path temporary;

    @BeforeEach
    void open() throws IOException {
        temporary = DataFolder.open(root).temporary();
    }

    @Test
    void sweepsWhatTheReadersOfAProcessThatIsGoneLeft() throws Exception {
        Path left = readersFolder(NOBODY);

        DataFolder.open(root);

        assertFalse(Files.exists(left));
    }

    @Test
    void leavesTheFolderOfAReaderAtWork() throws Exception {
        Path used = readersFolder(THIS);

        DataFolder.open(root);

        assertTrue(Files.exists(used));
    }

    @Test
    void sweepsWhatAnEarlierProcessOfTheSameNumberLeft() throws Exception {
        Path left = readersFolder(THIS);
        Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        Files.setLastModifiedTime(left, FileTime.from(start.minus(Duration.ofHours(1))));

        DataFolder.open(root);

        assertFalse(Files.exists(left));
    }

    @Test
    void sweepsFilesThatNobodyHasWrittenToSinceYesterday() throws Exception {
        Path old = Files.writeString(temporary.resolve("мәтін.part"), "жартысы");
        Path fresh = Files.writeString(temporary.resolve("текст.part"), "половина");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        DataFolder.open(root);

        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh));
    }

    private Path readersFolder(long process) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("extractor-" + process + "-1"));
        Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("document"), "кітап");
        return folder;
    }
}
