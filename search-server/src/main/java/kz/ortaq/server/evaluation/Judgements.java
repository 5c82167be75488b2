package kz.ortaq.server.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.index.SearchIndex.Ranked;
import kz.ortaq.engine.query.SearchBox;

/** Queries, and which passages answer each; queries of which nothing was judged to answer do not count. */
public final class Judgements {

    private static final int DEPTH = 100;
    private static final int TOP = 10;

    private final Map<String, String> queries;
    private final Map<String, Set<String>> relevant;

    private Judgements(Map<String, String> queries, Map<String, Set<String>> relevant) {
        this.queries = queries;
        this.relevant = relevant;
    }

    /** Means over all queries. */
    public record Figures(double ndcg, double reciprocalRank, double recall, int queries) {}

    /** Takes note of what a query found. */
    public interface Run {
        void found(String query, List<Ranked> ranked);
    }

    /**
     * Reads queries (id, text) and judgements: query id, passage id and a number, above 0 for a passage that answers.
     * Judgements may have TREC's second column too.
     */
    public static Judgements read(Path queryFile, Path judgementFile) throws IOException {
        Map<String, Set<String>> relevant = new LinkedHashMap<>();
        for (List<String> columns : Lines.judgements(judgementFile)) {
            if (Integer.parseInt(columns.getLast()) > 0) {
                relevant.computeIfAbsent(columns.getFirst(), fresh -> new LinkedHashSet<>())
                        .add(columns.get(columns.size() - 2));
            }
        }
        Map<String, String> queries = new LinkedHashMap<>();
        for (List<String> columns : Lines.of(queryFile, 2)) {
            if (relevant.containsKey(columns.getFirst())) {
                queries.put(columns.getFirst(), columns.get(1));
            }
        }
        return new Judgements(queries, relevant);
    }

    /** The same with each query written otherwise. */
    public Judgements written(UnaryOperator<String> otherwise) {
        Map<String, String> other = new LinkedHashMap<>();
        queries.forEach((id, text) -> other.put(id, otherwise.apply(text)));
        return new Judgements(other, relevant);
    }

    /** The texts of the queries. */
    public List<String> texts() {
        return List.copyOf(queries.values());
    }

    /** Asks each query as the search box does. */
    public Figures ask(SearchIndex index, SearchBox box, Run run) throws IOException {
        double ndcg = 0;
        double reciprocalRank = 0;
        double recall = 0;
        for (Map.Entry<String, String> query : queries.entrySet()) {
            List<Ranked> found = index.ranked(box.parse(query.getValue()), DEPTH);
            run.found(query.getKey(), found);
            Set<String> wanted = relevant.getOrDefault(query.getKey(), Set.of());
            List<String> works = found.stream().map(Ranked::work).toList();
            List<String> top = works.subList(0, Math.min(TOP, works.size()));
            ndcg += ndcg(top, wanted);
            reciprocalRank += reciprocalRank(top, wanted);
            recall += (double) works.stream().filter(wanted::contains).count() / wanted.size();
        }
        int count = Math.max(1, queries.size());
        return new Figures(ndcg / count, reciprocalRank / count, recall / count, queries.size());
    }

    /** Discounted gain by the place (Järvelin and Kekäläinen 2002), as a part of the best possible. */
    private static double ndcg(List<String> top, Set<String> wanted) {
        double gain = 0;
        double best = 0;
        for (int i = 0; i < TOP; i++) {
            double discount = Math.log(2) / Math.log(i + 2);
            gain += i < top.size() && wanted.contains(top.get(i)) ? discount : 0;
            best += i < wanted.size() ? discount : 0;
        }
        return gain / best;
    }

    private static double reciprocalRank(List<String> top, Set<String> wanted) {
        for (int i = 0; i < top.size(); i++) {
            if (wanted.contains(top.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
