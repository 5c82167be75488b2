package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ConfinedTest {

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final List<String> MUST_NOT = List.of(
            "tcp",
            "udp",
            "name",
            "read other",
            "read other by link",
            "list others",
            "write other",
            "write given",
            "environment",
            "helper reads other",
            "helper connects");
    private static final List<String> MAY =
            List.of("read given", "write own", "helper reads given", "digest", "temporary file", "few descriptors");
    // What is larger, beside libraries, a runtime can do without.
    private static final long LARGE = 8L << 20;

    @TempDir
    private Path folder;

    @Test
    void aProcessReadsItsFileAndNeitherOthersNorTheNetwork() throws Exception {
        assertHeld(Path.of(System.getProperty("java.home")));
    }

    @Test
    void aRuntimeWhoseSettingsLieElsewhereWorksToo() throws Exception {
        assertHeld(runtimeWithLinks());
    }

    private void assertHeld(Path runtime) throws Exception {
        Path own = Files.createDirectories(folder.resolve("child/tmp"));
        Path given = Files.createDirectories(folder.resolve("child/in")).resolve("document");
        Files.writeString(given, "Кітап");
        Path other = Files.writeString(folder.resolve("secret"), "Құпия");
        Map<String, String> outcome;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var called = new CompletableFuture<@Nullable String>();
            Thread.startVirtualThread(() -> {
                try (var caller = server.accept()) {
                    called.complete(caller.toString());
                } catch (Exception closed) {
                    called.complete(null);
                }
            });

            outcome = pry(runtime, server.getLocalPort(), given, other, own);

            server.close();
            assumeTrue(
                    "files+network".equals(outcome.remove("held")) || canHold(), "This system confines no processes");
            assertNull(called.get(), "something called the server");
        }
        Map<String, String> expected = new LinkedHashMap<>();
        MUST_NOT.forEach(what -> expected.put(what, REFUSED));
        MAY.forEach(what -> expected.put(what, DONE));
        assertEquals(expected, outcome);
        assertEquals("Кітап", Files.readString(given));
        assertEquals("Құпия", Files.readString(other));
    }

    /** Whether a process that is not held is our fault and not the system's. */
    private static boolean canHold() throws IOException {
        Path modules = Path.of("/sys/kernel/security/lsm");
        return System.getenv("CI") != null
                || Files.isReadable(modules) && Files.readString(modules).contains("landlock");
    }

    /** A Java runtime laid out as Debian does: its settings are links that lead out of it. */
    private Path runtimeWithLinks() throws IOException {
        Path whole = Path.of(System.getProperty("java.home"));
        Path home = Files.createDirectories(folder.resolve("runtime"));
        Path settings = Files.createDirectories(folder.resolve("settings"));
        for (String part : List.of("bin/java", "lib", "conf")) {
            try (Stream<Path> files = Files.walk(whole.resolve(part), FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = whole.relativize(file).toString();
                    Path copy = (name.startsWith("conf/") ? settings : home).resolve(name);
                    Files.createDirectories(copy.getParent());
                    if (name.equals("lib/modules")) {
                        Files.createSymbolicLink(copy, file);
                    } else if (Files.size(file) < LARGE || name.endsWith(".so")) {
                        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
        Files.createSymbolicLink(home.resolve("conf"), settings.resolve("conf"));
        Path certificates = home.resolve("lib/security/cacerts");
        Files.createSymbolicLink(certificates, Files.move(certificates, settings.resolve("cacerts")));
        return home;
    }

    private Map<String, String> pry(Path home, int port, Path given, Path other, Path own) throws Exception {
        String runtime = home.resolve("bin/java").toString();
        String classes = System.getProperty("java.class.path");
        // What a build lays out elsewhere lies in these folders here.
        List<String> programs = new ArrayList<>(List.of(home.toString(), System.getProperty("java.home")));
        programs.addAll(List.of(classes.split(File.pathSeparator)));
        Process process = new ProcessBuilder(
                        runtime,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        "kz.ortaq.extractor.Confined",
                        folder.resolve("child").toString(),
                        String.join(File.pathSeparator, programs),
                        Long.toString(1 << 20),
                        runtime,
                        "-Djava.io.tmpdir=" + own,
                        "-cp",
                        classes,
                        "kz.ortaq.extractor.Prying",
                        Integer.toString(port),
                        given.toString(),
                        other.toString(),
                        own.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> outcome = new LinkedHashMap<>();
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            int colon = line.lastIndexOf(": ");
            outcome.put(line.substring(0, colon), line.substring(colon + 2).strip());
        }
        assertEquals(0, process.waitFor());
        return outcome;
    }
}
