package kz.ortaq.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Writes Kazakh words in Latin or Arabic letters in Cyrillic, so that a stemmer of Cyrillic Kazakh knows them
 * ({@link KazakhCyrillic}). A Latin word that is surely Kazakh is replaced; one that may be English too stays, with its
 * Cyrillic readings at the same place; what cannot be Kazakh stays alone. Wants lower case, after
 * {@link LatinApostropheCharFilter}; in words that stay, the apostrophe is the plain one again, as English filters
 * expect it. Keywords pass untouched.
 */
public final class KazakhCyrillicFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final Deque<String> readings = new ArrayDeque<>();
    private State word = captureState();

    public KazakhCyrillicFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!readings.isEmpty()) {
            restoreState(word);
            position.setPositionIncrement(0);
            term.setEmpty().append(readings.remove());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (keyword.isKeyword() || term.length() == 0 || isCyrillicOrNumber()) {
            return true;
        }
        KazakhCyrillic.Readings read = KazakhCyrillic.of(term);
        readings.addAll(read.words());
        if (readings.isEmpty() || !read.sure()) {
            straightenApostrophes();
        } else {
            term.setEmpty().append(readings.remove());
        }
        if (!readings.isEmpty()) {
            word = captureState();
        }
        return true;
    }

    private boolean isCyrillicOrNumber() {
        char first = term.charAt(0);
        return MixedScript.isCyrillic(first) || first >= '0' && first <= '9';
    }

    private void straightenApostrophes() {
        int length = term.length();
        if (term.charAt(length - 1) == 'ʼ' && length > 1) {
            term.setLength(--length);
        }
        char[] letters = term.buffer();
        for (int i = 0; i < length; i++) {
            letters[i] = letters[i] == 'ʼ' ? '\'' : letters[i];
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        readings.clear();
    }
}
