package kz.ortaq.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.apache.lucene.tests.analysis.MockTokenizer;
import org.junit.Test;

public class KazakhLemmaFilterTest extends BaseTokenStreamTestCase {

    private static Analyzer exact() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new KazakhLemmaFilter(new LowerCaseFilter(words)));
            }
        };
    }

    @Test
    public void putsTheLemmaInThePlaceOfAWord() throws IOException {
        try (Analyzer analyzer = exact()) {
            assertAnalyzesTo(
                    analyzer,
                    "Мектептерімізде кітаптарды оқимыз",
                    new String[] {"мектеп", "кітап", "оқы"},
                    new int[] {0, 16, 27},
                    new int[] {15, 26, 33});
        }
    }

    @Test
    public void repairsStemsThatEndingsChange() throws IOException {
        try (Analyzer analyzer = exact()) {
            assertAnalyzesTo(analyzer, "мектебі күрегі қазағы", new String[] {"мектеп", "күрек", "қазақ"});
            assertAnalyzesTo(analyzer, "аузы мұрнынан халқының", new String[] {"ауыз", "мұрын", "халық"});
            assertAnalyzesTo(analyzer, "тауып қояды танимын", new String[] {"тап", "қой", "таны"});
        }
    }

    @Test
    public void takesWordsThatEndingsMakeForLemmasOfTheirOwn() throws IOException {
        try (Analyzer analyzer = exact()) {
            assertAnalyzesTo(analyzer, "терезешіміздің терезесі", new String[] {"терезеші", "терезе"});
            assertAnalyzesTo(analyzer, "дәптершілдерге жұмыстасым", new String[] {"дәптершіл", "жұмыстас"});
            assertAnalyzesTo(analyzer, "терезелігі терезелікке", new String[] {"терезелік", "терезелік"});
            assertAnalyzesTo(analyzer, "боямада боямадың", new String[] {"бояма", "боя"});
        }
    }

    @Test
    public void givesTheFormsOfAnUnknownWordOneLemma() throws IOException {
        try (Analyzer analyzer = exact()) {
            assertAnalyzesTo(
                    analyzer, "Мыңбұлақтанушы мыңбұлақтанушының", new String[] {"мыңбұлақтанушы", "мыңбұлақтанушы"});
            assertAnalyzesTo(analyzer, "шарантанушыда шарантанушылар", new String[] {"шарантанушы", "шарантанушы"});
            assertAnalyzesTo(analyzer, "құрдүмбігі құрдүмбікке", new String[] {"құрдүмбік", "құрдүмбік"});
            assertAnalyzesTo(analyzer, "Сарқұдығымыз Сарқұдыққа", new String[] {"сарқұдық", "сарқұдық"});
            assertAnalyzesTo(analyzer, "бәрколлогымыз", new String[] {"бәрколлог"});
        }
    }

    @Test
    public void leavesRussianAndEnglishWordsAsTheyAre() throws IOException {
        try (Analyzer analyzer = exact()) {
            assertAnalyzesTo(analyzer, "война и мир", new String[] {"война", "и", "мир"});
            assertAnalyzesTo(analyzer, "the steppe 1954 b2b", new String[] {"the", "steppe", "1954", "b2b"});
        }
    }

    @Test
    public void leavesKeywordsAsTheyAre() throws IOException {
        CharArraySet keywords = new CharArraySet(1, false);
        keywords.add("кітаптар");
        try (Analyzer analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new MockTokenizer(MockTokenizer.WHITESPACE, false);
                TokenStream marked = new SetKeywordMarkerFilter(words, keywords);
                return new TokenStreamComponents(words, new KazakhLemmaFilter(marked));
            }
        }) {
            assertAnalyzesTo(analyzer, "кітаптар кітаптарды", new String[] {"кітаптар", "кітап"});
        }
    }

    @Test
    public void isFoundByItsSpiName() throws IOException {
        try (Analyzer analyzer = CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addTokenFilter("lowercase")
                .addTokenFilter(KazakhFoldFilterFactory.NAME)
                .addTokenFilter(KazakhLemmaFilterFactory.NAME, "folded", "true", "most", "1")
                .build()) {
            assertAnalyzesTo(analyzer, "мектептерімізде кітаптарды", new String[] {"mektep", "kitap"});
            assertAnalyzesTo(analyzer, "мектептеримизде китаптарды", new String[] {"mektep", "kitap"});
        }
    }

    @Test
    public void refusesParametersThatItDoesNotKnow() {
        expectThrows(
                IllegalArgumentException.class,
                () -> CustomAnalyzer.builder()
                        .withTokenizer("standard")
                        .addTokenFilter(KazakhLemmaFilterFactory.NAME, "most", "4")
                        .build()
                        .tokenStream("f", "сөз"));
        expectThrows(
                IllegalArgumentException.class,
                () -> CustomAnalyzer.builder()
                        .withTokenizer("standard")
                        .addTokenFilter(KazakhLemmaFilterFactory.NAME, "lexicon", "none"));
    }

    @Test
    public void survivesRandomText() throws IOException {
        try (Analyzer analyzer = new Analyzer() {
                    @Override
                    protected TokenStreamComponents createComponents(String field) {
                        Tokenizer words = new MockTokenizer(MockTokenizer.WHITESPACE, true);
                        return new TokenStreamComponents(words, new KazakhLemmaFilter(words));
                    }
                };
                Analyzer folded = new Analyzer() {
                    @Override
                    protected TokenStreamComponents createComponents(String field) {
                        Tokenizer words = new MockTokenizer(MockTokenizer.WHITESPACE, true);
                        return new TokenStreamComponents(
                                words, new KazakhLemmaFilter(new KazakhFoldFilter(words), true, 2));
                    }
                }) {
            checkRandomData(random(), analyzer, 200 * RANDOM_MULTIPLIER);
            checkRandomData(random(), folded, 200 * RANDOM_MULTIPLIER);
        }
    }

    @Test
    public void survivesRandomKazakhLetters() throws IOException {
        String letters = "аәбгғдежзийкқлмнңоөпрстуұүһшыі";
        try (Analyzer analyzer = exact()) {
            for (int round = 0; round < 2000; round++) {
                StringBuilder word = new StringBuilder();
                for (int i = random().nextInt(60); i >= 0; i--) {
                    word.append(letters.charAt(random().nextInt(letters.length())));
                }
                checkAnalysisConsistency(random(), analyzer, false, word.toString());
            }
        }
    }

    @Test
    public void takesAnEmptyTerm() throws IOException {
        try (Analyzer analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer whole = new KeywordTokenizer();
                return new TokenStreamComponents(whole, new KazakhLemmaFilter(whole));
            }
        }) {
            checkOneTerm(analyzer, "", "");
        }
    }
}
