package kz.ortaq.analysis;

import java.io.Reader;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The analysis chains of Ortaq's fields, for texts and questions alike. No chain drops a word: {@code Қан мен тер} and
 * {@code To be or not to be} consist of little else than stop words.
 */
public final class OrtaqAnalyzers {

    private static final int ROBUST_LETTERS = 5;

    private OrtaqAnalyzers() {}

    /** Words as written, in lower case; letters that only look right are mended. */
    public static Analyzer exact() {
        return chain(words -> new LowerCaseFilter(new MixedScriptFilter(words)));
    }

    /** The keys on which the spellings of a word meet, whatever alphabet or keyboard it was written with. */
    public static Analyzer folded() {
        return chain(KazakhFoldFilter::new);
    }

    /**
     * The first letters of the folded keys: they stay what they are when endings are added, dropped or misspelt, also in
     * languages and words that no stemmer knows.
     */
    public static Analyzer robust() {
        return chain(words ->
                new RemoveDuplicatesTokenFilter(new TruncateTokenFilter(new KazakhFoldFilter(words), ROBUST_LETTERS)));
    }

    /** What {@link #robust} makes of a folded key. */
    public static String beginning(String key) {
        return key.length() <= ROBUST_LETTERS ? key : key.substring(0, ROBUST_LETTERS);
    }

    /**
     * The words of which the words of a text are forms, in Kazakh, Russian and English side by side at one place.
     * Letters are mended and Kazakh in other alphabets is written in Cyrillic before anything is stemmed. The
     * lemmas are folded, so that words without Kazakh letters meet the others.
     */
    public static Analyzer lemma() {
        return chain(words -> new WordLemmasFilter(words, WordLemmasFilter.MOST_LEMMAS));
    }

    private static Analyzer chain(UnaryOperator<TokenStream> filters) {
        return new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader text) {
                return new InitialsCharFilter(new LatinApostropheCharFilter(text));
            }

            @Override
            protected Reader initReaderForNormalization(String field, Reader text) {
                return new LatinApostropheCharFilter(text);
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, filters.apply(words));
            }
        };
    }
}
