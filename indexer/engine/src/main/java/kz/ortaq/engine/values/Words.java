package kz.ortaq.engine.values;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.ortaq.config.Tables;

/** What all values share: their bound, their one form for comparing, and the word lists of tables. */
final class Words {

    /** Longer values are read as far as this. */
    static final int LONGEST = 500;

    private static final String KAZAKH = "әғқңөұүһіё";
    private static final String PLAIN = "агкноуухие";

    private Words() {}

    /** A value within the bound, composed, in lower case, with plain spaces. */
    static String lower(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Normalizer.normalize(bounded, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** Words in lower case with plain letters for Kazakh ones and single spaces for all that is no letter or digit. */
    static String folded(String text) {
        String lower = lower(text);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                int kazakh = KAZAKH.indexOf(c);
                folded.append(kazakh < 0 ? c : PLAIN.charAt(kazakh));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    /** The word lists under a key of a table, in the table's order. */
    static Map<String, List<String>> lists(Map<String, Object> table, String part) {
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

    /** Finds which entry of a table has a word in a text: the first of the table wins. Safe for any thread. */
    static final class Finder {

        private final Map<String, Pattern> patterns = new LinkedHashMap<>();
        private final List<Pattern> withEndings = new ArrayList<>();
        private final Glance.Beginnings any;

        Finder(Map<String, List<String>> entries) {
            any = new Glance.Beginnings(entries.values().stream()
                    .flatMap(List::stream)
                    .filter(word -> !word.isEmpty())
                    .toList());
            entries.forEach((code, words) -> {
                String any = "(?<![\\p{L}\\d])(?:"
                        + words.stream()
                                .sorted(Comparator.comparing(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"))
                        + ")";
                patterns.put(code, Pattern.compile(any));
                withEndings.add(Pattern.compile(any + "\\p{L}*"));
            });
        }

        /** The entry, empty where no word of the table stands in the text, which is in lower case. */
        String find(String lower) {
            if (!any.in(lower, false)) {
                return "";
            }
            for (Map.Entry<String, Pattern> entry : patterns.entrySet()) {
                if (entry.getValue().matcher(lower).find()) {
                    return entry.getKey();
                }
            }
            return "";
        }

        /** All entries that have a word in a text, in the table's order; no word counts for two. */
        List<String> all(String lower) {
            List<String> found = new ArrayList<>();
            if (!any.in(lower, false)) {
                return found;
            }
            String rest = lower;
            for (Map.Entry<String, Pattern> entry : patterns.entrySet()) {
                String without = entry.getValue().matcher(rest).replaceAll(" ");
                if (!without.equals(rest)) {
                    found.add(entry.getKey());
                    rest = without;
                }
            }
            return found;
        }

        /** The text without all words of the table, each with the ending that it has. */
        String without(String lower) {
            String rest = lower;
            if (!any.in(lower, false)) {
                return rest;
            }
            for (Pattern pattern : withEndings) {
                rest = pattern.matcher(rest).replaceAll(" ");
            }
            return rest;
        }
    }

    /** A table by its file name. */
    static Map<String, Object> table(String name) {
        return Tables.read("/kz/ortaq/config/" + name);
    }
}
