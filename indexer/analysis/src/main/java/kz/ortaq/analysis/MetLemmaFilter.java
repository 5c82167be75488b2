package kz.ortaq.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import kz.ortaq.analysis.stem.KazakhStemmer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Replaces each word by its lemmas, folded, so that they meet whatever letters the word was written with. A word is
 * stemmed in Kazakh spelling; where that knows no lemma, as for one typed without Kazakh letters, its folded keys are
 * stemmed instead. A word without lemmas keeps its keys. Expects lower case; keywords pass untouched.
 */
public final class MetLemmaFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final KazakhFold fold = new KazakhFold();
    private final KazakhStemmer.Reader exact = KazakhLemmaFilter.exact();
    private final KazakhStemmer.Reader folded = KazakhLemmaFilter.folded();
    private final int most;
    private final Deque<String> lemmas = new ArrayDeque<>();
    private State word = captureState();

    /** @param most how many lemmas a word may be given in one spelling, 1 to 3 */
    public MetLemmaFilter(TokenStream input, int most) {
        super(input);
        this.most = most;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!lemmas.isEmpty()) {
            restoreState(word);
            position.setPositionIncrement(0);
            term.setEmpty().append(lemmas.remove());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (keyword.isKeyword()) {
            return true;
        }
        lemmas.addAll(lemmas());
        term.setEmpty().append(lemmas.remove());
        if (!lemmas.isEmpty()) {
            word = captureState();
        }
        return true;
    }

    /** Lemmas that the lexicon has come first, in Kazakh spelling, then without its letters; then what is guessed. */
    private Set<String> lemmas() {
        Set<String> met = new LinkedHashSet<>();
        char[][] written = exact.lemmas(term.buffer(), term.length());
        if (isKnown(exact, written)) {
            for (int i = 0; i < Math.min(most, written.length); i++) {
                met.addAll(keys(written[i], written[i].length));
            }
            return met;
        }
        Set<String> guessed = new LinkedHashSet<>();
        if (written.length > 0) {
            guessed.addAll(keys(written[0], written[0].length));
        }
        for (String key : keys(term.buffer(), term.length())) {
            char[][] keyed = folded.lemmas(key.toCharArray(), key.length());
            Set<String> found = isKnown(folded, keyed) ? met : guessed;
            for (int i = 0; i < Math.min(most, keyed.length) && (found == met || written.length == 0); i++) {
                found.add(new String(keyed[i]));
            }
            if (keyed.length == 0 && written.length == 0) {
                guessed.add(key);
            }
        }
        return met.isEmpty() ? guessed : met;
    }

    /** Whether the lexicon has a lemma that was found: of a guess there is no further reading. */
    private static boolean isKnown(KazakhStemmer.Reader reader, char[][] lemmas) {
        return lemmas.length > 1 || (lemmas.length == 1 && reader.lemmas(lemmas[0], lemmas[0].length).length > 0);
    }

    private Set<String> keys(char[] letters, int length) {
        Set<String> keys = new LinkedHashSet<>();
        int count = fold.fold(letters, length);
        for (int i = 0; i < count; i++) {
            keys.add(new String(fold.key(i), 0, fold.length(i)));
        }
        return keys;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        lemmas.clear();
    }
}
