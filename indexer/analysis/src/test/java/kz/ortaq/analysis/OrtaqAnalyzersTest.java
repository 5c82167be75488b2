package kz.ortaq.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.junit.Test;

public class OrtaqAnalyzersTest extends BaseTokenStreamTestCase {

    @Test
    public void stemsRussianAndEnglishBesideKazakh() throws IOException {
        try (Analyzer lemma = OrtaqAnalyzers.lemma()) {
            assertAnalyzesTo(lemma, "История", new String[] {"история", "истор"}, new int[] {1, 0});
            assertAnalyzesTo(lemma, "истории", new String[] {"истории", "истор"}, new int[] {1, 0});
            assertAnalyzesTo(lemma, "щёки", new String[] {"щёки", "щек"}, new int[] {1, 0});
            assertAnalyzesTo(lemma, "children's libraries", new String[] {"children", "librari"});
            assertAnalyzesTo(lemma, "бала балам", new String[] {"бала", "балам"});
        }
    }

    @Test
    public void writesKazakhInOneAlphabetBeforeItIsStemmed() throws IOException {
        try (Analyzer lemma = OrtaqAnalyzers.lemma()) {
            assertAnalyzesTo(lemma, "Qazaqstan ٴتىل қaлa", new String[] {"қазақстан", "тіл", "қала"});
            assertAnalyzesTo(lemma, "Mektep", new String[] {"mektep", "мектеп"}, new int[] {1, 0});
            assertAnalyzesTo(lemma, "s'ag'yn oqy'", new String[] {"шағын", "оқу"});
        }
    }

    @Test
    public void dropNoWord() throws IOException {
        try (Analyzer exact = OrtaqAnalyzers.exact()) {
            assertAnalyzesTo(exact, "Қан мен тер", new String[] {"қан", "мен", "тер"});
            assertAnalyzesTo(exact, "Война и мир", new String[] {"война", "и", "мир"});
        }
        try (Analyzer lemma = OrtaqAnalyzers.lemma()) {
            assertAnalyzesTo(lemma, "To be or not to be", new String[] {"to", "be", "or", "not", "to", "be"});
            assertAnalyzesTo(lemma, "Қан мен тер", new String[] {"қан", "мен", "тер"});
            assertAnalyzesTo(lemma, "Война и мир", new String[] {"война", "войн", "и", "мир"}, new int[] {1, 0, 1, 1});
        }
    }

    @Test
    public void mendLettersThatOnlyLookRight() throws IOException {
        try (Analyzer exact = OrtaqAnalyzers.exact();
                Analyzer lemma = OrtaqAnalyzers.lemma()) {
            for (Analyzer analyzer : new Analyzer[] {exact, lemma}) {
                assertAnalyzesTo(analyzer, "қaзaқ HҰP", new String[] {"қазақ", "нұр"});
                assertAnalyzesTo(analyzer, "Аба\u0438\u0306", new String[] {"абай"});
            }
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
}
