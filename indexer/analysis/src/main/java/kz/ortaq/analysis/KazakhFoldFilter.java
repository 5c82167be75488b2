package kz.ortaq.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Replaces each word by its {@link KazakhFold} keys, all at its place. Wants words as they were written, before
 * lower-casing; keywords pass untouched.
 */
public final class KazakhFoldFilter extends RememberingFilter {

    private static final WordMemory MEMORY = new WordMemory(1 << 17);

    private final KazakhFold fold = new KazakhFold();

    public KazakhFoldFilter(TokenStream input) {
        super(input, MEMORY);
    }

    @Override
    List<char[]> terms(CharTermAttribute word) {
        int count = fold.fold(word.buffer(), word.length());
        List<char[]> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(Arrays.copyOf(fold.key(i), fold.length(i)));
        }
        return keys;
    }
}
