package kz.ortaq.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kz.ortaq.analysis.stem.KazakhStemmer;
import org.junit.jupiter.api.Test;

/** Families of forms written by hand from grammars: two forms meet when they have a lemma in common. */
class KazakhFamiliesTest {

    private final KazakhStemmer.Reader exact = KazakhStemmer.exact().reader();
    private final KazakhStemmer.Reader folded =
            KazakhStemmer.folded(word -> KazakhFold.keys(word).getFirst()).reader();

    private record Form(String family, String form, Set<String> lemmas) {}

    private record Scores(int families, int forms, double precision, double recall) {}

    @Test
    void bringsTheFormsOfAVerbTogether() throws IOException {
        Scores inKazakh = judge("verb-families.tsv", false);
        Scores withoutKazakhLetters = judge("verb-families.tsv", true);

        assertTrue(inKazakh.families >= 150, inKazakh.toString());
        assertTrue(inKazakh.recall >= 0.90 && inKazakh.precision >= 0.90, inKazakh.toString());
        assertTrue(withoutKazakhLetters.recall >= 0.90 && withoutKazakhLetters.precision >= 0.75, "folded");
    }

    @Test
    void bringsTheFormsOfOtherWordsTogether() throws IOException {
        Scores inKazakh = judge("word-families.tsv", false);
        Scores withoutKazakhLetters = judge("word-families.tsv", true);

        assertTrue(inKazakh.families >= 100, inKazakh.toString());
        assertTrue(inKazakh.recall >= 0.90 && inKazakh.precision >= 0.90, inKazakh.toString());
        assertTrue(withoutKazakhLetters.recall >= 0.90 && withoutKazakhLetters.precision >= 0.80, "folded");
    }

    @Test
    void keepsWordsApartThatOnlyLookLikeForms() throws IOException {
        List<String> met = new ArrayList<>();
        List<String[]> pairs = rows("pairs-apart.tsv");
        for (String[] pair : pairs) {
            if (!Collections.disjoint(lemmas(pair[0], false), lemmas(pair[1], false))) {
                met.add(pair[0] + "/" + pair[1]);
            }
        }
        System.out.println("pairs that must stay apart: " + pairs.size() + ", met: " + met);

        assertTrue(pairs.size() >= 60);
        assertTrue(met.size() <= 3, met.toString());
    }

    @Test
    void putsTheDictionaryFormFirst() throws IOException {
        int right = 0;
        List<String[]> rows = rows("word-families.tsv");
        for (String[] row : rows) {
            right += row[0].equals(first(row[0])) ? 1 : 0;
        }

        assertTrue(right >= rows.size() * 95 / 100, right + " of " + rows.size());
        assertEquals("мектеп", first("мектептерімізде"));
    }

    private Scores judge(String file, boolean fold) throws IOException {
        List<Form> forms = new ArrayList<>();
        List<String[]> rows = rows(file);
        for (String[] row : rows) {
            Stream.concat(Stream.of(row[0]), Stream.of(row[1].split(" ")))
                    .distinct()
                    .forEach(form -> forms.add(new Form(row[0], form, lemmas(form, fold))));
        }
        int should = 0;
        int did = 0;
        int both = 0;
        for (int i = 0; i < forms.size(); i++) {
            for (int j = i + 1; j < forms.size(); j++) {
                boolean same = forms.get(i).family.equals(forms.get(j).family);
                boolean met = !Collections.disjoint(forms.get(i).lemmas, forms.get(j).lemmas);
                should += same ? 1 : 0;
                did += met ? 1 : 0;
                both += same && met ? 1 : 0;
            }
        }
        Scores scores = new Scores(rows.size(), forms.size(), (double) both / did, (double) both / should);
        System.out.println(file + (fold ? ", folded: " : ": ") + scores);
        return scores;
    }

    private Set<String> lemmas(String word, boolean fold) {
        char[] letters = (fold ? KazakhFold.keys(word).getFirst() : word).toCharArray();
        Set<String> lemmas = new HashSet<>();
        for (char[] lemma : (fold ? folded : exact).lemmas(letters, letters.length)) {
            lemmas.add(new String(lemma));
        }
        return lemmas.isEmpty() ? Set.of(new String(letters)) : lemmas;
    }

    private String first(String word) {
        char[][] lemmas = exact.lemmas(word.toCharArray(), word.length());
        return lemmas.length == 0 ? word : new String(lemmas[0]);
    }

    private static List<String[]> rows(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KazakhFamiliesTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
