package kz.ortaq.analysis;

import java.io.IOException;
import kz.ortaq.analysis.stem.KazakhStemmer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the lemma in a Kazakh word's place: {@code мектептерімізде} becomes {@code мектеп}. Where a word can be a form of
 * several lemmas, up to three come at one position, the likeliest first. Words that are no Kazakh ones, as far as the
 * lexicon and the endings tell, pass unchanged, and so do keywords. Expects lower case.
 */
public final class KazakhLemmaFilter extends TokenFilter {

    private static final char[][] NONE = {};

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final KazakhStemmer.Reader reader;
    private final int most;
    private char[][] lemmas = NONE;
    private int count;
    private int next;
    private State word = captureState();

    /** The tables of each spelling, loaded when first used and shared. */
    private static final class Exact {
        static final KazakhStemmer STEMMER = KazakhStemmer.exact();
    }

    private static final class Folded {
        static final KazakhStemmer STEMMER =
                KazakhStemmer.folded(word -> KazakhFold.keys(word).getFirst());
    }

    /** Reads words in Kazakh spelling, for one thread. */
    static KazakhStemmer.Reader exact() {
        return Exact.STEMMER.reader();
    }

    /** Reads words by their folded keys, for one thread. */
    static KazakhStemmer.Reader folded() {
        return Folded.STEMMER.reader();
    }

    /** For words in Kazakh spelling. */
    public KazakhLemmaFilter(TokenStream input) {
        this(input, false, 3);
    }

    /**
     * @param folded whether the words went through {@link KazakhFoldFilter}, as the lemmas will have
     * @param most how many lemmas a word may be given, 1 to 3
     */
    public KazakhLemmaFilter(TokenStream input, boolean folded, int most) {
        super(input);
        if (most < 1 || most > 3) {
            throw new IllegalArgumentException("A word is given 1 to 3 lemmas, not " + most);
        }
        this.reader = (folded ? Folded.STEMMER : Exact.STEMMER).reader();
        this.most = most;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next < count) {
            restoreState(word);
            put(lemmas[next++]);
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        next = 0;
        count = 0;
        if (!keyword.isKeyword()) {
            lemmas = reader.lemmas(term.buffer(), term.length());
            count = Math.min(most, lemmas.length);
            if (count > 0) {
                put(lemmas[next++]);
            }
            if (count > 1) {
                word = captureState();
            }
        }
        return true;
    }

    private void put(char[] lemma) {
        term.copyBuffer(lemma, 0, lemma.length);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        next = 0;
        count = 0;
    }
}
