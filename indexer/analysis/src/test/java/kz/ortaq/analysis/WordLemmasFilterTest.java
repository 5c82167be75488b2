package kz.ortaq.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.apache.lucene.tests.util.TestUtil;
import org.junit.Test;

/** One filter gives what the single ones give one after the other, for the first time and from memory. */
public final class WordLemmasFilterTest extends BaseTokenStreamTestCase {

    private static final String TEXT = "Мектептерімізде қaзaқ балалары мен Қазақстан тарихы, история Казахстана "
            + "Qazaqstannyñ tarihy; teachers' libraries ٴتىل казакстан Ахметов 2021";

    private static Analyzer remembering(int most) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new WhitespaceTokenizer();
                return new TokenStreamComponents(words, new WordLemmasFilter(words, most));
            }
        };
    }

    private static Analyzer oneAfterTheOther(int most) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new WhitespaceTokenizer();
                TokenStream mended = new LowerCaseFilter(new MixedScriptFilter(words));
                TokenStream others = new RussianEnglishStemFilter(new KazakhCyrillicFilter(mended));
                return new TokenStreamComponents(
                        words, new RemoveDuplicatesTokenFilter(new MetLemmaFilter(others, most)));
            }
        };
    }

    @Test
    public void givesWhatTheSingleFiltersGive() throws IOException {
        for (int most = 1; most <= WordLemmasFilter.MOST_LEMMAS; most++) {
            try (Analyzer one = remembering(most);
                    Analyzer several = oneAfterTheOther(most)) {
                assertEquals(tokens(several, TEXT), tokens(one, TEXT));
                assertEquals("from memory", tokens(several, TEXT), tokens(one, TEXT));
                for (int i = 0; i < 300; i++) {
                    String any = TestUtil.randomAnalysisString(random(), 60, false);
                    assertEquals(any, tokens(several, any), tokens(one, any));
                }
            }
        }
    }

    @Test
    public void isFoundByItsSpiName() throws IOException {
        try (Analyzer analyzer = CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addTokenFilter("wordLemmas", "most", "1")
                .build()) {
            assertAnalyzesTo(analyzer, "мектептерімізде", new String[] {"mektep"});
        }
    }

    @Test
    public void standsAnyText() throws IOException {
        try (Analyzer analyzer = remembering(3)) {
            checkRandomData(random(), analyzer, 300 * RANDOM_MULTIPLIER);
        }
    }

    private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute place = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term + "/" + offset.startOffset() + "-" + offset.endOffset() + "+"
                        + place.getPositionIncrement());
            }
            stream.end();
        }
        return tokens;
    }
}
