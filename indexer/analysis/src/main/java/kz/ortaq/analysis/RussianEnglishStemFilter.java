package kz.ortaq.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Stems Russian and English words among Kazakh ones, by Lucene's Snowball stemmers. A Latin word becomes its English
 * stem, without a possessive. A Cyrillic word stays, for a Kazakh stemmer to take; where it looks Russian
 * ({@link RussianLook}) its Russian stem follows at the same place. Stems are marked as keywords, so that what comes
 * after leaves them alone. Wants lower case; keywords pass untouched.
 */
public final class RussianEnglishStemFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final RussianStemmer russian = new RussianStemmer();
    private final EnglishStemmer english = new EnglishStemmer();
    private char[] stem = new char[64];
    private int stemLength;
    private State word = captureState();

    public RussianEnglishStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (stemLength > 0) {
            restoreState(word);
            position.setPositionIncrement(0);
            keyword.setKeyword(true);
            term.copyBuffer(stem, 0, stemLength);
            stemLength = 0;
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword() && term.length() > 0) {
            if (MixedScript.isLatin(term.charAt(0))) {
                stemEnglish();
            } else if (RussianLook.isRussian(term.buffer(), term.length())) {
                stemRussian();
            }
        }
        return true;
    }

    private void stemEnglish() {
        dropPossessive();
        english.setCurrent(term.buffer(), term.length());
        english.stem();
        term.copyBuffer(english.getCurrentBuffer(), 0, english.getCurrentBufferLength());
        keyword.setKeyword(true);
    }

    private void dropPossessive() {
        int length = term.length();
        if (length > 2 && term.charAt(length - 1) == 's' && isApostrophe(term.charAt(length - 2))) {
            term.setLength(length - 2);
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '＇';
    }

    private void stemRussian() {
        int length = term.length();
        if (stem.length < length) {
            stem = new char[length];
        }
        for (int i = 0; i < length; i++) {
            char c = term.charAt(i);
            stem[i] = c == 'ё' ? 'е' : c;
        }
        russian.setCurrent(stem, length);
        russian.stem();
        stemLength = russian.getCurrentBufferLength();
        stem = russian.getCurrentBuffer();
        if (term.length() == stemLength && sameAsTerm()) {
            stemLength = 0;
        } else {
            word = captureState();
        }
    }

    private boolean sameAsTerm() {
        for (int i = 0; i < stemLength; i++) {
            if (term.charAt(i) != stem[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        stemLength = 0;
    }
}
