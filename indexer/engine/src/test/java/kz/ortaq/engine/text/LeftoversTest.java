package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LeftoversTest {

    private static final int SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void aProgramThatStillWritesInAFolderEndsAndTheFolderGoes() throws Exception {
        Path whole = folder.resolve("кітап");
        Path left = Files.createDirectories(whole.resolve("tmp"));
        Process writing = new ProcessBuilder(
                        "/bin/sh", "-c", "echo ready; while :; do n=$((n+1)); echo x > file$n; done")
                .directory(left.toFile())
                .start();
        try {
            assertTrue(writing.getInputStream().read() >= 0);

            Leftovers.clear(whole);

            assertTrue(writing.waitFor(SECONDS, TimeUnit.SECONDS));
            assertFalse(Files.exists(whole));
        } finally {
            writing.destroyForcibly();
        }
    }

    @Test
    void aFolderThatIsGoneNeedsNothing() throws Exception {
        Leftovers.clear(folder.resolve("gone"));

        assertFalse(Files.exists(folder.resolve("gone")));
    }
}
