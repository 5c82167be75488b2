package kz.ortaq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kz.ortaq.engine.index.IndexTerms;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.Evidence;
import kz.ortaq.engine.query.SearchBox;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.Suggestion;
import kz.ortaq.server.evaluation.Judgements;
import kz.ortaq.server.evaluation.Judgements.Figures;
import kz.ortaq.server.evaluation.Passages;

/** {@code ortaq bench relevance}: how well searches in Kazakh find, beside what was promised; a table. */
final class RelevanceBench {

    private static final List<String> SETS = List.of("kazqad-val", "belebele-dev", "akorda-dev");
    private static final List<String> WRITTEN = List.of("lookalike", "latin2021", "ascii", "typo");

    private final Path inputs;
    private final Path retrieval;
    private final SearchBox box = new SearchBox(10_000);
    private final Passages passages;

    RelevanceBench(Path inputs) throws IOException {
        this.inputs = inputs;
        this.retrieval = inputs.resolve("retrieval");
        this.passages = Passages.read(retrieval.resolve("passages.tsv"));
    }

    /** All figures, each with what is promised. */
    void table() throws Exception {
        try (SearchIndex index = passages.index(Evidence.all())) {
            for (String set : SETS) {
                Figures figures = ask(index, judgements(set, ""), UnaryOperator.identity());
                line(set + " nDCG@10", figures.ndcg(), promised(set));
                line(set + " recall@100", figures.recall(), set.equals(SETS.getFirst()) ? ">= 0.97" : "");
                for (String written : WRITTEN) {
                    Figures otherwise = ask(index, judgements(set, "." + written), UnaryOperator.identity());
                    line(set + " " + written + " nDCG@10", otherwise.ndcg(), promised(set + " " + written));
                }
            }
            Judgements questions = judgements(SETS.getFirst(), "");
            for (Romanisation alphabet : Romanisation.values()) {
                String name = alphabet.name().toLowerCase(Locale.ROOT).replace('_', '-');
                line(
                        SETS.getFirst() + " in " + name + " nDCG@10",
                        ask(index, questions, alphabet::write).ndcg(),
                        ">= 0.72");
            }
            spelling(index);
        }
        lemmas();
        cost();
    }

    /** The misspelt words by which the right one is found, among the words of all passages. */
    private void spelling(SearchIndex index) throws IOException {
        List<String> pairs = Files.readAllLines(inputs.resolve("spelling/kkwikispell.dev.tsv"));
        for (int i = 0; i < pairs.size(); i++) {
            index.put(Passages.work("pair-" + i, pairs.get(i).split("\t")[1], ""));
        }
        index.refresh();
        int searched = 0;
        int suggested = 0;
        for (int i = 0; i < pairs.size(); i++) {
            String wrong = pairs.get(i).split("\t")[0];
            boolean found = finds(index, wrong, i);
            searched += found ? 1 : 0;
            suggested += found || suggests(index, wrong, i) ? 1 : 0;
        }
        line("spelling pairs brought together", (double) searched / pairs.size(), "reported");
        line("spelling pairs, with suggestions", (double) suggested / pairs.size(), "reported");
    }

    private boolean finds(SearchIndex index, String typed, int pair) throws IOException {
        return index.ranked(box.parse(typed), 10).stream()
                .anyMatch(found -> found.work().equals("pair-" + pair));
    }

    private boolean suggests(SearchIndex index, String typed, int pair) throws IOException {
        String meant = index.search(new SearchRequest(box.parse(typed), Map.of(), 1, 10, ""))
                .didYouMean();
        if (!meant.isEmpty() && finds(index, meant, pair)) {
            return true;
        }
        for (Suggestion suggestion : index.suggest(typed, "kk", 8)) {
            if (finds(index, suggestion.text(), pair)) {
                return true;
            }
        }
        return false;
    }

