package kz.ortaq.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import kz.ortaq.config.Language;
import kz.ortaq.records.Problem;

/** Data goes to standard output, what is told to a person on the way to standard error; both in UTF-8. */
final class Output {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Output() {}

    static void data(String line) {
        OUT.println(line);
    }

    /** One JSON object on a line of its own. */
    static void json(Object value) {
        OUT.println(toJson(value));
    }

    static void say(String line) {
        ERR.println(line);
    }

    /** The language that messages are in: that of the environment where it is one of ours, else English. */
    static Language language() {
        return Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
    }

    static void say(Problem problem) {
        String record = problem.identifier().isEmpty() ? "" : problem.identifier() + ": ";
        ERR.println("  " + problem.severity().name().toLowerCase(Locale.ROOT) + " " + record
                + problem.message(language()) + " " + problem.remedy(language()));
    }

    private static String toJson(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is not writable as JSON", e);
        }
    }
}
