package kz.ortaq.config;

import java.util.Locale;
import java.util.Optional;

/** The three languages in which Ortaq speaks to people, by their ISO 639-1 codes. */
public enum Language {
    KK,
    RU,
    EN;

    /** The ISO 639-1 code in lower case, as in addresses and files: {@code kk}, {@code ru}, {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a code such as {@code kk} or {@code RU}; empty for any other. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
