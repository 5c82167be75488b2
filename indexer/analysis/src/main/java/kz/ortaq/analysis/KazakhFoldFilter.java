package kz.ortaq.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Replaces each word by its {@link KazakhFold} keys, all at the word's position. Wants words as they were written, before
 * lower-casing; keywords pass untouched.
 */
public final class KazakhFoldFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final KazakhFold fold = new KazakhFold();
    private int next;
    private int count;
    private State word = captureState();

    public KazakhFoldFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next < count) {
            restoreState(word);
            position.setPositionIncrement(0);
            write(next++);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (keyword.isKeyword()) {
            return true;
        }
        count = fold.fold(term.buffer(), term.length());
        next = 1;
        if (count > 1) {
            word = captureState();
        }
        write(0);
        return true;
    }

    private void write(int key) {
        term.copyBuffer(fold.key(key), 0, fold.length(key));
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        next = 0;
        count = 0;
    }
}
