package kz.ortaq.analysis;

import java.io.Reader;
import java.util.Map;
import org.apache.lucene.analysis.CharFilterFactory;

/** Factory of {@link InitialsCharFilter}, by the SPI name {@value #NAME}. */
public final class InitialsCharFilterFactory extends CharFilterFactory {

    /** The name by which an analysis chain asks for the filter. */
    public static final String NAME = "spacedInitials";

    public InitialsCharFilterFactory(Map<String, String> args) {
        super(args);
        if (!args.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + args);
        }
    }

    /** For the service loader, which makes no instance of this kind. */
    public InitialsCharFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public Reader create(Reader input) {
        return new InitialsCharFilter(input);
    }
}
