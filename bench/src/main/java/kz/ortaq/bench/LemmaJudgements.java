package kz.ortaq.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Judges an analysis by pairs of word forms: two forms should meet when they have a lemma in common, and do meet when
 * they have a term in common.
 *
 * <p>A file of judgements is TSV without a heading: form, lemma, part of speech or features. A form may come several
 * times.
 */
public final class LemmaJudgements {

    private final Map<String, Set<String>> lemmas = new TreeMap<>();

    /**
     * What came of it.
     *
     * @param forms how many distinct forms there are
     * @param lemmas how many distinct lemmas
     * @param pairs how many pairs of forms should meet
     * @param precision of the pairs that meet, the part that should
     * @param recall of the pairs that should meet, the part that does
     * @param macroRecall the mean over lemmas with at least two forms of the recall among their pairs
     */
    public record Scores(int forms, int lemmas, long pairs, double precision, double recall, double macroRecall) {

        /** The harmonic mean of precision and recall; 0 where both are. */
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** Reads the lines of a file whose third column is wanted. */
    public static LemmaJudgements read(Path file, Predicate<String> wanted) throws IOException {
        LemmaJudgements judgements = new LemmaJudgements();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] columns = line.split("\t", -1);
            if (columns.length > 2 && wanted.test(columns[2])) {
                judgements.add(columns[0], columns[1]);
            }
        }
        return judgements;
    }

    /** Says that a form is one of a lemma. */
    public void add(String form, String lemma) {
        lemmas.computeIfAbsent(form, fresh -> new TreeSet<>()).add(lemma);
    }

    /** Judges the terms that an analysis gives each form. */
    public Scores judge(Function<String, ? extends Collection<String>> analysis) {
        List<String> forms = List.copyOf(lemmas.keySet());
        Map<String, List<Integer>> byLemma = new LinkedHashMap<>();
        Map<String, List<Integer>> byTerm = new LinkedHashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            group(byLemma, lemmas.getOrDefault(forms.get(i), Set.of()), i);
            group(byTerm, new HashSet<>(analysis.apply(forms.get(i))), i);
        }
        Set<Long> should = new HashSet<>();
        byLemma.values().forEach(group -> should.addAll(pairs(group)));
        Set<Long> met = new HashSet<>();
        byTerm.values().forEach(group -> met.addAll(pairs(group)));
        double macro = byLemma.values().stream()
                .filter(group -> group.size() > 1)
                .mapToDouble(group -> recall(pairs(group), met))
                .average()
                .orElse(0);
        return new Scores(forms.size(), byLemma.size(), should.size(), recall(met, should), recall(should, met), macro);
    }

    private static void group(Map<String, List<Integer>> groups, Collection<String> keys, int form) {
        keys.forEach(
                key -> groups.computeIfAbsent(key, fresh -> new ArrayList<>()).add(form));
    }

    private static List<Long> pairs(List<Integer> group) {
        List<Long> pairs = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                pairs.add((long) group.get(i) << 32 | group.get(j));
            }
        }
        return pairs;
    }

    private static double recall(Collection<Long> wanted, Set<Long> had) {
        return wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(had::contains).count() / wanted.size();
    }
}
