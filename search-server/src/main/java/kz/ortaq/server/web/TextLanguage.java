package kz.ortaq.server.web;

import java.util.List;
import java.util.regex.Pattern;
import kz.ortaq.config.Language;
import kz.ortaq.records.BibRecord;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text to browsers and screen readers, where it is known (WCAG 3.1.2). */
final class TextLanguage {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

    private TextLanguage() {}

    /** The language of a title whose source does not tag it: that of the work, where it has one only. */
    static @Nullable String of(List<String> languages, Language page) {
        return languages.size() == 1 ? of(languages.getFirst(), page) : null;
    }

    /** The language that a source gives a text. */
    static @Nullable String of(BibRecord.Value value, Language page) {
        return of(value.language(), page);
    }

    private static @Nullable String of(String code, Language page) {
        return TAG.matcher(code).matches() && !code.equalsIgnoreCase(page.code()) ? code : null;
    }
}