    private void lemmas() throws IOException {
        IndexTerms terms = new IndexTerms();
        Function<String, List<String>> lemma = form -> terms.of("lemma", form);
        Path folder = inputs.resolve("lemma");
        LemmaJudgements.Scores ud = LemmaJudgements.read(folder.resolve("ud-ktb.dev.tsv"), features -> true)
                .judge(lemma);
        line("UD lemmas F1", ud.f1(), ">= 0.85");
        line("UD lemmas precision", ud.precision(), ">= 0.90");
        Path unimorph = folder.resolve("unimorph.dev.tsv");
        line(
                "UniMorph nouns F1",
                LemmaJudgements.read(unimorph, is -> is.startsWith("N"))
                        .judge(lemma)
                        .f1(),
                ">= 0.97");
        LemmaJudgements.Scores verbs =
                LemmaJudgements.read(unimorph, is -> is.startsWith("V")).judge(lemma);
        line("UniMorph verbs recall", verbs.recall(), ">= 0.70");
        line("UniMorph verbs precision", verbs.precision(), ">= 0.90");
    }

    private void cost() throws Exception {
        List<String> queries = new ArrayList<>();
        for (String set : SETS) {
            queries.addAll(judgements(set, "").texts());
        }
        SearchCost.Figures cost = new SearchCost(passages, queries).measure();
        line("index by StandardAnalyzer's", cost.sizeRatio(), "<= 3.2");
        line("search by single field's time", cost.ours() / cost.theirs(), "<= 2");
        line("the same, each question for the first time", cost.first() / cost.theirs(), "reported");
        say("  (medians: %.0f, %.0f and %.0f microseconds)", cost.ours(), cost.theirs(), cost.first());
    }

    /** What each kind of evidence adds: all of it, then all but one. */
    void ablation() throws IOException {
        List<Set<Evidence>> left = new ArrayList<>();
        left.add(Set.of());
        for (Evidence evidence : Evidence.values()) {
            left.add(Set.of(evidence));
        }
        left.add(Set.of(Evidence.LEMMA, Evidence.ROOTS));
        left.add(Set.of(Evidence.ROBUST, Evidence.ROOTS, Evidence.GUESSES));
        left.add(Set.of(Evidence.LEMMA, Evidence.ROOTS, Evidence.GUESSES));
        say("%-24s %s", "without", "nDCG@10 and recall@100 of " + String.join(", ", SETS) + "; kazqad-val with a typo");
        for (Set<Evidence> without : left) {
            Set<Evidence> used = EnumSet.allOf(Evidence.class);
            used.removeAll(without);
            try (SearchIndex index = passages.index(used)) {
                StringBuilder line = new StringBuilder();
                for (String set : SETS) {
                    Figures figures = ask(index, judgements(set, ""), UnaryOperator.identity());
                    line.append(String.format(Locale.ROOT, "%.3f %.3f   ", figures.ndcg(), figures.recall()));
                }
                Figures typo = ask(index, judgements(SETS.getFirst(), ".typo"), UnaryOperator.identity());
                line.append(String.format(Locale.ROOT, "%.3f", typo.ndcg()));
                say("%-24s %s", without.isEmpty() ? "nothing" : String.join("+", names(without)), line);
            }
        }
    }

    private Judgements judgements(String set, String written) throws IOException {
        return Judgements.read(
                retrieval.resolve(set + ".queries" + written + ".tsv"), retrieval.resolve(set + ".qrels.tsv"));
    }

    private Figures ask(SearchIndex index, Judgements judgements, UnaryOperator<String> otherwise) throws IOException {
        return judgements.written(otherwise).ask(index, box, (query, ranked) -> {});
    }

    private static List<String> names(Set<Evidence> evidence) {
        return evidence.stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static String promised(String measure) {
        return switch (measure) {
            case "kazqad-val" -> ">= 0.76";
            case "belebele-dev" -> ">= 0.81";
            case "akorda-dev" -> ">= 0.48";
            case "kazqad-val lookalike" -> ">= 0.75";
            case "kazqad-val latin2021", "kazqad-val ascii" -> ">= 0.745";
            case "kazqad-val typo" -> ">= 0.735";
            default -> "";
        };
    }

    private static void line(String measure, double figure, String promised) {
        say("%-44s %7.4f  %s", measure, figure, promised);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
