package kz.ortaq.harvesters.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.harvesters.PayloadFields;
import kz.ortaq.harvesters.net.BodyText;

/** Reads JSON Feed (jsonfeed.org, version 1.1). */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    /** The items of a feed; empty where the bytes are none. */
    static Optional<FeedPage> read(byte[] bytes, String base, String place) {
        JsonNode feed;
        try {
            feed = JSON.readTree(BodyText.of(bytes, "").text());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!feed.path("version").asText().contains("jsonfeed.org")) {
            return Optional.empty();
        }
        FeedHead head = new FeedHead(
                feed.path("title").asText(), author(feed), feed.path("language").asText(), "", base);
        List<FeedPage.Item> items = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            items.add(item(head, item, place + " (" + (items.size() + 1) + ")"));
        }
        String next = head.resolved(feed.path("next_url").asText());
        return Optional.of(new FeedPage("JSON Feed", "UTF-8", items, List.of(), List.of(), next, 0));
    }

    private static FeedPage.Item item(FeedHead head, JsonNode item, String place) {
        PayloadFields fields = new PayloadFields();
        String kind = "article";
        fields.add("title", item.path("title").asText());
        String html = item.path("content_html").asText();
        String text = item.path("content_text").asText(item.path("summary").asText());
        fields.addIfMissing("title", text.strip().lines().findFirst().orElse(""));
        fields.add("description", html.isBlank() ? text : html);
        fields.add("creator", author(item));
        fields.addIfMissing("creator", head.author());
        String date = item.path("date_published").asText();
        fields.add("date", date.replaceFirst("T.*", ""));
        fields.add("language", item.path("language").asText(head.language()));
        String link = head.resolved(item.path("url").asText());
        fields.add("link", link);
        fields.add("link", head.resolved(item.path("external_url").asText()));
        fields.add("image", head.resolved(item.path("image").asText()));
        item.path("tags").forEach(tag -> fields.add("subject", tag.asText()));
        for (JsonNode attachment : item.path("attachments")) {
            String address = head.resolved(attachment.path("url").asText());
            String type = attachment.path("mime_type").asText();
            if (type.startsWith("video/") || type.startsWith("audio/")) {
                kind = type.substring(0, type.indexOf('/'));
                fields.add(
                        "extent",
                        Durations.ofSeconds(
                                attachment.path("duration_in_seconds").asText()));
            }
            fields.add(DocumentTypes.isDocument(address, type) ? "document" : "link", address);
        }
        fields.add("part-of", head.title());
        fields.add("kind-hint", kind);
        String changed = item.path("date_modified").asText(date);
        return new FeedPage.Item(item.path("id").asText(), link, changed, place, fields, item.toString());
    }

    private static String author(JsonNode node) {
        JsonNode authors = node.path("authors");
        return (authors.isArray() && !authors.isEmpty() ? authors.get(0) : node.path("author"))
                .path("name")
                .asText();
    }
}
