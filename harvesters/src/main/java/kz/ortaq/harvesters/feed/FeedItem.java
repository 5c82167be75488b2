package kz.ortaq.harvesters.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.harvesters.PayloadFields;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/** Reads one item of RSS or Atom into fields: rome's reading first, then what the item says of media and books. */
final class FeedItem {

    private static final String ACQUISITION = "http://opds-spec.org/acquisition";
    private static final String CATALOGUE = "application/atom+xml;profile=opds-catalog";

    private final FeedHead head;
    private final PayloadFields fields = new PayloadFields();
    private final Element item;
    private final SyndEntry entry;
    private String kind = "article";

    /**
     * Fields of an item.
     *
     * @param guid the item's own identifier; empty when it has none
     * @param changed when it says it was changed or published; empty when it does not
     * @param navigation whether it only leads to another catalogue (OPDS 1.2, 2)
     */
    record Read(PayloadFields fields, String guid, String link, String changed, boolean navigation) {}

    private FeedItem(FeedHead head, Element item, SyndEntry entry) {
        this.head = head;
        this.item = item;
        this.entry = entry;
    }

    /** @param document a feed with this one item */
    static Read read(FeedHead head, Document document) throws FeedException {
        Element item = Stream.of(document.getRootElement().getChildren().stream(), channelItems(document))
                .flatMap(elements -> elements)
                .filter(element ->
                        element.getName().equals("item") || element.getName().equals("entry"))
                .findFirst()
                .orElseThrow(() -> new FeedException("no item"))
                .clone();
        SyndFeed feed;
        try {
            feed = new SyndFeedInput().build(document);
        } catch (RuntimeException e) {
            throw new FeedException(String.valueOf(e.getMessage()), e); // rome lets through what it did not foresee
        }
        if (feed.getEntries().isEmpty()) {
            throw new FeedException("no item");
        }
        return new FeedItem(head, item, feed.getEntries().getFirst()).read();
    }

    private static Stream<Element> channelItems(Document document) {
        return document.getRootElement().getChildren().stream()
                .filter(element -> element.getName().equals("channel"))
                .flatMap(channel -> channel.getChildren().stream());
    }

    private Read read() {
        SyndContent title = entry.getTitleEx();
        fields.add("title", title == null ? entry.getTitle() : title.getValue());
        people();
        String link = links();
        enclosures();
        media();
        description();
        for (SyndCategory category : entry.getCategories()) {
            fields.add("subject", category.getName());
        }
        dates();
        texts("dc", "subject").forEach(value -> fields.add("subject", value));
        Stream.concat(texts("media", "keywords"), texts("itunes", "keywords"))
                .flatMap(value -> Stream.of(value.split(",")))
                .forEach(value -> fields.add("subject", value));
        texts("dc", "language").forEach(value -> fields.add("language", value));
        fields.addIfMissing("language", item.getAttributeValue("lang", Namespace.XML_NAMESPACE));
        fields.addIfMissing("language", head.language());
        texts("dc", "publisher").forEach(value -> fields.add("publisher", value));
        texts("dc", "rights").forEach(value -> fields.add("rights", value));
        children("rights", "license").map(Element::getText).forEach(value -> fields.add("rights", value));
        texts("dc", "identifier").forEach(value -> fields.add("identifier", value));
        texts("dc", "source").forEach(value -> fields.add("source", value));
        if (!head.title().equals(fields.first("title"))) {
            fields.add("part-of", head.title());
        }
        String guid = guid();
        fields.add("identifier", guid);
        fields.add("kind-hint", kind);
        return new Read(fields, guid, link, changed(), navigation());
    }

    private void people() {
        Stream.concat(entry.getAuthors().stream(), entry.getContributors().stream())
                .map(SyndPerson::getName)
                .forEach(name -> fields.add("creator", name));
        fields.addIfMissing("creator", entry.getAuthor());
        texts("dc", "creator").forEach(name -> fields.add("creator", name));
        texts("dc", "contributor").forEach(name -> fields.add("contributor", name));
        texts("itunes", "author").forEach(name -> fields.add("creator", name));
        fields.addIfMissing("creator", head.author());
    }

    /** The address that the item leads to; adds all. */
    private String links() {
        String first = head.resolved(entry.getLink());
        fields.add("link", first);
        for (SyndLink link : entry.getLinks()) {
            String relation = link.getRel() == null ? "alternate" : link.getRel();
            String address = head.resolved(link.getHref());
            if (relation.startsWith(ACQUISITION)) {
                kind = "book";
                fields.add("document", address);
            } else if (relation.startsWith("http://opds-spec.org/image")) {
                fields.add("image", address);
            } else if (relation.equals("enclosure")) {
                enclosure(address, link.getType(), "");
            } else if (relation.equals("alternate") || relation.equals("related")) {
                fields.add("link", address);
            }
        }
        // A catalogue of books without pages of their own still has their files.
        String address = fields.first("link");
        return first.isEmpty() ? address : first;
    }

