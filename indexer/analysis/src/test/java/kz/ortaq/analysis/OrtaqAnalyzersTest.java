package kz.ortaq.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.junit.Test;

public final class OrtaqAnalyzersTest extends BaseTokenStreamTestCase {

    @Test
    public void bringFormsOfAWordTogetherInThreeLanguages() throws IOException {
        try (Analyzer lemma = OrtaqAnalyzers.lemma()) {
            assertMeet(lemma, "мектептерімізде", "мектеп");
            assertMeet(lemma, "балам", "бала");
            assertMeet(lemma, "истории", "история");
            assertMeet(lemma, "щеками", "щёки");
            assertMeet(lemma, "libraries", "library's");
            assertApart(lemma, "бала", "бал");
            assertApart(lemma, "ата", "ат");
        }
    }

    @Test
    public void bringAlphabetsTogetherBeforeAnythingIsStemmed() throws IOException {
        try (Analyzer lemma = OrtaqAnalyzers.lemma()) {
            assertMeet(lemma, "Qazaqstannyń", "Қазақстан");
            assertMeet(lemma, "ٴتىل", "тілдер");
            assertMeet(lemma, "қaлa", "қаланың");
            assertMeet(lemma, "Mektep", "мектептер");
            assertMeet(lemma, "s'ag'yn", "шағын");
            assertMeet(lemma, "казакстан", "Қазақстанда");
            assertMeet(lemma, "терезешиге", "терезешіміздің");
            assertMeet(lemma, "qytaitanushynyng", "қытайтанушыда");
            assertMeet(lemma, "qytaitanuşynyñ", "китайтанушыга");
            assertMeet(lemma, "теризилигине", "теризілікке");
            assertApart(lemma, "терезеші", "терезенің");
        }
    }

    @Test
    public void dropNoWord() throws IOException {
        try (Analyzer exact = OrtaqAnalyzers.exact();
                Analyzer lemma = OrtaqAnalyzers.lemma()) {
            assertAnalyzesTo(exact, "Қан мен тер", new String[] {"қан", "мен", "тер"});
            assertAnalyzesTo(exact, "Война и мир", new String[] {"война", "и", "мир"});
            for (String title : List.of("To be or not to be", "Қан мен тер", "Война и мир")) {
                assertEquals(title.split(" ").length, words(lemma, title).size());
            }
        }
    }

    @Test
    public void mendLettersThatOnlyLookRight() throws IOException {
        try (Analyzer exact = OrtaqAnalyzers.exact();
                Analyzer lemma = OrtaqAnalyzers.lemma()) {
            assertAnalyzesTo(exact, "қaзaқ HҰP", new String[] {"қазақ", "нұр"});
            assertAnalyzesTo(exact, "Аба\u0438\u0306", new String[] {"абай"});
            assertEquals(words(lemma, "қазақ нұр"), words(lemma, "қaзaқ HҰP"));
            assertEquals(words(lemma, "абай"), words(lemma, "Аба\u0438\u0306"));
        }
    }

    @Test
    public void standAnyText() throws IOException {
        try (Analyzer lemma = OrtaqAnalyzers.lemma();
                Analyzer exact = OrtaqAnalyzers.exact()) {
            checkRandomData(random(), lemma, 500 * RANDOM_MULTIPLIER);
            checkRandomData(random(), exact, 200 * RANDOM_MULTIPLIER);
        }
    }

    private static void assertMeet(Analyzer analyzer, String one, String other) throws IOException {
        assertTrue(words(analyzer, one) + " " + words(analyzer, other), meet(analyzer, one, other));
    }

    private static void assertApart(Analyzer analyzer, String one, String other) throws IOException {
        assertFalse(words(analyzer, one) + " " + words(analyzer, other), meet(analyzer, one, other));
    }

    private static boolean meet(Analyzer analyzer, String one, String other) throws IOException {
        Set<String> both = new TreeSet<>(words(analyzer, one).getFirst());
        both.retainAll(words(analyzer, other).getFirst());
        return !both.isEmpty();
    }

    /** The terms at each place of a text. */
    private static List<Set<String>> words(Analyzer analyzer, String text) throws IOException {
        List<Set<String>> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("field", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    words.add(new TreeSet<>());
                }
                words.getLast().add(term.toString());
            }
            tokens.end();
        }
        return words;
    }
}
