package kz.ortaq.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/** Factory of {@link MixedScriptFilter}, by the SPI name {@value #NAME}. */
public final class MixedScriptFilterFactory extends TokenFilterFactory {

    /** The name by which an analysis chain asks for the filter. */
    public static final String NAME = "mixedScript";

    public MixedScriptFilterFactory(Map<String, String> args) {
        super(args);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** For the service loader, which makes no instance of this kind. */
    public MixedScriptFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new MixedScriptFilter(input);
    }
}
