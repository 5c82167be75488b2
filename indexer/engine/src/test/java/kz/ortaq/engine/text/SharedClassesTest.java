package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class SharedClassesTest {

    @TempDir
    private Path folder;

    @Test
    void anArchiveThatCannotBeWrittenIsTriedOnce() throws Exception {
        Path home = Files.createDirectory(folder.resolve("extractor"));
        Files.writeString(home.resolve("one.jar"), "no jar");
        Path tries = folder.resolve("tries");
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\necho tried >> '" + tries + "'\nexit 1\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));

        SharedClasses first = SharedClasses.of(home, java);
        SharedClasses second = SharedClasses.of(home, java);

        assertEquals(first, second);
        assertFalse(Files.exists(first.archive()));
        assertEquals(List.of("tried"), Files.readAllLines(tries));
    }
}
