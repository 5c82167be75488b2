package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Tables;
import org.jspecify.annotations.Nullable;

/** A crosswalk as a librarian reads it: which field becomes what. */
record CrosswalkTable(List<String> namespaces, List<Rule> rules, Fields.Reader reader) {

    /**
     * One line of the table; empty strings stand for what it does not say.
     *
     * @param to the part of the record
     * @param from the field, in the notation of its format
     * @param as role or scheme
     * @param clean how values are tidied: {@code isbd} or {@code html}
     * @param split what divides several values in one field
     * @param join what stands between subfields
     * @param when a condition {@code subfield=value}
     * @param words what stands for what; where it is not empty, a value that is not among them is left out
     */
    record Rule(
            String to,
            String from,
            String as,
            String clean,
            String split,
            String join,
            String when,
            Map<String, String> words) {}

    /** The table {@code name} that ships with the program. */
    static CrosswalkTable read(String name, Map<String, Fields.Reader> readers) {
        Map<String, Object> table = Tables.read(resource(name));
        List<Rule> rules = new ArrayList<>();
        for (Object line : (List<?>) table.getOrDefault("rules", List.of())) {
            if (line instanceof Map<?, ?> rule) {
                rules.add(new Rule(
                        text(rule, "to", ""),
                        text(rule, "from", ""),
                        text(rule, "as", ""),
                        text(rule, "clean", ""),
                        text(rule, "split", ""),
                        text(rule, "join", " "),
                        text(rule, "when", ""),
                        words(rule.get("words"))));
            }
        }
        List<String> namespaces = ((List<?>) table.getOrDefault("namespaces", List.of()))
                .stream().map(String::valueOf).toList();
        Fields.Reader reader = readers.get(String.valueOf(table.get("reader")));
        if (reader == null) {
            throw new IllegalStateException(resource(name) + ": reader: one of " + readers.keySet());
        }
        return new CrosswalkTable(namespaces, List.copyOf(rules), reader);
    }

    private static Map<String, String> words(@Nullable Object written) {
        Map<String, String> words = new LinkedHashMap<>();
        if (written instanceof Map<?, ?> pairs) {
            pairs.forEach((from, to) -> words.put(String.valueOf(from), String.valueOf(to)));
        }
        return words;
    }

    static String resource(String name) {
        return "/kz/ortaq/config/crosswalks/" + name + ".yaml";
    }

    private static String text(Map<?, ?> rule, String key, String otherwise) {
        Object value = rule.get(key);
        return value == null ? otherwise : value.toString();
    }
}
