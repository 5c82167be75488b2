package kz.ortaq.engine.query;

import java.util.Locale;
import java.util.Optional;

/** What results can be narrowed by. */
public enum Facet {
    KIND,
    LANGUAGE,
    TOPIC,
    GRADE,
    /** The regions that works are about, by their codes of КАТО. */
    REGION,
    LIBRARY,
    YEAR,
    ACCESS;

    /** The name as addresses and JSON write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> of(String code) {
        for (Facet facet : values()) {
            if (facet.code().equals(code)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