    private void enclosures() {
        for (SyndEnclosure enclosure : entry.getEnclosures()) {
            enclosure(head.resolved(enclosure.getUrl()), enclosure.getType(), "");
        }
    }

    private void enclosure(String address, @Nullable String type, @Nullable String medium) {
        String said = (medium == null ? "" : medium) + " " + (type == null ? "" : type.toLowerCase(Locale.ROOT));
        if (said.contains("video") || said.contains("x-shockwave-flash")) {
            kind = "video";
            fields.add("link", address);
        } else if (said.contains("audio")) {
            kind = kind.equals("video") ? kind : "audio";
            fields.add("link", address);
        } else if (said.contains("image")) {
            fields.add("image", address);
        } else if (DocumentTypes.isDocument(address, said)) {
            fields.add("document", address);
        }
    }

    private void media() {
        boolean youtube = descendants("videoId").map(Element::getText).anyMatch(id -> !id.isBlank());
        kind = youtube ? "video" : kind;
        descendants("videoId").forEach(id -> fields.add("identifier", id.getTextTrim()));
        media("content").forEach(content -> {
            enclosure(
                    head.resolved(content.getAttributeValue("url")),
                    content.getAttributeValue("type"),
                    content.getAttributeValue("medium"));
            fields.add("extent", Durations.ofSeconds(content.getAttributeValue("duration")));
        });
        media("player").forEach(player -> {
            kind = "video";
            fields.add("link", head.resolved(player.getAttributeValue("url")));
        });
        media("thumbnail").forEach(image -> fields.add("image", head.resolved(image.getAttributeValue("url"))));
        media("title").forEach(title -> fields.addIfMissing("title", title.getText()));
        descendants("duration").forEach(duration -> {
            String seconds = duration.getAttributeValue("seconds");
            fields.add(
                    "extent", seconds == null ? Durations.asWritten(duration.getText()) : Durations.ofSeconds(seconds));
        });
        children("image")
                .map(image -> image.getAttributeValue("href"))
                .forEach(image -> fields.add("image", head.resolved(image)));
    }

    /** The fullest of the descriptions that an item brings; a summary is the beginning of the others. */
    private void description() {
        Stream<String> said = Stream.concat(
                Stream.of(entry.getDescription())
                        .filter(content -> content != null)
                        .map(SyndContent::getValue),
                entry.getContents().stream().map(SyndContent::getValue));
        Stream<String> media = Stream.concat(
                media("description").map(Element::getText),
                children("summary", "description").map(Element::getText));
        Stream.concat(said, media)
                .filter(text -> text != null && !text.isBlank())
                .max(Comparator.comparingInt(String::length))
                .ifPresent(text -> fields.add("description", text));
    }

    private void dates() {
        Stream.concat(texts("dc", "issued"), texts("dc", "date")).forEach(date -> fields.add("date", date));
        Date published = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        if (published != null) {
            fields.addIfMissing(
                    "date",
                    published.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        children("pubDate", "published", "issued", "updated", "modified")
                .map(Element::getTextTrim)
                .forEach(date -> fields.addIfMissing("date", date));
    }

    private String changed() {
        Date date = entry.getUpdatedDate() == null ? entry.getPublishedDate() : entry.getUpdatedDate();
        return date == null ? "" : date.toInstant().toString();
    }

    private String guid() {
        return children("guid", "id")
                .map(Element::getTextTrim)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean navigation() {
        List<Element> links = children("link").toList();
        return links.stream()
                        .noneMatch(link ->
                                String.valueOf(link.getAttributeValue("rel")).startsWith(ACQUISITION))
                && links.stream()
                        .anyMatch(link -> String.valueOf(link.getAttributeValue("type"))
                                .replace(" ", "")
                                .startsWith(CATALOGUE));
    }

    private Stream<String> texts(String prefix, String name) {
        String namespace = switch (prefix) {
            case "dc" -> "purl.org/dc/";
            case "itunes" -> "itunes.com/";
            default -> "search.yahoo.com/mrss";
        };
        return item.getChildren().stream()
                .filter(child ->
                        child.getName().equals(name) && child.getNamespaceURI().contains(namespace))
                .map(Element::getTextNormalize);
    }

    private Stream<Element> children(String... names) {
        List<String> wanted = List.of(names);
        return item.getChildren().stream().filter(child -> wanted.contains(child.getName()));
    }

    private Stream<Element> media(String name) {
        return descendants(name).filter(element -> element.getNamespaceURI().contains("search.yahoo.com/mrss"));
    }

    /** Elements of another namespace than the feed's own, with this name, at any depth. */
    private Stream<Element> descendants(String name) {
        List<Element> found = new ArrayList<>();
        item.getDescendants(Filters.element()).forEach(element -> {
            if (element.getName().equals(name) && !element.getNamespaceURI().equals(item.getNamespaceURI())) {
                found.add(element);
            }
        });
        return found.stream();
    }
}
