package kz.ortaq.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.text.Extraction;
import kz.ortaq.engine.text.HelperProgram;
import kz.ortaq.engine.text.PeakMemory;
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
        HelperProgram.advice().forEach(Output::say);
        Settings settings = workplace.settings();
        // Read ahead of what is printed, in the order given, by a few files for each process.
        int ahead = settings.extract().workers() * 2;
        Summary summary = new Summary();
        Deque<Future<Read>> waiting = new ArrayDeque<>();
        try (TextExtractor extractor = workplace.extractor(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Path file : files) {
                    if (waiting.size() == ahead) {
                        print(waiting.removeFirst().get(), summary);
                    }
                    waiting.add(threads.submit(() -> read(extractor, file)));
                }
                for (Future<Read> next : waiting) {
                    print(next.get(), summary);
                }
            } catch (ExecutionException e) {
                extractor.close();
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
            summary.say(extractor, settings.extract());
        }
        return summary.failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** What came of a file, and how long that took without the time that it waited for its turn. */
    private record Read(Path file, Extraction extraction, double seconds) {}

    private static Read read(TextExtractor extractor, Path file) throws InterruptedException {
        Extraction extraction = extract(extractor, file);
        return new Read(file, extraction, extraction.seconds());
    }

    private static void print(Read read, Summary summary) {
        Output.json(json(read.file(), read.extraction(), read.seconds()));
        summary.add(read);
    }

    /** How the files went altogether, for the person who looks on. */
    private static final class Summary {
        private final long start = System.nanoTime();
        private int files;
        private int withText;
        private int failed;
        private double slowest;
        private String slowestFile = "";

        void add(Read read) {
            files++;
            withText += read.extraction().text().characters() > 0 ? 1 : 0;
            failed +=
                    read.extraction().problem().filter(ExtractCommand::isError).isPresent() ? 1 : 0;
            if (read.seconds() > slowest) {
                slowest = read.seconds();
                slowestFile = read.file().toString();
            }
        }

        void say(TextExtractor extractor, Settings.Extract bounds) {
            if (files < 2) {
                return;
            }
            Output.say(String.format(
                    Locale.ROOT,
                    "%d files in %.1f s: %d with text, %d failed; slowest %.1f s of %d (%s)",
                    files,
                    (System.nanoTime() - start) / 1e9,
                    withText,
                    failed,
                    slowest,
                    bounds.seconds(),
                    slowestFile));
            Output.say(String.format(
                    Locale.ROOT,
                    "memory at most: this process %d MiB, a process that reads %d MiB (its heap is bounded by %d)",
                    PeakMemory.megabytes(ProcessHandle.current().pid()),
                    extractor.peakMegabytes(),
                    bounds.memoryMegabytes()));
        }
    }

    private static Extraction extract(TextExtractor extractor, Path file) throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            Problem problem = new Problem(
                    Reason.FILE_UNREADABLE, Severity.ERROR, Stage.TEXT, "", file.toString(), "no readable file");
            return new Extraction(FullText.NONE, Optional.of(problem), 0);
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
