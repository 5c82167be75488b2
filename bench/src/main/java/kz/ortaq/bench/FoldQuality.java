package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.analysis.KazakhCyrillic;
import kz.ortaq.analysis.MixedScript;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How well a chain that folds brings the alphabets of Kazakh together: each Cyrillic word of a text is romanised by
 * {@link Romanisation}, and counts where the two share a term. Beside that how many words share a term that should not.
 */
final class FoldQuality {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("[а-яёәғқңөұүһі]{2,}");
    private static final int EXAMPLES = 6;

    private final Analyzer analyzer;

    FoldQuality(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    void print(List<String> texts) throws IOException {
        Map<String, Integer> words = words(texts);
        Map<String, Set<String>> terms = new HashMap<>();
        for (String word : words.keySet()) {
            terms.put(word, terms(word));
        }
        for (Romanisation alphabet : Romanisation.values()) {
            System.out.println(JSON.writeValueAsString(meeting(alphabet, words, terms)));
        }
        System.out.println(JSON.writeValueAsString(collisions(terms)));
    }

    private static Map<String, Integer> words(List<String> texts) {
        Map<String, Integer> words = new HashMap<>();
        for (String text : texts) {
            WORD.matcher(text.toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(word -> words.merge(word.group(), 1, Integer::sum));
        }
        return words;
    }

    private Map<String, Object> meeting(
            Romanisation alphabet, Map<String, Integer> words, Map<String, Set<String>> terms) throws IOException {
        long forms = 0;
        long running = 0;
        long all = 0;
        long keys = 0;
        long restored = 0;
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            String written = alphabet.write(word.getKey());
            Set<String> found = terms(written);
            all += word.getValue();
            keys += found.size();
            restored += isRestored(written, word.getKey()) ? word.getValue() : 0;
            if (!Collections.disjoint(found, terms.getOrDefault(word.getKey(), Set.of()))) {
                forms++;
                running += word.getValue();
            } else if (missed.size() < EXAMPLES) {
                missed.add(word.getKey() + " " + written);
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("alphabet", alphabet.name());
        line.put("wordForms", words.size());
        line.put("formsThatMeet", share(forms, words.size()));
        line.put("runningWordsThatMeet", share(running, all));
        line.put("termsForAWord", share(keys, words.size()));
        line.put("runningWordsRestored", share(restored, all));
        line.put("missed", missed);
        return line;
    }

    /** Whether the word comes back from this alphabet letter by letter, or was never touched. */
    private static boolean isRestored(String written, String word) {
        char[] letters = written.replace('\'', 'ʼ').toCharArray();
        MixedScript.repair(letters, letters.length);
        String mended = new String(letters);
        return mended.equals(word) || KazakhCyrillic.of(mended).words().contains(word);
    }

    private static Map<String, Object> collisions(Map<String, Set<String>> terms) {
        Map<String, Integer> shared = new HashMap<>();
        terms.values().stream().flatMap(Collection::stream).forEach(term -> shared.merge(term, 1, Integer::sum));
        long alone = terms.values().stream()
                .filter(own -> own.stream().allMatch(term -> shared.getOrDefault(term, 0) == 1))
                .count();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cyrillicForms", terms.size());
        line.put("distinctTerms", shared.size());
        line.put("formsForATerm", share(terms.size(), shared.size()));
        line.put("formsAlone", share(alone, terms.size()));
        return line;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 10_000.0;
    }

    private Set<String> terms(String word) throws IOException {
        Set<String> terms = new HashSet<>();
        try (TokenStream stream = analyzer.tokenStream("text", word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }
}
