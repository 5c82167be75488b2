package kz.ortaq.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.text.Extraction;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ortaq extract}: the text of files, as the indexer would take it, without storing anything. */
@Command(name = "extract", description = "Print the text of files, one JSON object a file.")
public final class ExtractCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = new ArrayList<>();

    public ExtractCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        boolean all = true;
        try (TextExtractor extractor = workplace.extractor(workplace.settings())) {
            for (Path file : files) {
                long start = System.nanoTime();
                Extraction extraction = extract(extractor, file);
                double seconds = (System.nanoTime() - start) / 1e9;
                Output.json(json(file, extraction, seconds));
                all &= extraction.problem().filter(ExtractCommand::isError).isEmpty();
            }
        }
        return all ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Extraction extract(TextExtractor extractor, Path file) throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            Problem problem = new Problem(
                    Reason.FILE_UNREADABLE, Severity.ERROR, Stage.TEXT, "", file.toString(), "no readable file");
            return new Extraction(FullText.NONE, Optional.of(problem));
        }
        return extractor.extract(file.toAbsolutePath(), String.valueOf(file.getFileName()));
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }

    private static Map<String, Object> json(Path file, Extraction extraction, double seconds) {
        FullText text = extraction.text();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("mediaType", text.mediaType());
        json.put("characters", text.characters());
        json.put("pages", text.pages());
        json.put("metadata", text.metadata());
        json.put("language", text.language().isEmpty() ? null : text.language());
        json.put("seconds", Math.round(seconds * 1000) / 1000.0);
        json.put("problem", extraction.problem().map(Harvesting::json).orElse(null));
        return json;
    }
}
