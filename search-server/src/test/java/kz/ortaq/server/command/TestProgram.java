package kz.ortaq.server.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The program as a shell starts it: a process of its own, on a data folder of its own. */
final class TestProgram {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int SECONDS = 120;

    private final Path data;

    TestProgram(Path data) {
        this.data = data;
    }

    /** What a command printed, and its exit code. */
    record Run(int code, String out, String err) {

        /** Standard output, each line of which is one JSON object. */
        List<JsonNode> objects() throws IOException {
            List<JsonNode> objects = new ArrayList<>();
            for (String line : out.lines().toList()) {
                JsonNode object = JSON.readTree(line);
                if (!object.isObject()) {
                    throw new AssertionError("no JSON object: " + line);
                }
                objects.add(object);
            }
            return objects;
        }

        /** The one object on standard output. */
        JsonNode object() throws IOException {
            List<JsonNode> objects = objects();
            if (objects.size() != 1) {
                throw new AssertionError(this);
            }
            return objects.getFirst();
        }
    }

    Run run(String... arguments) throws Exception {
        Process process = start(arguments);
        process.getOutputStream().close();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> out = readers.submit(() -> text(process.getInputStream()));
            Future<String> err = readers.submit(() -> text(process.getErrorStream()));
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end of " + String.join(" ", arguments) + ": " + err.get());
            }
            return new Run(process.exitValue(), out.get(), err.get());
        }
    }

    /** Runs a command that does not end by itself until it says something, and stops it; gives the line. */
    String until(String said, String... arguments) throws Exception {
        Process process = start(arguments);
        String line = lineWith(said, process);
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not stop: " + String.join(" ", arguments));
        }
        return line;
    }

    private static String lineWith(String said, Process process) throws IOException {
        StringBuilder all = new StringBuilder();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line).append('\n');
                if (line.contains(said)) {
                    return line;
                }
            }
        }
        process.destroyForcibly();
        throw new AssertionError("never said “" + said + "” but: " + all);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dortaq.home=" + System.getProperty("ortaq.home"),
                "-Dortaq.root=" + System.getProperty("ortaq.root"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "kz.ortaq.server.Main",
                "--data",
                data.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Java says on standard error that it saw this variable, which is no word of Ortaq's.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    /** What a command printed that must have done its work. */
    Run done(String... arguments) throws Exception {
        Run run = run(arguments);
        if (run.code() != ExitCode.DONE) {
            throw new AssertionError(String.join(" ", arguments) + " → " + run);
        }
        return run;
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
