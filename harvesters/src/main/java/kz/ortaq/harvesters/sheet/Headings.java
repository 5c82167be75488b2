package kz.ortaq.harvesters.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Language;
import kz.ortaq.config.Tables;
import org.jspecify.annotations.Nullable;

/** The words of sheets, as {@code headings.yaml} has them: which heading is which field, what is a sum, a grade. */
final class Headings {

    static final String RESOURCE = "/kz/ortaq/config/headings.yaml";

    private static final Headings TABLE = new Headings(Tables.read(RESOURCE));
    private static final int LONGEST = 300;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]]{0,200}+[)\\]]");
    private static final Pattern DIVIDERS = Pattern.compile("[/|;\\n]");

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Map<String, List<String>>> written = new LinkedHashMap<>();
    private final List<String> totals = new ArrayList<>();
    private final Map<String, String> languages = new LinkedHashMap<>();
    private final Pattern grade;

    private Headings(Map<String, Object> table) {
        map(table.get("fields")).forEach((field, headings) -> {
            Map<String, List<String>> byLanguage = new LinkedHashMap<>();
            map(headings).forEach((language, list) -> byLanguage.put(language, list(list)));
            written.put(field, byLanguage);
            byLanguage
                    .values()
                    .forEach(list -> list.forEach(heading -> {
                        String before = fields.putIfAbsent(HeadingFold.key(heading), field);
                        if (before != null && !before.equals(field)) {
                            throw new IllegalStateException(heading + " stands for " + before + " and for " + field);
                        }
                    }));
        });
        list(table.get("totals")).forEach(word -> totals.add(HeadingFold.words(word)));
        map(table.get("languages"))
                .forEach((code, words) -> list(words).forEach(word -> languages.put(HeadingFold.words(word), code)));
        String words = String.join(
                "|", list(table.get("grades")).stream().map(HeadingFold::words).toList());
        grade = Pattern.compile("(?<![\\d№])(\\d{1,2})(?: (\\d{1,2}))?(?: (?:ши|шы|и|го|а|б|в|г|е))? ?(?:" + words
                + ")(?![\\p{L}])|(?:" + words + ") (\\d{1,2})(?: (\\d{1,2}))?(?!\\d)");
    }

    static Headings table() {
        return TABLE;
    }

    /** The field that a heading names; empty for none of ours. */
    String field(String heading) {
        if (heading.length() > LONGEST) {
            return "";
        }
        String field = exactly(heading);
        if (field.isEmpty()) {
            field = exactly(BRACKETS.matcher(heading).replaceAll(" "));
        }
        if (field.isEmpty()) {
            // Two languages in one heading: Атауы / Название.
            for (String part : DIVIDERS.split(heading)) {
                String named = exactly(BRACKETS.matcher(part).replaceAll(" "));
                if (named.isEmpty() || !field.isEmpty() && !field.equals(named)) {
                    return "";
                }
                field = named;
            }
        }
        return field;
    }

    /** The heading that the template uses. */
    String heading(String field, Language language) {
        List<String> headings = written.getOrDefault(field, Map.of()).getOrDefault(language.code(), List.of());
        if (headings.isEmpty()) {
            throw new IllegalArgumentException("headings.yaml has no heading for " + field);
        }
        return headings.getFirst();
    }

    /** Whether a text begins a row of totals; {@code alone} where there is nothing in it but that word. */
    boolean total(String text, boolean alone) {
        String words = HeadingFold.words(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return totals.stream().anyMatch(total -> words.equals(total) || !alone && words.startsWith(total + " "));
    }

    /** Whether a text ends as a total does in Kazakh, where the word comes last: «5-сынып бойынша жиыны». */
    boolean endsAsTotal(String text) {
        String words = HeadingFold.words(text.length() > LONGEST ? "" : text);
        return totals.stream().anyMatch(total -> words.endsWith(" " + total));
    }

    /**
     * The grade that a short text names: {@code 5} of {@code 5-сынып}; empty for none.
     *
     * @param whole whether nothing else may stand there, a language aside
     */
    String grade(String text, boolean whole) {
        Matcher matcher = grade.matcher(HeadingFold.words(text.length() > LONGEST ? "" : text));
        if (!matcher.find()) {
            return "";
        }
        String rest = matcher.replaceFirst(" ").strip();
        if (whole && !rest.isEmpty() && language(rest).isEmpty()) {
            return "";
        }
        matcher.reset();
        matcher.find();
        String first = either(matcher.group(1), matcher.group(3));
        String last = either(matcher.group(2), matcher.group(4));
        return Integer.parseInt(first) > 12 ? "" : last.isEmpty() ? first : first + "-" + last;
    }

    /** The language that a short text says the books below are in; empty for none. */
    String language(String text) {
        String words = HeadingFold.words(text.length() > LONGEST ? "" : text);
        String rest =
                grade.matcher(words).replaceAll(" ").replaceAll("\\d", " ").strip();
        for (Map.Entry<String, String> language : languages.entrySet()) {
            boolean phrase =
                    language.getKey().contains(" ") && (" " + rest + " ").contains(" " + language.getKey() + " ");
            if (phrase || rest.equals(language.getKey())) {
                return language.getValue();
            }
        }
        return "";
    }

    private String exactly(String heading) {
        return fields.getOrDefault(HeadingFold.key(heading), "");
    }

    private static String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : other == null ? "" : other;
    }

    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }

    static List<String> list(@Nullable Object value) {
        return value instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
