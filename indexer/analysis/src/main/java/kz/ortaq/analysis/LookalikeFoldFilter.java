package kz.ortaq.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Writes each letter of the Kazakh Cyrillic alphabet that Russian keyboards lack as the Russian letter that people type
 * in its place, and ё as е, so that {@code қазақстан} and {@code казакстан} meet. Expects lower case.
 *
 * <p>The pairs are those of everyday typing on phones: ә/а, ғ/г, қ/к, ң/н, ө/о, ұ/у, ү/у, һ/х, і/и.
 */
public final class LookalikeFoldFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    public LookalikeFoldFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] buffer = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            buffer[i] = fold(buffer[i]);
        }
        return true;
    }

    private static char fold(char letter) {
        return switch (letter) {
            case 'ә' -> 'а';
            case 'ғ' -> 'г';
            case 'қ' -> 'к';
            case 'ң' -> 'н';
            case 'ө' -> 'о';
            case 'ұ', 'ү' -> 'у';
            case 'һ' -> 'х';
            case 'і' -> 'и';
            case 'ё' -> 'е';
            default -> letter;
        };
    }
}
