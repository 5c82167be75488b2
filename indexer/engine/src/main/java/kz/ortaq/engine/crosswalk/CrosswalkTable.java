package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A crosswalk as a librarian reads it: which field becomes what. */
record CrosswalkTable(List<String> namespaces, List<Rule> rules, Notation notation) {

    CrosswalkTable {
        namespaces = List.copyOf(namespaces);
        rules = List.copyOf(rules);
    }

    /**
     * One line of the table; what it does not say is empty.
     *
     * @param to the part of the record
     * @param from the field as written
     * @param field the same, ready to be looked for
     * @param as role or scheme
     * @param when whether the field counts
     * @param otherwise whether it counts only where no line before it has filled the part
     * @param join what stands between subfields, and between several of one part
     * @param parts for what has parts of its own: where each is found in the field, the first that says something counts
     */
    record Rule(
            String to,
            String from,
            Selection field,
            String as,
            Optional<Condition> when,
            boolean otherwise,
            String join,
            Map<String, List<Selection>> parts,
            Text text) {

        Rule {
            parts = Map.copyOf(parts);
        }
    }

    /**
     * What becomes of the text of a field.
     *
     * @param clean how values are tidied: {@code isbd}, {@code html}, {@code vcard}, or not at all: {@code coded}
     * @param split what divides several values in one field
     * @param match what of a value is taken: its first group, or all of it; a value that is not such is left out
     * @param words what stands for what; where it is not empty, a value that is not among them is left out
     */
    record Text(String clean, String split, Optional<Pattern> match, Map<String, String> words) {

        private static final String ANYTHING = "*";

        Text {
            words = Map.copyOf(words);
        }

        /** The values in a text; empty ones stand for what is left out. */
        List<String> values(String written) {
            List<String> parts = split.isEmpty() ? List.of(written) : List.of(written.split(Pattern.quote(split)));
            return parts.stream().map(this::value).toList();
        }

        private String value(String written) {
            String text = Tidy.tidy(written, clean);
            if (match.isPresent()) {
                Matcher matcher = match.get().matcher(text);
                if (!matcher.matches()) {
                    return "";
                }
                String group = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
                text = group == null ? "" : group;
            }
            return words.isEmpty() || text.isBlank()
                    ? text
                    : words.getOrDefault(text, words.getOrDefault(ANYTHING, ""));
        }
    }
}
