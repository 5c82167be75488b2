package kz.ortaq.server.web;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Language;
import kz.ortaq.config.LibraryTerms;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.values.ClassNumbers;
import kz.ortaq.engine.values.Places;
import org.jspecify.annotations.Nullable;

/** What the pages say, in all three languages, with the plural forms of each. */
final class UiTexts {

    private static final String TABLE = "/kz/ortaq/server/web/ui.yaml";
    private static final String OTHER = "other";

    private final Map<String, Map<Language, Map<String, String>>> texts = new LinkedHashMap<>();
    private final ClassNumbers topics = new ClassNumbers();
    private final Places places;
    private final LibraryTerms libraryTerms = new LibraryTerms();

    /** @throws IllegalStateException where a text lacks a language or a plural form of it */
    UiTexts() {
        this(new Places());
    }

    /** The same, with the places that an operator knows. */
    UiTexts(Places places) {
        this.places = places;
        Tables.read(TABLE).forEach((key, entry) -> {
            Map<Language, Map<String, String>> byLanguage = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                Object text = entry instanceof Map<?, ?> map ? map.get(language.code()) : null;
                byLanguage.put(language, forms(key, language, text));
            }
            texts.put(key, byLanguage);
        });
    }

    Set<String> keys() {
        return Set.copyOf(texts.keySet());
    }

    /** The text of a key, its gaps not yet filled; empty where the table has no such key. */
    Optional<String> find(String key, Language language) {
        return Optional.ofNullable(texts.get(key))
                .map(byLanguage -> byLanguage.get(language))
                .map(forms -> forms.get(OTHER));
    }

    /** What a topic is called; its id where it has no name. */
    String topic(String id, Language language) {
        return topics.label(id, language.code());
    }

    Places places() {
        return places;
    }

    LibraryTerms libraryTerms() {
        return libraryTerms;
    }

    /** The text of a key that fits a number. */
    String plural(String key, Language language, long number) {
        Map<Language, Map<String, String>> byLanguage = texts.get(key);
        Map<String, String> forms = byLanguage == null ? null : byLanguage.get(language);
        String text = forms == null ? null : forms.get(form(language, number));
        if (text == null) {
            throw new IllegalStateException("the pages have no text " + key + " for " + number);
        }
        return text;
    }

    /** The plural form of whole numbers, as CLDR names it. */
    static String form(Language language, long number) {
        return switch (language) {
            case KK -> OTHER;
            case EN -> number == 1 ? "one" : OTHER;
            case RU -> {
                long tens = number % 100;
                long ones = number % 10;
                if (ones == 1 && tens != 11) {
                    yield "one";
                }
                yield ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
            }
        };
    }

    private static Map<String, String> forms(String key, Language language, @Nullable Object text) {
        if (text instanceof String one && !one.isBlank()) {
            return Map.of(OTHER, one);
        }
        Map<String, String> forms = new LinkedHashMap<>();
        if (text instanceof Map<?, ?> plural) {
            plural.forEach((form, value) -> forms.put(String.valueOf(form), String.valueOf(value)));
        }
        // 0, 1, 2 and 5 reach every form of all three languages.
        for (long number : new long[] {0, 1, 2, 5}) {
            if (!forms.containsKey(form(language, number))) {
                throw new IllegalStateException(TABLE + ": " + key + " lacks " + language.code() + " for " + number);
            }
        }
        return forms;
    }
}
