package kz.ortaq.engine.index;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles {@code common-lemmas.txt} out of a list of word forms as they occur: the lemmas of which many forms do. {@code
 * indexer/engine/common-lemmas/compile.sh} calls it.
 */
final class CommonLemmasCompiler {

    private static final String HEADING = """
            # Common lemmas of Kazakh, folded, and in how many forms each occurs. Compiled by
            # indexer/engine/common-lemmas/compile.sh, and not to be edited. Source: the word list of tesseract-ocr's Kazakh
            # model, (c) Google Inc., under the Apache License 2.0.
            """;

    private static final int MANY_FORMS = 7;

    private CommonLemmasCompiler() {}

    public static void main(String[] arguments) throws IOException {
        WordForms forms = new WordForms();
        Map<String, Integer> occurring = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            for (WordForms.Word word : forms.words(line.strip())) {
                List<String> lemmas = word.lemma();
                if (!lemmas.isEmpty()) {
                    occurring.merge(lemmas.getFirst(), 1, Integer::sum);
                }
            }
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(HEADING);
        new TreeMap<>(occurring).forEach((lemma, many) -> {
            if (many >= MANY_FORMS) {
                out.print(lemma + " " + many + "\n");
            }
        });
        out.flush();
    }
}
