package kz.ortaq.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.Evidence;
import kz.ortaq.engine.query.SearchBox;
import kz.ortaq.server.evaluation.Judgements;
import kz.ortaq.server.evaluation.Passages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq evaluate}: how well the search box finds passages that people judged. */
@Command(name = "evaluate", description = "Ask judged queries of passages, and print how well they are found, as JSON.")
public final class EvaluateCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(names = "--passages", required = true, paramLabel = "FILE", description = "TSV: id, title, text.")
    private Path passages = Path.of("");

    @Option(names = "--queries", required = true, paramLabel = "FILE", description = "TSV: id, text.")
    private Path queries = Path.of("");

    @Option(names = "--qrels", required = true, paramLabel = "FILE", description = "TSV: query, passage, 0 or 1.")
    private Path qrels = Path.of("");

    @Option(names = "--run", paramLabel = "FILE", description = "Where to write what was found, in TREC's lines.")
    private @Nullable Path run;

    public EvaluateCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        SearchBox box = new SearchBox(workplace.settings().search().queryCharacters());
        Judgements judgements = Judgements.read(queries, qrels);
        try (SearchIndex index = Passages.read(passages).index(Evidence.all());
                PrintWriter lines = new PrintWriter(
                        run == null ? Writer.nullWriter() : Files.newBufferedWriter(run, StandardCharsets.UTF_8))) {
            Judgements.Figures figures = judgements.ask(index, box, (query, ranked) -> write(lines, query, ranked));
            if (lines.checkError()) {
                throw new IOException(run + " cannot be written");
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("ndcg@10", rounded(figures.ndcg()));
            json.put("mrr@10", rounded(figures.reciprocalRank()));
            json.put("recall@100", rounded(figures.recall()));
            json.put("queries", figures.queries());
            Output.json(json);
        }
        return ExitCode.DONE;
    }

    private static void write(PrintWriter lines, String query, List<SearchIndex.Ranked> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            SearchIndex.Ranked work = ranked.get(i);
            lines.printf(Locale.ROOT, "%s Q0 %s %d %s ortaq%n", query, work.work(), i + 1, work.score());
        }
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
