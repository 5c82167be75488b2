package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.ortaq.config.Tables;
import kz.ortaq.records.ResourceKind;

/** The words by which records say what a thing is, in which language, and who may read it. */
final class Vocabulary {

    static final String RESOURCE = "/kz/ortaq/config/vocabulary.yaml";

    // Years that a publication in a library can have: printing began in the 1450s.
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[4-9]\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");
    private static final String OPEN = "open";

    private final Map<String, List<String>> kinds;
    private final Map<String, List<String>> accesses;
    private final Set<String> openAlone;
    private final Set<String> notOpen;
    private final Map<String, String> languages = new HashMap<>();

    Vocabulary() {
        Map<String, Object> table = Tables.read(RESOURCE);
        kinds = words(table, "kinds");
        accesses = words(table, "access");
        openAlone = list(table, "open-alone");
        notOpen = list(table, "not-open");
        words(table, "languages").forEach((code, words) -> {
            languages.put(code, code);
            words.forEach(word -> languages.put(word, code));
        });
    }

    /** The kind that one of these texts names; the table's order decides between several. */
    Optional<ResourceKind> kind(List<String> texts) {
        return entry(kinds, texts).flatMap(code -> {
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
        String said = entry(accesses, texts).orElse("");
        List<String> words = texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!said.isEmpty() && !said.equals(OPEN)) {
            return said;
        }
        if (words.stream().flatMap(NOT_LETTERS::splitAsStream).anyMatch(notOpen::contains)) {
            return "";
        }
        return said.equals(OPEN) || words.stream().anyMatch(openAlone::contains) ? OPEN : "";
    }

    /** The ISO 639-1 codes of languages as records write them; a code that is not in the table stays as it is. */
    List<String> languages(List<String> texts) {
        List<String> codes = new ArrayList<>();
        for (String text : texts) {
            // «рус.», as people shorten it
            String word = text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
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
                return Integer.parseInt(year.group(1));
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
        String code = languages.getOrDefault(word, languages.getOrDefault(base, ""));
        return code.isEmpty() && CODE.matcher(base).matches() ? base : code;
    }

    private static Optional<String> entry(Map<String, List<String>> part, List<String> texts) {
        List<String> lower =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        for (Map.Entry<String, List<String>> entry : part.entrySet()) {
            for (String word : entry.getValue()) {
                for (String text : lower) {
                    if (names(text, word)) {
                        return Optional.of(entry.getKey());
                    }
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

    private static Set<String> list(Map<String, Object> table, String part) {
        return table.get(part) instanceof List<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Map<String, List<String>> words(Map<String, Object> table, String part) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        if (table.get(part) instanceof Map<?, ?> entries) {
            entries.forEach((code, list) -> words.put(
                    String.valueOf(code),
                    list instanceof List<?> values
                            ? values.stream().map(String::valueOf).toList()
                            : List.of()));
        }
        return words;
    }
}
