package kz.ortaq.harvesters.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.harvesters.PayloadFields;

/** Reads the properties of a schema.org item into the fields of a record. */
final class SchemaFields {

    private static final int MOST = 100;

    /** Properties whose texts, or names, are a field as they stand. */
    private static final List<Map.Entry<String, String>> PROPERTIES = List.of(
            Map.entry("alternateName", "alternative"),
            Map.entry("alternativeHeadline", "alternative"),
            Map.entry("author", "creator"),
            Map.entry("creator", "creator"),
            Map.entry("performer", "contributor"),
            Map.entry("contributor", "contributor"),
            Map.entry("editor", "contributor"),
            Map.entry("translator", "contributor"),
            Map.entry("illustrator", "contributor"),
            Map.entry("publisher", "publisher"),
            Map.entry("provider", "publisher"),
            Map.entry("inLanguage", "language"),
            Map.entry("description", "description"),
            Map.entry("abstract", "description"),
            Map.entry("about", "subject"),
            Map.entry("genre", "subject"),
            Map.entry("isbn", "isbn"),
            Map.entry("issn", "issn"),
            Map.entry("bookEdition", "edition"),
            Map.entry("isPartOf", "part-of"),
            Map.entry("educationalLevel", "audience"),
            Map.entry("typicalAgeRange", "audience"),
            Map.entry("audience", "audience"),
            Map.entry("teaches", "subject"),
            Map.entry("learningResourceType", "type"),
            Map.entry("license", "rights"),
            Map.entry("organizer", "publisher"),
            Map.entry("location", "place"),
            Map.entry("startDate", "start"),
            Map.entry("endDate", "end"),
            Map.entry("applicationDeadline", "deadline"),
            Map.entry("coursePrerequisites", "eligibility"),
            Map.entry("programPrerequisites", "eligibility"),
            Map.entry("courseWorkload", "workload"),
            Map.entry("educationalCredentialAwarded", "certificate"));

    // What a shop asks for a book is nobody’s way to take part.
    private static final Set<String> OFFERED = Set.of("course", "event");
    private static final Set<String> OF_INSTANCES = Set.of("start", "end", "workload", "venue", "language");

    /** By which property a thing tells what it is: a person, an audience. */
    private static final List<String> NAMING =
            List.of("name", "alternateName", "@value", "educationalRole", "audienceType", "ageRange", "suggestedAge");

    private final JsonLd graph;
    private final UnaryOperator<String> resolver;
    private final PayloadFields fields;

    /** @param resolver makes an address of the page whole */
    SchemaFields(JsonLd graph, UnaryOperator<String> resolver, PayloadFields fields) {
        this.graph = graph;
        this.resolver = resolver;
        this.fields = fields;
    }

    void read(JsonLd.Item item) {
        JsonNode node = item.node();
        // In this order, always: another order of values would look like a change.
        for (Map.Entry<String, String> property : PROPERTIES) {
            String field = field(property, item.kind());
            texts(node.path(property.getKey())).forEach(text -> fields.add(field, text));
        }
        texts(node.path("name")).forEach(text -> fields.add("title", text));
        texts(node.path("headline")).forEach(text -> fields.addIfMissing("title", text));
        for (String property : List.of("datePublished", "startDate", "uploadDate", "dateCreated", "copyrightYear")) {
            texts(node.path(property)).forEach(date -> fields.addIfMissing("date", date.replaceFirst("T.*", "")));
        }
        for (String keywords : texts(node.path("keywords"))) {
            for (String keyword : keywords.split("[,;]")) {
                fields.add("subject", keyword);
            }
        }
        texts(node.path("numberOfPages")).forEach(pages -> fields.add("extent", pages));
        alignments(node);
        for (JsonNode licence : each(node.path("license"))) {
            String url = licence.path("url").asText();
            fields.add("rights", url.isEmpty() ? licence.path("@id").asText() : url);
        }
        texts(node.path("timeRequired")).forEach(duration -> fields.add("extent", duration(duration)));
        texts(node.path("duration")).forEach(duration -> fields.add("extent", duration(duration)));
        for (JsonNode identifier : each(node.path("identifier"))) {
            fields.add(
                    "identifier",
                    identifier.isObject() ? identifier.path("value").asText() : identifier.asText());
        }
        if (OFFERED.contains(item.kind())) {
            offers(node);
        }
        files(node);
        // A course names its dates once for each time that it is held.
        for (JsonNode instance : each(node.path("hasCourseInstance"))) {
            for (Map.Entry<String, String> property : PROPERTIES) {
                String field = field(property, item.kind());
                if (OF_INSTANCES.contains(field)) {
                    texts(instance.path(property.getKey())).forEach(text -> fields.add(field, text));
                }
            }
        }
        for (JsonNode edition : each(node.path("workExample"))) {
            texts(edition.path("isbn")).forEach(isbn -> fields.add("isbn", isbn));
            texts(edition.path("bookEdition")).forEach(text -> fields.add("edition", text));
            files(edition);
        }
        fields.add("kind-hint", item.kind());
    }

