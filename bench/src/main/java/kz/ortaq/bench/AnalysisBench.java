package kz.ortaq.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.ortaq.analysis.OrtaqAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Measures how many words a second each analysis chain of ours takes beside Lucene's StandardAnalyzer. All read the same
 * text in the same process by turns, and the median of the turns counts. A word that leaves several terms counts once.
 */
final class AnalysisBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STANDARD = "standard";

    /** A turn reads at least so many characters, so that short texts are read several times. */
    private static final long CHARACTERS = 4_000_000;

    private final int turns;

    AnalysisBench(int turns) {
        this.turns = turns;
    }

    void run(List<String> texts) throws IOException {
        Map<String, Supplier<Analyzer>> chains = new LinkedHashMap<>();
        chains.put(STANDARD, StandardAnalyzer::new);
        chains.put("exact", OrtaqAnalyzers::exact);
        chains.put("folded", OrtaqAnalyzers::folded);
        chains.put("lemma", OrtaqAnalyzers::lemma);
        Map<String, Double> speeds = speeds(chains, texts);
        double standard = speeds.getOrDefault(STANDARD, 1.0);
        for (Map.Entry<String, Double> chain : speeds.entrySet()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("chain", chain.getKey());
            line.put("wordsPerSecond", Math.round(chain.getValue()));
            line.put("ofStandard", Math.round(1000 * chain.getValue() / standard) / 1000.0);
            System.out.println(JSON.writeValueAsString(line));
        }
        try (Analyzer folded = OrtaqAnalyzers.folded()) {
            new FoldQuality(folded).print(texts);
        }
    }

    private Map<String, Double> speeds(Map<String, Supplier<Analyzer>> chains, List<String> texts) throws IOException {
        Map<String, double[]> measured = new LinkedHashMap<>();
        for (int turn = -Math.min(2, turns); turn < turns; turn++) {
            for (Map.Entry<String, Supplier<Analyzer>> chain : chains.entrySet()) {
                try (Analyzer analyzer = chain.getValue().get()) {
                    double speed = wordsPerSecond(analyzer, texts);
                    if (turn >= 0) {
                        measured.computeIfAbsent(chain.getKey(), name -> new double[turns])[turn] = speed;
                    }
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        measured.forEach((name, speeds) -> {
            Arrays.sort(speeds);
            medians.put(name, speeds[turns / 2]);
        });
        return medians;
    }

    private static double wordsPerSecond(Analyzer analyzer, List<String> texts) throws IOException {
        long start = System.nanoTime();
        long words = 0;
        long characters = 0;
        while (characters < CHARACTERS) {
            for (String text : texts) {
                words += words(analyzer, text);
                characters += text.length() + 1;
            }
        }
        return words * 1e9 / (System.nanoTime() - start);
    }

    private static long words(Analyzer analyzer, String text) throws IOException {
        long words = 0;
        long length = 0;
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute place = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words += place.getPositionIncrement();
                length += term.length();
            }
            stream.end();
        }
        return length < 0 ? 0 : words;
    }
}
