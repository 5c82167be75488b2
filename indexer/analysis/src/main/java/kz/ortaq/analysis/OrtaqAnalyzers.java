package kz.ortaq.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The analysis chains of Ortaq's fields. */
public final class OrtaqAnalyzers {

    private OrtaqAnalyzers() {}

    /** Words as written, in lower case. */
    public static Analyzer exact() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new LowerCaseFilter(words));
            }
        };
    }

    /** Words as someone types them whose keyboard has no Kazakh letters. */
    public static Analyzer folded() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream folded = new LookalikeFoldFilter(new LowerCaseFilter(words));
                return new TokenStreamComponents(words, folded);
            }
        };
    }
}
