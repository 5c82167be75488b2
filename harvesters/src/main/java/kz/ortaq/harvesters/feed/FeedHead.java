package kz.ortaq.harvesters.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself; empty strings where it says nothing.
 *
 * @param next the address of its next, older page (RFC 5005)
 * @param base the address that others are seen from
 */
record FeedHead(String title, String author, String language, String next, String base) {

    private static final int LONGEST = 2_000;

    static FeedHead unknown(String base) {
        return new FeedHead("", "", "", "", base);
    }

    static FeedHead of(Document document, String base) {
        Element root = document.getRootElement();
        Element top = root.getChildren().stream()
                .filter(child -> child.getName().equals("channel"))
                .findFirst()
                .orElse(root);
        String own = root.getAttributeValue("base", org.jdom2.Namespace.XML_NAMESPACE);
        FeedHead head = new FeedHead("", "", "", "", own == null ? base : resolve(base, own));
        String language = top.getAttributeValue("lang", org.jdom2.Namespace.XML_NAMESPACE);
        String author = top.getChildren().stream()
                .filter(child -> child.getName().equals("author"))
                .map(child -> child.getChildren().isEmpty()
                        ? child
                        : Optional.ofNullable(child.getChild("name", child.getNamespace()))
                                .orElse(child))
                .map(Element::getTextNormalize)
                .findFirst()
                .orElse("");
        return new FeedHead(
                text(top, "title"),
                author,
                language == null ? text(top, "language") : language,
                next(top).map(head::resolved).orElse(""),
                head.base());
    }

    /** An address seen from the feed; as it stands where it cannot be seen so. */
    String resolved(@Nullable String address) {
        return address == null || address.isBlank() ? "" : resolve(base, address.strip());
    }

    private static String resolve(String base, String address) {
        if (base.isEmpty() || address.length() > LONGEST || address.matches("(?i)[a-z][a-z0-9+.-]{1,20}:.*")) {
            return address;
        }
        try {
            return URI.create(base).resolve(address.replace(" ", "%20")).toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String text(Element top, String name) {
        return top.getChildren().stream()
                .filter(child -> child.getName().equals(name))
                .map(Element::getTextNormalize)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> next(Element top) {
        List<Element> links = top.getChildren();
        return Stream.of("next", "prev-archive")
                .flatMap(relation -> links.stream()
                        .filter(link ->
                                link.getName().equals("link") && relation.equals(link.getAttributeValue("rel"))))
                .map(link -> link.getAttributeValue("href"))
                .filter(address -> address != null && !address.isBlank())
                .findFirst();
    }
}
