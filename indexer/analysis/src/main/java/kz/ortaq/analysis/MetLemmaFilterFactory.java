package kz.ortaq.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/** Factory of {@link MetLemmaFilter}, by the SPI name {@value #NAME}. Parameter {@code most}: how many lemmas a
 * word may be given in one spelling, 1 to 3, else 3. */
public final class MetLemmaFilterFactory extends TokenFilterFactory {

    /** The name by which an analysis chain asks for the filter. */
    public static final String NAME = "kazakhMetLemma";

    private final int most;

    public MetLemmaFilterFactory(Map<String, String> args) {
        super(args);
        most = getInt(args, "most", 3);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** For the service loader, which makes no instance of this kind. */
    public MetLemmaFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new MetLemmaFilter(input, most);
    }
}
