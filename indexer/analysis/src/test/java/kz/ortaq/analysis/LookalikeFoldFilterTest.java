package kz.ortaq.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

class LookalikeFoldFilterTest {

    @Test
    void bringsKazakhAndLookalikeLettersTogether() throws IOException {
        try (Analyzer analyzer = OrtaqAnalyzers.folded()) {
            assertEquals(terms(analyzer, "казакстан тарихы"), terms(analyzer, "Қазақстан тарихы"));
            assertEquals(terms(analyzer, "унди улкен орын"), terms(analyzer, "үнді үлкен орын"));
            assertEquals(List.of("елка", "steppe"), terms(analyzer, "Ёлка Steppe"));
        }
    }

    @Test
    void isFoundByItsSpiName() throws IOException {
        try (Analyzer analyzer = CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addTokenFilter("lowercase")
                .addTokenFilter(LookalikeFoldFilterFactory.NAME)
                .build()) {
            assertEquals(List.of("абай", "жолы", "книга"), terms(analyzer, "Абай ЖОЛЫ книга"));
        }
    }

    @Test
    void survivesAnyTextAndKeepsLengths() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (Analyzer exact = OrtaqAnalyzers.exact();
                Analyzer folded = OrtaqAnalyzers.folded()) {
            for (int round = 0; round < 500; round++) {
                StringBuilder text = new StringBuilder();
                random.ints(random.nextInt(200), 0, 0x30000).forEach(text::appendCodePoint);

                List<String> before = terms(exact, text.toString());
                List<String> after = terms(folded, text.toString());

                assertEquals(
                        before.stream().map(String::length).toList(),
                        after.stream().map(String::length).toList());
            }
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("f", text)) {
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
