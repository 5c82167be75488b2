package kz.ortaq.harvesters.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ortaq.harvesters.HarvestedLists;
import kz.ortaq.records.CuratedList;

/**
 * Reads the lists of works that a page describes: an {@code ItemList}, a {@code Collection} with its parts, a
 * {@code Course} with the literature it is based on (schema.org). Lists of events, people or goods are none.
 */
final class PageLists {

    private static final int MOST = 600;
    private static final int NO_PLACE = Integer.MAX_VALUE;

    /** In which property each type keeps its works. */
    private static final List<String> OF_LISTS = List.of("itemListElement");

    private static final List<String> OF_COLLECTIONS = List.of("hasPart", "itemListElement");
    private static final List<String> OF_COURSES = List.of("citation", "isBasedOn");

    private final JsonLd graph;
    private final String address;
    private final String language;
    private final Function<JsonNode, List<String>> names;

    /**
     * @param language of the page; empty where it does not say
     * @param names the addresses by which a node is known
     */
    PageLists(JsonLd graph, String address, String language, Function<JsonNode, List<String>> names) {
        this.graph = graph;
        this.address = address;
        this.language = language;
        this.names = names;
    }

    /** A list of a page; it has entries. */
    record Found(HarvestedLists.Head head, List<CuratedList.Entry> entries) {}

    List<Found> read() {
        List<Found> found = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (JsonNode list : graph.lists()) {
            String title = text(list.path("name"));
            List<String> types = JsonLd.types(list);
            List<String> properties =
                    types.contains("Course") ? OF_COURSES : types.contains("Collection") ? OF_COLLECTIONS : OF_LISTS;
            List<Element> elements = properties.stream()
                    .flatMap(property -> elements(list.path(property)).stream())
                    .filter(element -> isOne(element, types))
                    .toList();
            // A list without a name is a page’s way of showing what it has.
            if (title.isEmpty() || elements.isEmpty() || !named.add(title)) {
                continue;
            }
            String own = text(list.path("inLanguage"));
            found.add(new Found(
                    new HarvestedLists.Head(
                            address + "#" + title,
                            title,
                            own.isEmpty() ? language : own,
                            types.contains("Course") ? "" : text(list.path("description")),
                            address),
                    elements.stream().map(this::entry).toList()));
        }
        return found;
    }

    /**
     * A place in a list.
     *
     * @param holder the {@code ListItem}, or the work itself
     * @param work what it names: a node, or a text
     */
    private record Element(int position, JsonNode holder, JsonNode work) {}

    private List<Element> elements(JsonNode property) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode each : property.isArray() ? property : List.of(property)) {
            JsonNode holder = graph.resolved(each);
            if (elements.size() < MOST && !holder.isMissingNode() && !holder.isNull()) {
                JsonNode item = graph.resolved(holder.path("item"));
                elements.add(new Element(
                        holder.path("position").asInt(NO_PLACE),
                        holder,
                        item.isObject() || item.isTextual() ? item : holder));
            }
        }
        if (elements.stream().allMatch(element -> element.position() != NO_PLACE)) {
            elements.sort(Comparator.comparing(Element::position));
        }
        return elements;
    }

    /** Whether an element is a work: by its type; without one, where the list is a list, by its name or address. */
    private static boolean isOne(Element element, List<String> list) {
        JsonNode work = element.work();
        List<String> types = JsonLd.types(work).stream()
                .filter(type -> !type.isEmpty() && !type.equals("ListItem") && !type.equals("Thing"))
                .toList();
        if (work.has("isbn")) {
            return true;
        }
        if (types.isEmpty()) {
            return list.contains("ItemList") || list.contains("Course") || work.isObject();
        }
        return JsonLd.isWork(types);
    }

    private CuratedList.Entry entry(Element element) {
        JsonNode work = element.work();
        JsonNode holder = element.holder();
        if (work.isTextual()) {
            String written = work.asText();
            boolean address = written.matches("(?i)https?://.*");
            String name = text(holder.path("name"));
            return new CuratedList.Entry(
                    "",
                    name.isEmpty() ? written : name,
                    "",
                    address ? List.of(PageAddresses.normal(written).orElse(written)) : List.of(),
                    note(holder));
        }
        Set<String> references = new LinkedHashSet<>(names.apply(work));
        references.addAll(names.apply(holder));
        references.addAll(texts(work.path("isbn")));
        for (JsonNode edition : each(work.path("workExample"))) {
            references.addAll(texts(edition.path("isbn")));
        }
        for (JsonNode identifier : each(work.path("identifier"))) {
            references.add(identifier.isObject() ? identifier.path("value").asText() : identifier.asText());
        }
        String title = Stream.of(work.path("name"), work.path("headline"), holder.path("name"))
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(references.isEmpty() ? "" : references.iterator().next());
        return new CuratedList.Entry(
                "",
                title,
                text(work.path("author")),
                List.copyOf(references),
                holder.equals(work) && !JsonLd.types(holder).contains("ListItem") ? "" : note(holder));
    }

    private String note(JsonNode holder) {
        return text(holder.path("description"));
    }

    private String text(JsonNode property) {
        List<String> texts = texts(property);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** The texts of a property: its own, or the names of what it points to. */
    private List<String> texts(JsonNode property) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : each(property)) {
            String text = value.isObject()
                    ? value.path("name").asText(value.path("@value").asText())
                    : value.asText();
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    private List<JsonNode> each(JsonNode property) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode value : property.isArray() ? property : List.of(property)) {
            if (values.size() < MOST && !value.isMissingNode() && !value.isNull()) {
                values.add(graph.resolved(value));
            }
        }
        return values;
    }
}
