package kz.ortaq.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ortaq's own command line in a process of its own, as an operator runs it. */
final class Program {

    private final Path home;
    private final Path data;
    private final List<String> javaOptions;

    /**
     * @param home the folder in which the program is laid out
     * @param data the data folder that commands work on
     */
    Program(Path home, Path data, List<String> javaOptions) {
        this.home = home;
        this.data = data;
        this.javaOptions = List.copyOf(javaOptions);
    }

    /** Starts a command; standard error goes where this process's does, standard output to {@code output}. */
    Process start(ProcessBuilder.Redirect output, String... arguments) throws IOException {
        return start(output, ProcessBuilder.Redirect.INHERIT, List.of(arguments));
    }

    /** Starts a command with standard output and standard error where they are wanted. */
    Process start(ProcessBuilder.Redirect output, ProcessBuilder.Redirect error, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dortaq.home=" + home,
                "-cp",
                home.resolve("lib") + "/*",
                "kz.ortaq.server.Main"));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString(), "--set", "network.private=allow"));
        return new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(error)
                .start();
    }

    /** Runs a command to its end, and gives what it printed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(ProcessBuilder.Redirect.PIPE, arguments);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", arguments) + " ended with exit code " + code);
        }
        return printed.strip();
    }
}
