package kz.ortaq.server.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.ortaq.config.Language;
import kz.ortaq.engine.index.IndexTerms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq analyze}: the terms under which the index has each line of standard input. */
@Command(name = "analyze", description = "Print the index terms of each line of standard input, with tabs between.")
public final class AnalyzeCommand implements Callable<Integer> {

    private final IndexTerms terms = new IndexTerms();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "kk",
            description = "kk, ru or en. Texts of all three are analysed alike, for they mix them.")
    private String language = "kk";

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "One of: exact, folded, lemma, robust, root. All together where none is named.")
    private @Nullable String field;

    @Override
    public Integer call() throws IOException {
        if (Language.of(language).isEmpty()) {
            Output.say("--language: found “" + language + "”, allowed: kk, ru, en");
            return ExitCode.WRONG_USAGE;
        }
        if (field != null && !terms.forms().contains(field)) {
            Output.say("--field: found “" + field + "”, allowed: " + String.join(", ", terms.forms()));
            return ExitCode.WRONG_USAGE;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> found = new ArrayList<>();
            for (String form : field == null ? terms.forms() : List.of(field)) {
                found.addAll(terms.of(form, line));
            }
            Output.data(String.join("\t", found));
        }
        return ExitCode.DONE;
    }
}
