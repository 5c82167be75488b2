package kz.ortaq.engine.index;

import java.util.List;
import kz.ortaq.analysis.OrtaqAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;

/** The first letters of lemmas, where words meet that are derived from one root: білім, білімді, білімсіздік. */
final class Roots {

    private static final int LETTERS = 4;

    private Roots() {}

    /** The chain of lemmas, shortened. */
    static Analyzer analyzer() {
        Analyzer lemma = OrtaqAnalyzers.lemma();
        return new AnalyzerWrapper(Analyzer.GLOBAL_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return lemma;
            }

            @Override
            protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
                return new TokenStreamComponents(
                        components.getSource(),
                        new RemoveDuplicatesTokenFilter(new TruncateTokenFilter(components.getTokenStream(), LETTERS)));
            }
        };
    }

    /** The same of lemmas. */
    static List<String> of(List<String> lemmas) {
        return lemmas.stream()
                .map(lemma -> lemma.length() <= LETTERS ? lemma : lemma.substring(0, LETTERS))
                .distinct()
                .toList();
    }
}
