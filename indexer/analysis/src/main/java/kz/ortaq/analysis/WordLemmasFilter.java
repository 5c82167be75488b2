package kz.ortaq.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Replaces each word, as it was written, by the words of which it is a form, in Kazakh, Russian and English: all that
 * {@link MixedScriptFilter}, lower-casing, {@link KazakhCyrillicFilter}, {@link RussianEnglishStemFilter} and
 * {@link MetLemmaFilter} do one after the other, each term once. What came of a word is remembered, for most words of a
 * text came before. Keywords pass untouched. Terms at one place share offset and type; what else a word carries stays
 * with the first.
 */
public final class WordLemmasFilter extends TokenFilter {

    /** The most lemmas that a word may be given in one spelling. */
    public static final int MOST_LEMMAS = 3;

    private static final int REMEMBERED = 1 << 17;
    private static final WordMemory[] MEMORIES = new WordMemory[MOST_LEMMAS + 1];

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final WordMemory memory;
    private final OneWord one = new OneWord();
    private final TokenStream filters;
    private final CharTermAttribute found;

    private char[] packed = {};
    private int at;
    private int left;
    private int start;
    private int end;
    private String kind = TypeAttribute.DEFAULT_TYPE;

    /** @param most how many lemmas a word may be given in one spelling, 1 to {@value #MOST_LEMMAS} */
    public WordLemmasFilter(TokenStream input, int most) {
        super(input);
        if (most < 1 || most > MOST_LEMMAS) {
            throw new IllegalArgumentException("A word is given 1 to " + MOST_LEMMAS + " lemmas, not " + most);
        }
        memory = memory(most);
        TokenStream mended = new LowerCaseFilter(new MixedScriptFilter(one));
        TokenStream others = new RussianEnglishStemFilter(new KazakhCyrillicFilter(mended));
        filters = new RemoveDuplicatesTokenFilter(new MetLemmaFilter(others, most));
        found = filters.getAttribute(CharTermAttribute.class);
    }

    private static synchronized WordMemory memory(int most) {
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
    public boolean incrementToken() throws IOException {
        if (left > 0) {
            clearAttributes();
            position.setPositionIncrement(0);
            offset.setOffset(start, end);
            type.setType(kind);
            write();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (keyword.isKeyword() || term.length() == 0) {
            return true;
        }
        int length = term.length();
        char[] known = memory.get(term.buffer(), length);
        packed = known == null ? memory.put(term.buffer(), length, read()) : known;
        at = length + 1;
        left = packed[at++];
        if (left > 1) {
            start = offset.startOffset();
            end = offset.endOffset();
            kind = type.type();
        }
        write();
        return true;
    }

    private void write() {
        int length = packed[at++];
        term.copyBuffer(packed, at, length);
        at += length;
        left--;
    }

    private List<char[]> read() throws IOException {
        List<char[]> read = new ArrayList<>();
        one.set(term);
        filters.reset();
        while (filters.incrementToken()) {
            read.add(found.toString().toCharArray());
        }
        filters.end();
        return read;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        left = 0;
    }
}
