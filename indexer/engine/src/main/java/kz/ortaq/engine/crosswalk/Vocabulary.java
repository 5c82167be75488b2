package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Tables;
import kz.ortaq.records.ResourceKind;

/** The words by which records say what a thing is, in which language, and who may read it. */
final class Vocabulary {

    // Years that a publication in a library can have; 2099 leaves room for typing errors to be seen as such.
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[4-9]\\d\\d|20\\d\\d)(?!\\d)");
    private static final int LAST_YEAR = 2099;

    private final Map<String, Object> table = Tables.read("/kz/ortaq/config/vocabulary.yaml");

    /** The kind that one of these texts names; the table's order decides between several. */
    Optional<ResourceKind> kind(List<String> texts) {
        return entry("kinds", texts).flatMap(code -> {
            for (ResourceKind kind : ResourceKind.values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        });
    }

    /** {@code open}, {@code library} or {@code request}, where one of these texts says so; else empty. */
    String access(List<String> texts) {
        return entry("access", texts).orElse("");
    }

    /** The ISO 639-1 codes of languages as records write them; a code that is not in the table stays as it is. */
    List<String> languages(List<String> texts) {
        List<String> codes = new ArrayList<>();
        for (String text : texts) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            String code = languageOf(word);
            if (!code.isEmpty() && !codes.contains(code)) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** The first year that one of these dates tells; 0 when none does. */
    int year(List<String> dates) {
        for (String date : dates) {
            Matcher year = YEAR.matcher(date);
            if (year.find()) {
                int value = Integer.parseInt(year.group(1));
                return value <= LAST_YEAR ? value : 0;
            }
        }
        return 0;
    }

    private String languageOf(String word) {
        if (word.isEmpty() || word.equals("und") || word.equals("|||")) {
            return "";
        }
        // en_US, kk-KZ: the first part is the language (BCP 47).
        String base = word.split("[-_]", 2)[0];
        for (Map.Entry<?, ?> entry : entries("languages")) {
            String code = String.valueOf(entry.getKey());
            if (code.equals(base) || words(entry).contains(base) || words(entry).contains(word)) {
                return code;
            }
        }
        return base.matches("[a-z]{2,3}") ? base : "";
    }

    private Optional<String> entry(String part, List<String> texts) {
        for (Map.Entry<?, ?> entry : entries(part)) {
            for (String word : words(entry)) {
                if (texts.stream().anyMatch(text -> names(text.toLowerCase(Locale.ROOT), word))) {
                    return Optional.of(String.valueOf(entry.getKey()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a word of the text begins with {@code word}: endings are many in Kazakh and Russian. */
    private static boolean names(String text, String word) {
        int at = text.indexOf(word);
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at = text.indexOf(word, at + 1);
        }
        return at >= 0;
    }

    private Iterable<? extends Map.Entry<?, ?>> entries(String part) {
        return table.get(part) instanceof Map<?, ?> entries ? entries.entrySet() : List.of();
    }

    private static List<String> words(Map.Entry<?, ?> entry) {
        return entry.getValue() instanceof List<?> words
                ? words.stream().map(String::valueOf).toList()
                : List.of();
    }
}
