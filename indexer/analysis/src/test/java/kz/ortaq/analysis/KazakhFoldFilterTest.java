package kz.ortaq.analysis;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.apache.lucene.tests.analysis.MockTokenizer;
import org.junit.Test;

public class KazakhFoldFilterTest extends BaseTokenStreamTestCase {

    @Test
    public void putsTheKeysOfAWordAtItsPlace() throws IOException {
        try (Analyzer analyzer = OrtaqAnalyzers.folded()) {
            assertAnalyzesTo(
                    analyzer,
                    "Жаңа janga steppe",
                    new String[] {"jana", "janga", "jana", "ianga", "steppe"},
                    new int[] {0, 5, 5, 5, 11},
                    new int[] {4, 10, 10, 10, 17},
                    new int[] {1, 1, 0, 0, 1});
        }
    }

    @Test
    public void keepsAWordWithApostrophesInOnePiece() throws IOException {
        try (Analyzer analyzer = OrtaqAnalyzers.folded()) {
            assertAnalyzesTo(analyzer, "s'ag'yn a'n", new String[] {"cagin", "an"});
            assertAnalyzesTo(analyzer, "oqy' 'qan'", new String[] {"oku", "oki", "kan"});
            assertAnalyzesTo(analyzer, "ٴتىل ٴۇمىت", new String[] {"til", "umit"});
        }
    }

    @Test
    public void dropsNoWord() throws IOException {
        try (Analyzer analyzer = OrtaqAnalyzers.folded()) {
            assertAnalyzesTo(analyzer, "Қан мен тер", new String[] {"kan", "men", "ter"});
            assertAnalyzesTo(analyzer, "Война и мир", new String[] {"uoina", "i", "mir"});
            assertAnalyzesTo(analyzer, "To be or not to be", new String[] {"to", "be", "or", "not", "to", "be"});
        }
    }

    @Test
    public void isFoundByItsSpiName() throws IOException {
        try (Analyzer analyzer = CustomAnalyzer.builder()
                .addCharFilter(LatinApostropheCharFilterFactory.NAME)
                .withTokenizer("standard")
                .addTokenFilter(MixedScriptFilterFactory.NAME)
                .addTokenFilter(KazakhFoldFilterFactory.NAME)
                .build()) {
            assertAnalyzesTo(analyzer, "Абай ЖОЛЫ книга", new String[] {"abai", "joli", "kniga"});
        }
    }

    @Test
    public void refusesParametersThatItDoesNotKnow() {
        expectThrows(
                IllegalArgumentException.class,
                () -> CustomAnalyzer.builder()
                        .withTokenizer("standard")
                        .addTokenFilter(KazakhFoldFilterFactory.NAME, "bogus", "1")
                        .build());
    }

    @Test
    public void marksOnlyApostrophesThatBelongToALatinLetter() throws IOException {
        try (LatinApostropheCharFilter filter = new LatinApostropheCharFilter(new StringReader("o' t' 'a п'я"))) {
            char[] text = new char[20];
            int length = filter.read(text, 0, 20);

            assertEquals("oʼ t' 'a п'я", new String(text, 0, length));
        }
    }

    @Test
    public void standsAnyText() throws IOException {
        try (Analyzer folded = OrtaqAnalyzers.folded();
                Analyzer mixed = new Analyzer() {
                    @Override
                    protected TokenStreamComponents createComponents(String field) {
                        MockTokenizer words = new MockTokenizer(MockTokenizer.WHITESPACE, false);
                        return new TokenStreamComponents(words, new KazakhFoldFilter(new MixedScriptFilter(words)));
                    }
                }) {
            checkRandomData(random(), folded, 500 * RANDOM_MULTIPLIER);
            checkRandomData(random(), mixed, 500 * RANDOM_MULTIPLIER, 40, false);
        }
    }
}
