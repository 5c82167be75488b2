package kz.ortaq.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/** Factory of {@link WordLemmasFilter}, by the SPI name {@value #NAME}; {@code most} says how many lemmas, 3 at most. */
public final class WordLemmasFilterFactory extends TokenFilterFactory {

    /** The name by which an analysis chain asks for the filter. */
    public static final String NAME = "wordLemmas";

    private final int most;

    public WordLemmasFilterFactory(Map<String, String> args) {
        super(args);
        most = getInt(args, "most", WordLemmasFilter.MOST_LEMMAS);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** For the service loader, which makes no instance of this kind. */
    public WordLemmasFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new WordLemmasFilter(input, most);
    }
}
