package kz.ortaq.harvesters.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the row that a record became when its title or author was corrected: most of its cells stayed. */
final class Similar {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double CELLS = 0.6;
    private static final double TITLE = 0.5;

    private Similar() {}

    /** How much a stored row is like a new one, from 0 (another book) to 1. */
    static double likeness(String payload, Book book) {
        Map<String, String> before = new HashMap<>();
        String title;
        try {
            JsonNode object = JSON.readTree(payload);
            title = object.path("title").path(0).asText("");
            object.path("cells")
                    .properties()
                    .forEach(cell -> before.put(cell.getKey(), cell.getValue().asText("")));
        } catch (JsonProcessingException e) {
            return 0; // not a payload of ours
        }
        Set<String> headings = new HashSet<>(before.keySet());
        headings.addAll(book.cells().keySet());
        long same = headings.stream()
                .filter(heading ->
                        before.getOrDefault(heading, "").equals(book.cells().getOrDefault(heading, "")))
                .count();
        boolean oneCell = headings.size() > 2 && headings.size() - same == 1;
        double cells = headings.isEmpty() ? 0 : (double) same / headings.size();
        double titles = pairs(HeadingFold.key(title), HeadingFold.key(book.value("title")));
        return oneCell || cells >= CELLS && titles >= TITLE ? (cells + titles) / 2 : 0;
    }

    /** The share of pairs of letters that two texts have in common (Dice's coefficient). */
    private static double pairs(String one, String other) {
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        long common = first.stream().filter(second::contains).count();
        return first.isEmpty() || second.isEmpty() ? 0 : 2.0 * common / (first.size() + second.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= Math.min(text.length(), 300); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
