package kz.ortaq.server.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.ortaq.config.Language;

/** Makes the frame of each page. */
final class Frames {

    private static final Map<Language, String> NAMES =
            Map.of(Language.KK, "Қазақша", Language.RU, "Русский", Language.EN, "English");

    private final Map<Language, Words> words = new EnumMap<>(Language.class);
    private final StaticFiles files;

    Frames(UiTexts texts, StaticFiles files) {
        this.files = files;
        for (Language language : Language.values()) {
            words.put(language, new Words(texts, language));
        }
    }

    Words words(Language language) {
        Words found = words.get(language);
        if (found == null) {
            throw new IllegalStateException("the pages do not speak " + language);
        }
        return found;
    }

    /** @param addresses the address of the same page in each language */
    Frame frame(Language language, String title, String query, Function<Language, String> addresses) {
        return frame(language, title, query, addresses, false, "");
    }

    Frame frame(
            Language language,
            String title,
            String query,
            Function<Language, String> addresses,
            boolean searchable,
            String jsonLd) {
        List<Frame.LanguageLink> languages = Arrays.stream(Language.values())
                .map(other -> new Frame.LanguageLink(
                        other.code(),
                        NAMES.getOrDefault(other, other.code()),
                        addresses.apply(other),
                        other == language))
                .toList();
        return new Frame(
                words(language),
                title,
                query,
                languages,
                files.address("style.css"),
                files.address("suggest.js"),
                files.address("icon.svg"),
                searchable,
                jsonLd);
    }
}
