package kz.ortaq.server.command;

import kz.ortaq.config.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that names the language of what a command writes for people. */
final class LanguageOption {

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "kk, ru or en; else that of the environment.",
            converter = Reading.class)
    private @Nullable Language language;

    /** The language that was named, else that of the environment. */
    Language language() {
        Language named = language;
        return named == null ? Output.language() : named;
    }

    /** Reads a language, and says which there are. */
    static final class Reading implements ITypeConverter<Language> {

        @Override
        public Language convert(String written) {
            return Language.of(written)
                    .orElseThrow(() ->
                            new TypeConversionException("“" + written + "” is none of the languages kk, ru, en."));
        }
    }
}
