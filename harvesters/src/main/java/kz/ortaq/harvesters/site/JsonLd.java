package kz.ortaq.harvesters.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what schema.org knows as works, videos, courses and events in the JSON-LD of a page, nested ones included. */
final class JsonLd {

    private static final int DEEPEST = 50;
    private static final int DEEPEST_WALK = 8;
    private static final int MOST_ITEMS = 200;
    private static final int MOST_LISTS = 50;
    private static final int LONGEST = 2_000_000;

    private static final List<String> LISTS = List.of("ItemList", "Collection", "Course");

    /** Members in which items stand within items. */
    private static final List<String> CONTAINERS =
            List.of("@graph", "mainEntity", "itemListElement", "item", "hasPart", "subjectOf", "dataFeedElement");

    /** The types that are wanted, with the words that the vocabulary knows their kinds by. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Book", "book"),
            Map.entry("Audiobook", "audio"),
            Map.entry("Chapter", "chapter"),
            Map.entry("Article", "article"),
            Map.entry("NewsArticle", "article"),
            Map.entry("BlogPosting", "article"),
            Map.entry("ScholarlyArticle", "article"),
            Map.entry("TechArticle", "article"),
            Map.entry("Report", "article"),
            Map.entry("Thesis", "thesis"),
            Map.entry("VideoObject", "video"),
            Map.entry("Movie", "video"),
            Map.entry("AudioObject", "audio"),
            Map.entry("PodcastEpisode", "audio"),
            Map.entry("Course", "course"),
            Map.entry("LearningResource", ""),
            Map.entry("CreativeWork", ""),
            Map.entry("PresentationDigitalDocument", ""),
            Map.entry("TextDigitalDocument", ""),
            Map.entry("DigitalDocument", ""),
            Map.entry("Periodical", "periodical"),
            Map.entry("PublicationIssue", "periodical"),
            Map.entry("Map", "map"),
            Map.entry("Quiz", "test"));

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            // What people write by hand, and browsers' checkers let pass.
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    /**
     * One item.
     *
     * @param kind what it is in the words of the vocabulary; empty where its type does not say
     */
    record Item(JsonNode node, String kind) {}

    private final List<Item> items = new ArrayList<>();
    private final List<JsonNode> lists = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, JsonNode> named = new HashMap<>();

    private JsonLd() {}

    static JsonLd of(Document page) {
        JsonLd found = new JsonLd();
        List<JsonNode> roots = new ArrayList<>();
        for (Element script : page.select("script[type*=ld+json]")) {
            String text = script.data()
                    .strip()
                    .replaceFirst("^(?:<!--|//<!\\[CDATA\\[)", "")
                    .replaceFirst("(?:-->|//]]>)$", "");
            if (text.isBlank() || text.length() > LONGEST) {
                continue;
            }
            try {
                roots.add(JSON.readTree(text));
            } catch (JsonProcessingException e) {
                found.faults.add(e.getOriginalMessage());
            }
        }
        roots.forEach(root -> found.name(root, 0));
        roots.forEach(root -> found.walk(root, 0));
        return found;
    }

    /** What may be a list of works: lists, collections, courses with what they are based on. */
    List<JsonNode> lists() {
        return List.copyOf(lists);
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    /** What the parser said of the blocks that are no JSON. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The node that a reference such as {@code {"@id": "#author"}} stands for; any other node is itself. */
    JsonNode resolved(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.has("@id")
                ? named.getOrDefault(node.path("@id").asText(), node)
                : node;
    }

    private void name(JsonNode node, int depth) {
        if (depth > DEEPEST_WALK) {
            return;
        }
        if (node.isObject() && node.size() > 1 && node.has("@id")) {
            named.putIfAbsent(node.path("@id").asText(), node);
        }
        node.forEach(inner -> name(inner, depth + 1));
    }

    /** The types of a node, without their namespaces. */
    static List<String> types(JsonNode node) {
        List<String> names = new ArrayList<>();
        JsonNode type = node.path("@type");
        (type.isArray() ? type : List.of(type))
                .forEach(written -> names.add(written.asText().replaceFirst("^.*[/:#]", "")));
        return names;
    }

    /** Whether something of these types is a work, and no event or course. */
    static boolean isWork(List<String> types) {
        return types.stream()
                .anyMatch(name ->
                        KINDS.containsKey(name) && !KINDS.getOrDefault(name, "").equals("course"));
    }

    private void walk(JsonNode node, int depth) {
        if (depth > DEEPEST_WALK || items.size() >= MOST_ITEMS) {
            return;
        }
        if (node.isArray()) {
            node.forEach(inner -> walk(inner, depth + 1));
            return;
        }
        Map<String, String> types = new LinkedHashMap<>();
        List<String> names = types(node);
        names.forEach(name -> {
            String kind = name.equals("Event") || name.endsWith("Event") ? "event" : KINDS.get(name);
            if (kind != null) {
                types.put(name, kind);
            }
        });
        if (LISTS.stream().anyMatch(names::contains) && lists.size() < MOST_LISTS) {
            lists.add(node);
        }
        boolean titled = node.hasNonNull("name") || node.hasNonNull("headline");
        if (!types.isEmpty() && titled) {
            String kind = types.values().stream()
                    .filter(word -> !word.isEmpty())
                    .findFirst()
                    .orElse("");
            items.add(new Item(node, kind));
        }
        for (String container : CONTAINERS) {
            if (node.has(container)) {
                walk(node.path(container), depth + 1);
            }
        }
    }
}
