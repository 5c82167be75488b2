package kz.ortaq.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/** Factory of {@link KazakhFoldFilter}, by the SPI name {@value #NAME}. */
public final class KazakhFoldFilterFactory extends TokenFilterFactory {

    /** The name by which an analysis chain asks for the filter. */
    public static final String NAME = "kazakhFold";

    public KazakhFoldFilterFactory(Map<String, String> args) {
        super(args);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** For the service loader, which makes no instance of this kind. */
    public KazakhFoldFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new KazakhFoldFilter(input);
    }
}
