package kz.ortaq.server.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.ortaq.config.Language;
import org.jspecify.annotations.Nullable;

/** Chooses the language of a reader who has not chosen one. */
final class ReaderLanguage {

    private ReaderLanguage() {}

    /** The first of our languages that an Accept-Language header (RFC 9110, 12.5.4) asks for; Kazakh for any other. */
    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Language.KK;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return Language.KK;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                        .reversed())
                .map(range -> Language.of(range.getRange().split("-", 2)[0]))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.KK);
    }
}
