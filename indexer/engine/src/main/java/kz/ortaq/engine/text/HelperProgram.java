package kz.ortaq.engine.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that the extractor runs where they are installed, and does without where they are not. */
public enum HelperProgram {
    DJVULIBRE("djvutxt", "djvulibre-bin", "the text of DjVu books");

    /** Where an extractor looks for programs: its environment is no other. */
    static final String PATH = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

    private final String program;
    private final String packageName;
    private final String adds;

    HelperProgram(String program, String packageName, String adds) {
        this.program = program;
        this.packageName = packageName;
        this.adds = adds;
    }

    /** Whether it is installed. */
    public boolean isInstalled() {
        return Stream.of(PATH.split(":")).map(Path::of).anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    /** For an operator: what would be had by installing what is missing, one sentence a program. */
    public static List<String> advice() {
        List<String> advice = new ArrayList<>();
        for (HelperProgram helper : values()) {
            if (!helper.isInstalled()) {
                advice.add(
                        "Not installed: " + helper.program + ". Everything else works; with it Ortaq would also read "
                                + helper.adds + " (on Debian: apt-get install " + helper.packageName + ").");
            }
        }
        return advice;
    }

    /** Those that are installed: a text that was taken without one may be had with it. */
    static List<String> names() {
        return Stream.of(values())
                .filter(HelperProgram::isInstalled)
                .map(helper -> helper.program)
                .toList();
    }
}
