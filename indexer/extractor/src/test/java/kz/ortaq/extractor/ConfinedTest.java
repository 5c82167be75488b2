package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ConfinedTest {

    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    @TempDir
    private Path folder;

    @Test
    void aProcessReadsItsFileAndNeitherOthersNorTheNetwork() throws Exception {
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

            outcome = pry(server.getLocalPort(), given, other, own);

            server.close();
            assumeTrue("files+network".equals(outcome.remove("held")), "This system confines no processes");
            assertNull(called.get(), "something called the server");
        }
        List<String> allowed = List.of("read given", "write own", "helper reads given");
        Map<String, String> expected = new LinkedHashMap<>();
        outcome.keySet().forEach(what -> expected.put(what, allowed.contains(what) ? DONE : REFUSED));
        assertEquals(expected, outcome);
        assertEquals("Кітап", Files.readString(given));
        assertEquals("Құпия", Files.readString(other));
    }

    private Map<String, String> pry(int port, Path given, Path other, Path own) throws Exception {
        String runtime = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        // What a build lays out elsewhere lies in these folders here.
        List<String> programs = new ArrayList<>(List.of(System.getProperty("java.home")));
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