    /** For which level a thing is, and what it teaches, where a framework says it (LRMI, AlignmentObject). */
    private void alignments(JsonNode node) {
        for (JsonNode alignment : each(node.path("educationalAlignment"))) {
            String type = alignment.path("alignmentType").asText();
            String target = alignment.path("targetName").asText();
            if (type.equalsIgnoreCase("educationalLevel") || type.equalsIgnoreCase("readingLevel")) {
                fields.add("audience", target);
            } else if (type.equalsIgnoreCase("educationalSubject") || type.equalsIgnoreCase("teaches")) {
                fields.add("subject", target);
            }
        }
    }

    /** Where an event takes place; of anything else, a place is what it is about. */
    private static String field(Map.Entry<String, String> property, String kind) {
        return property.getKey().equals("location") && OFFERED.contains(kind) ? "venue" : property.getValue();
    }

    /** What it costs, and until when that is offered, which is the last day where none other is named. */
    private void offers(JsonNode node) {
        for (JsonNode offer : each(node.path("offers"))) {
            String price = offer.path("price").asText(offer.path("category").asText());
            fields.add(
                    "price",
                    price.isEmpty()
                            ? ""
                            : (price + " " + offer.path("priceCurrency").asText()).strip());
            fields.addIfMissing("deadline", offer.path("validThrough").asText());
        }
    }

    private void files(JsonNode node) {
        file(node);
        for (String property : List.of("encoding", "associatedMedia")) {
            each(node.path(property)).forEach(this::file);
        }
        for (String property : List.of("image", "thumbnailUrl")) {
            for (JsonNode image : each(node.path(property))) {
                String address = image.isObject() ? image.path("url").asText() : image.asText();
                fields.addIfMissing("image", resolver.apply(address));
            }
        }
    }

    private void file(JsonNode node) {
        String format =
                node.path("encodingFormat").asText(node.path("fileFormat").asText());
        for (String property : List.of("contentUrl", "embedUrl")) {
            for (String written : texts(node.path(property))) {
                String address = resolver.apply(written);
                fields.add(
                        DocumentTypes.isDocument(address, format.toLowerCase(Locale.ROOT)) ? "document" : "link",
                        address);
            }
        }
    }

    /** The texts of a property: its own, or the names of the things that it points to. */
    private List<String> texts(JsonNode property) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : each(property)) {
            if (value.isObject()) {
                texts.add(text(value));
            } else if (value.isValueNode() && !value.isNull()) {
                texts.add(value.asText());
            }
        }
        return texts;
    }

    /** What a thing is called: by its name, by the parts of it, or by what else tells it. */
    private static String text(JsonNode value) {
        if (value.hasNonNull("familyName") && !value.hasNonNull("name")) {
            return (value.path("familyName").asText() + ", "
                            + value.path("givenName").asText())
                    .replaceFirst(", $", "");
        }
        for (String property : NAMING) {
            JsonNode text = value.path(property);
            String found = text.isArray() ? text.path(0).asText() : text.asText();
            if (!found.isBlank()) {
                return found;
            }
        }
        return "";
    }

    private List<JsonNode> each(JsonNode property) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode value : property.isArray() ? property : List.of(property)) {
            if (values.size() < MOST && !value.isMissingNode()) {
                values.add(graph.resolved(value));
            }
        }
        return values;
    }

    private static String duration(String written) {
        try {
            Duration duration = Duration.parse(written);
            return duration.toHours() > 0
                    ? String.format(
                            Locale.ROOT,
                            "%d:%02d:%02d",
                            duration.toHours(),
                            duration.toMinutesPart(),
                            duration.toSecondsPart())
                    : String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
        } catch (DateTimeParseException | ArithmeticException e) {
            return written;
        }
    }
}
