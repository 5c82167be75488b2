package kz.ortaq.analysis;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Mends what only looks right: words of mixed alphabets, by {@link MixedScript}, and letters written apart from their
 * marks, as some PDF files and the file names of macOS have й. Belongs before lower-casing; keywords pass untouched.
 */
public final class MixedScriptFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    public MixedScriptFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            MixedScript.repair(term.buffer(), term.length());
            compose();
        }
        return true;
    }

    private void compose() {
        char[] letters = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (letters[i] >= '\u0300' && letters[i] < '\u0370') {
                String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
                term.setEmpty().append(composed);
                return;
            }
        }
    }
}
