package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.records.BibRecord;

/**
 * Elements by their path, from the top of a record or from an element that was found: {@code titleInfo/title},
 * {@code identifier[@type=isbn]}, {@code name[role/roleTerm=aut|creator]/namePart}, {@code isShownAt/@resource}. Names are
 * local names in any namespace, unless a prefix narrows them; {@code a|b} is either, {@code .} the element itself.
 *
 * @param anywhere whether the first step may be at any depth
 * @param written as the table has it, which is what values say of their origin
 */
record ElementSelection(boolean absolute, List<Step> steps, String attribute, boolean anywhere, String written)
        implements Selection {

    private static final Pattern STEP = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*\\])*)");
    private static final Pattern NAME = Pattern.compile("(?:([\\p{L}][\\p{L}\\d.-]*):)?([\\p{L}][\\p{L}\\d._-]*)");
    private static final Pattern PREDICATE = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern PREDICATES = Pattern.compile("\\[[^\\[\\]]*\\]");

    /** One name of a step; namespaces is empty where any will do. */
    record Name(Set<String> namespaces, String local) {

        boolean fits(Node node) {
            return node.name().equals(local) && (namespaces.isEmpty() || namespaces.contains(node.namespace()));
        }
    }

    /** One step of a path. */
    record Step(List<Name> names, List<Condition> conditions) {

        boolean fits(Node root, Node node) {
            return names.stream().anyMatch(name -> name.fits(node))
                    && conditions.stream().allMatch(condition -> condition.holds(root, node));
        }
    }

    /**
     * Reads a path.
     *
     * @param prefixes the namespaces that each prefix stands for
     */
    static ElementSelection of(String written, Map<String, Set<String>> prefixes, boolean anywhere) {
        boolean absolute = written.startsWith("/");
        List<Step> steps = new ArrayList<>();
        String attribute = "";
        for (String step : split(absolute ? written.substring(1) : written)) {
            if (!attribute.isEmpty()) {
                throw wrong(written);
            }
            if (step.startsWith("@") && step.length() > 1) {
                attribute = step.substring(1);
            } else if (!step.equals(".")) {
                steps.add(step(step, written, prefixes));
            }
        }
        return new ElementSelection(
                absolute,
                List.copyOf(steps),
                attribute,
                anywhere,
                PREDICATES.matcher(written).replaceAll(""));
    }

    private static Step step(String step, String written, Map<String, Set<String>> prefixes) {
        Matcher parts = STEP.matcher(step);
        if (!parts.matches()) {
            throw wrong(written);
        }
        List<Name> names = new ArrayList<>();
        for (String name : parts.group(1).split("\\|", -1)) {
            Matcher matcher = NAME.matcher(name.strip());
            if (!matcher.matches()) {
                throw wrong(written);
            }
            String prefix = matcher.group(1);
            if (prefix != null && !prefixes.containsKey(prefix)) {
                throw new IllegalArgumentException(
                        "“" + written + "”: the table does not say under prefixes what “" + prefix + ":” stands for");
            }
            names.add(new Name(prefix == null ? Set.of() : prefixes.getOrDefault(prefix, Set.of()), matcher.group(2)));
        }
        List<Condition> conditions = new ArrayList<>();
        Matcher predicate = PREDICATE.matcher(parts.group(2));
        while (predicate.find()) {
            conditions.add(Condition.of(predicate.group(1), path -> of(path, prefixes, false)));
        }
        return new Step(names, conditions);
    }

    /** The steps of a path; a slash within brackets divides nothing. */
    private static List<String> split(String path) {
        List<String> steps = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '/' && depth == 0) {
                steps.add(path.substring(start, i));
                start = i + 1;
            }
        }
        steps.add(path.substring(start));
        return steps;
    }

    private static IllegalArgumentException wrong(String written) {
        return new IllegalArgumentException("an element is written titleInfo/title, identifier[@type=isbn] or"
                + " isShownAt/@resource, and not “" + written + "”");
    }

    @Override
    public List<Found> find(Node root, Node in) {
        List<Node> nodes = new ArrayList<>();
        collect(root, absolute ? root : in, 0, anywhere, nodes);
        List<Found> all = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            String text = attribute.isEmpty() ? node.text() : node.attribute(attribute);
            // An element that only holds others counts, for rules that look into it.
            if (!text.isBlank() || attribute.isEmpty() && !node.children().isEmpty()) {
                all.add(new Found(node, new BibRecord.Value(text, node.language(), written)));
            }
        }
        return all;
    }

    private void collect(Node root, Node node, int step, boolean deep, List<Node> nodes) {
        if (step == steps.size()) {
            nodes.add(node);
            return;
        }
        for (Node child : node.children()) {
            if (steps.get(step).fits(root, child)) {
                collect(root, child, step + 1, false, nodes);
            } else if (deep) {
                collect(root, child, step, true, nodes);
            }
        }
    }
}
