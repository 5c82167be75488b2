package kz.ortaq.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The analysis chains of Ortaq's fields, for texts and questions alike. No chain drops a word: {@code Қан мен тер} and
 * {@code To be or not to be} consist of little else than stop words.
 */
public final class OrtaqAnalyzers {

    private OrtaqAnalyzers() {}

    /** Words as written, in lower case; letters that only look right are mended. */
    public static Analyzer exact() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new LowerCaseFilter(new MixedScriptFilter(words)));
            }
        };
    }

    /** The keys on which the spellings of a word meet, whatever alphabet or keyboard it was written with. */
    public static Analyzer folded() {
        return new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader text) {
                return new LatinApostropheCharFilter(text);
            }

            @Override
            protected Reader initReaderForNormalization(String field, Reader text) {
                return new LatinApostropheCharFilter(text);
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new KazakhFoldFilter(words));
            }
        };
    }

    /**
     * The words of which the words of a text are forms, in Kazakh, Russian and English side by side at one place.
     * Letters are mended and Kazakh in other alphabets is written in Cyrillic before anything is stemmed.
     */
    public static Analyzer lemma() {
        return new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader text) {
                return new LatinApostropheCharFilter(text);
            }

            @Override
            protected Reader initReaderForNormalization(String field, Reader text) {
                return new LatinApostropheCharFilter(text);
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream mended = new LowerCaseFilter(new MixedScriptFilter(words));
                TokenStream stemmed = new RussianEnglishStemFilter(new KazakhCyrillicFilter(mended));
                return new TokenStreamComponents(words, new RemoveDuplicatesTokenFilter(stemmed));
            }
        };
    }
}
