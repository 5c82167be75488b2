package kz.ortaq.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/**
 * Factory of {@link KazakhLemmaFilter}, by the SPI name {@value #NAME}. Parameters: {@code folded}, whether the words
 * come from {@link KazakhFoldFilter} (else they are in Kazakh spelling); {@code most}, how many lemmas a word may be
 * given, 1 to 3, else 3.
 */
public final class KazakhLemmaFilterFactory extends TokenFilterFactory {

    /** The name by which an analysis chain asks for the filter. */
    public static final String NAME = "kazakhLemma";

    private final boolean folded;
    private final int most;

    public KazakhLemmaFilterFactory(Map<String, String> args) {
        super(args);
        folded = getBoolean(args, "folded", false);
        most = getInt(args, "most", 3);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** For the service loader, which makes no instance of this kind. */
    public KazakhLemmaFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new KazakhLemmaFilter(input, folded, most);
    }
}
