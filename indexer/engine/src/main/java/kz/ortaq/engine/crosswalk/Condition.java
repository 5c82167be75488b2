package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a field counts: {@code 2=rubbk|bbk} where its subfield 2 is one of these, {@code 2!=rubbk} where it is none,
 * {@code a} where it has one, {@code !a} where it has none. Case does not matter; {@code 245*} is all that begins so.
 */
record Condition(Selection selection, boolean wanted, List<String> values) {

    private static final Pattern WRITTEN = Pattern.compile("(!?)([^=!]+?)(?:\\s*(!?=)\\s*(.*))?");

    /** @param selections reads the part before the sign */
    static Condition of(String written, Function<String, Selection> selections) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches() || !matcher.group(1).isEmpty() && matcher.group(3) != null) {
            throw new IllegalArgumentException(
                    "a condition is written 2=rubbk, 2!=rubbk, a or !a, and not “" + written + "”");
        }
        boolean wanted = matcher.group(1).isEmpty() && !"!=".equals(matcher.group(3));
        List<String> values = matcher.group(4) == null
                ? List.of()
                : List.of(matcher.group(4).toLowerCase(Locale.ROOT).split("\\|"));
        return new Condition(selections.apply(matcher.group(2)), wanted, values);
    }

    boolean holds(Node root, Node node) {
        List<Selection.Found> found = selection.find(root, node);
        boolean there = values.isEmpty() ? !found.isEmpty() : found.stream().anyMatch(this::isOneOf);
        return there == wanted;
    }

    private boolean isOneOf(Selection.Found found) {
        String text = found.text().strip().toLowerCase(Locale.ROOT);
        return values.stream()
                .anyMatch(value -> value.endsWith("*")
                        ? text.startsWith(value.substring(0, value.length() - 1))
                        : text.equals(value));
    }
}
