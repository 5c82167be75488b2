package kz.ortaq.analysis;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Replaces each word by terms that depend on nothing but its letters. What came of a word is remembered, for most words of
 * a text came before. Keywords pass untouched. Terms at one place share offset and type; what else a word carries stays
 * with the first.
 */
abstract class RememberingFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final WordMemory memory;

    private char[] packed = {};
    private int at;
    private int left;
    private int start;
    private int end;
    private String kind = TypeAttribute.DEFAULT_TYPE;

    /** @param memory what filters of the same kind remember together */
    RememberingFilter(TokenStream input, WordMemory memory) {
        super(input);
        this.memory = memory;
    }

    /** The terms of a word that is not remembered: one or more, each once. */
    abstract List<char[]> terms(CharTermAttribute word) throws IOException;

    @Override
    public final boolean incrementToken() throws IOException {
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
        packed = known == null ? memory.put(term.buffer(), length, terms(term)) : known;
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

    @Override
    public void reset() throws IOException {
        super.reset();
        left = 0;
    }
}
