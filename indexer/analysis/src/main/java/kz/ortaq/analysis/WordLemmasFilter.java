package kz.ortaq.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Replaces each word, as it was written, by the words of which it is a form, in Kazakh, Russian and English: all that
 * {@link MixedScriptFilter}, lower-casing, {@link KazakhCyrillicFilter}, {@link RussianEnglishStemFilter} and
 * {@link MetLemmaFilter} do one after the other, each term once. Keywords pass untouched.
 */
public final class WordLemmasFilter extends RememberingFilter {

    /** The most lemmas that a word may be given in one spelling. */
    public static final int MOST_LEMMAS = 3;

    private static final int REMEMBERED = 1 << 18;
    private static final WordMemory[] MEMORIES = new WordMemory[MOST_LEMMAS + 1];

    private final OneWord one = new OneWord();
    private final TokenStream filters;
    private final CharTermAttribute found;

    /** @param most how many lemmas a word may be given in one spelling, 1 to {@value #MOST_LEMMAS} */
    public WordLemmasFilter(TokenStream input, int most) {
        super(input, memory(most));
        TokenStream mended = new LowerCaseFilter(new MixedScriptFilter(one));
        TokenStream others = new RussianEnglishStemFilter(new KazakhCyrillicFilter(mended));
        filters = new RemoveDuplicatesTokenFilter(new MetLemmaFilter(others, most));
        found = filters.getAttribute(CharTermAttribute.class);
    }

    private static synchronized WordMemory memory(int most) {
        if (most < 1 || most > MOST_LEMMAS) {
            throw new IllegalArgumentException("A word is given 1 to " + MOST_LEMMAS + " lemmas, not " + most);
        }
        WordMemory known = MEMORIES[most];
        if (known == null) {
            known = new WordMemory(REMEMBERED);
            MEMORIES[most] = known;
        }
        return known;
    }

    /** A text of one word. */
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private boolean given = true;

        void set(CharTermAttribute word) {
            clearAttributes();
            term.copyBuffer(word.buffer(), 0, word.length());
            given = false;
        }

        @Override
        public boolean incrementToken() {
            boolean first = !given;
            given = true;
            return first;
        }
    }

    @Override
    List<char[]> terms(CharTermAttribute word) throws IOException {
        List<char[]> read = new ArrayList<>();
        one.set(word);
        filters.reset();
        while (filters.incrementToken()) {
            read.add(found.toString().toCharArray());
        }
        filters.end();
        return read;
    }
}
