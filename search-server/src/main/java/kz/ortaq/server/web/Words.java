package kz.ortaq.server.web;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Language;
import kz.ortaq.config.LibraryTerms;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.values.Places;

/** What a page says, in the page's language. */
public final class Words {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    private final UiTexts texts;
    private final Language language;
    private final Locale locale;

    Words(UiTexts texts, Language language) {
        this.texts = texts;
        this.language = language;
        this.locale = Locale.of(language.code());
    }

    public Language language() {
        return language;
    }

    /**
     * A text with its gaps filled.
     *
     * @throws IllegalStateException where the table has no such key
     */
    public String of(String key, Object... values) {
        String text = find(key).orElseThrow(() -> new IllegalStateException("the pages have no text " + key));
        return GAP.matcher(text)
                .replaceAll(
                        gap -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(gap.group(1)) - 1])));
    }

    /** A text with a number in it, in the plural form that the number asks for. */
    public String count(String key, long number) {
        return texts.plural(key, language, number).replace("{n}", number(number));
    }

    /** A number with its thousands set apart as the language does. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    Optional<String> find(String key) {
        return texts.find(key, language);
    }

    /** A value of a facet as a reader calls it; a library's name is not known here. */
    String value(Facet facet, String value) {
        return switch (facet) {
            case LANGUAGE -> languageName(value);
            case TOPIC -> texts.topic(value, language);
            case GRADE -> of("grade.named", value);
            case REGION -> texts.places().label(value, language);
            case KIND, ACCESS -> find(facet.code() + '.' + value).orElse(value);
            case LIBRARY, YEAR -> value;
        };
    }

    /** The places of the country, with their names. */
    Places places() {
        return texts.places();
    }

    /** What libraries are and under whom they stand, with their names. */
    LibraryTerms libraryTerms() {
        return texts.libraryTerms();
    }

    /** The name of a language by its code; the code itself where nobody knows it. */
    String languageName(String code) {
        return find("language." + code)
                .orElseGet(() -> Locale.of(code.replaceAll("[^A-Za-z]", "")).getDisplayLanguage(locale));
    }
}
