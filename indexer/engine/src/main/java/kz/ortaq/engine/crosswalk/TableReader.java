package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.Tables;
import org.jspecify.annotations.Nullable;

/** Reads crosswalk tables, and says what is wrong with one: file, rule and what may stand there. */
final class TableReader {

    private static final Set<String> KEYS =
            Set.of("reader", "namespaces", "rules", "prefixes", "tops", "anywhere", "labels", "extends", "without");
    private static final Set<String> RULE_KEYS =
            Set.of("to", "from", "as", "clean", "split", "join", "when", "words", "match", "parts", "otherwise");
    private static final Set<String> CLEANS = Set.of("", "coded", "html", "isbd", "structured", "vcard");

    private final Map<String, Object> table;
    private final String name;

    private TableReader(Map<String, Object> table, String name) {
        this.table = table;
        this.name = name;
    }

    /**
     * Reads a table.
     *
     * @param name what messages call it
     */
    static CrosswalkTable read(Map<String, Object> table, String name) throws SettingsException {
        return new TableReader(table, name).table();
    }

    private CrosswalkTable table() throws SettingsException {
        known(table.keySet(), KEYS, "");
        String base = text(table, "extends", "");
        CrosswalkTable extended =
                base.isEmpty() ? null : ShippedTables.find(base).orElse(null);
        if (!base.isEmpty() && extended == null) {
            throw wrong("", "extends: “" + base + "” is none of " + String.join(", ", ShippedTables.NAMES));
        }
        Notation notation = extended == null ? notation() : extended.notation();
        List<CrosswalkTable.Rule> rules = new ArrayList<>();
        int number = 0;
        for (Object line : list("rules")) {
            number++;
            String place = "rule " + number;
            if (!(line instanceof Map<?, ?> rule)) {
                throw wrong(place, "a rule is written {to: title, from: …}");
            }
            rules.add(rule(rule, place, notation));
        }
        if (extended != null) {
            List<String> without = Tables.strings(table, "without");
            known(new TreeSet<>(without), RecordParts.ALL, "without");
            extended.rules().stream()
                    .filter(rule -> !without.contains(rule.to()))
                    .forEach(rules::add);
        }
        if (rules.isEmpty()) {
            throw wrong("", "rules: there are none");
        }
        return new CrosswalkTable(Tables.strings(table, "namespaces"), rules, notation);
    }

    private Notation notation() throws SettingsException {
        String reader = text(table, "reader", "");
        return switch (reader) {
            case "marc" -> new MarcNotation();
            case "irbis" -> new IrbisNotation();
            case "json" -> new JsonNotation();
            case "xml" ->
                new XmlNotation(
                        prefixes(),
                        Tables.strings(table, "tops"),
                        Boolean.TRUE.equals(table.get("anywhere")),
                        text(table, "labels", ""));
            default -> throw wrong("", "reader: one of irbis, json, marc, xml, and not “" + reader + "”");
        };
    }

    private Map<String, Set<String>> prefixes() {
        Map<String, Set<String>> prefixes = new HashMap<>();
        if (table.get("prefixes") instanceof Map<?, ?> written) {
            written.forEach((prefix, namespaces) -> prefixes.put(
                    String.valueOf(prefix),
                    namespaces instanceof List<?> several
                            ? several.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                            : Set.of(String.valueOf(namespaces))));
        }
        return prefixes;
    }

    private CrosswalkTable.Rule rule(Map<?, ?> rule, String place, Notation notation) throws SettingsException {
        known(rule.keySet().stream().map(String::valueOf).collect(Collectors.toSet()), RULE_KEYS, place);
        String to = text(rule, "to", "");
        String from = text(rule, "from", "");
        String join = text(rule, "join", " ");
        known(Set.of(to), RecordParts.ALL, place + ": to");
        known(Set.of(text(rule, "clean", "")), CLEANS, place + ": clean");
        String when = text(rule, "when", "");
        try {
            return new CrosswalkTable.Rule(
                    to,
                    from,
                    notation.field(from, join),
                    text(rule, "as", ""),
                    when.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Condition.of(when, written -> notation.part(written, " "))),
                    Boolean.TRUE.equals(rule.get("otherwise")),
                    join,
                    parts(rule.get("parts"), to, place, written -> notation.part(written, join)),
                    new CrosswalkTable.Text(
                            text(rule, "clean", ""),
                            text(rule, "split", ""),
                            text(rule, "match", "").isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Pattern.compile(text(rule, "match", ""))),
                            words(rule.get("words"))));
        } catch (PatternSyntaxException e) {
            throw wrong(place, "match: " + e.getDescription());
        } catch (IllegalArgumentException e) {
            throw wrong(place, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, List<Selection>> parts(
            @Nullable Object written, String to, String place, Function<String, Selection> selections)
            throws SettingsException {
        Map<String, List<Selection>> parts = new LinkedHashMap<>();
        if (written instanceof Map<?, ?> pairs) {
            known(
                    pairs.keySet().stream().map(String::valueOf).collect(Collectors.toSet()),
                    RecordParts.partsOf(to),
                    place + ": parts");
            pairs.forEach((part, where) -> parts.put(
                    String.valueOf(part),
                    (where instanceof List<?> several ? several : List.of(String.valueOf(where)))
                            .stream()
                                    .map(one -> selections.apply(String.valueOf(one)))
                                    .toList()));
        }
        return parts;
    }

    private static Map<String, String> words(@Nullable Object written) {
        Map<String, String> words = new LinkedHashMap<>();
        if (written instanceof Map<?, ?> pairs) {
            pairs.forEach((from, to) -> words.put(String.valueOf(from), String.valueOf(to)));
        }
        return words;
    }

    private List<?> list(String key) {
        return table.get(key) instanceof List<?> list ? list : List.of();
    }

    private void known(Set<String> found, Set<String> allowed, String place) throws SettingsException {
        for (String one : found) {
            if (!allowed.contains(one)) {
                throw wrong(place, "“" + one + "” is none of " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
    }

    private SettingsException wrong(String place, String what) {
        return new SettingsException(name + ": " + (place.isEmpty() ? "" : place + ": ") + what);
    }

    private static String text(Map<?, ?> from, String key, String otherwise) {
        Object value = from.get(key);
        return value == null ? otherwise : value.toString();
    }
}
