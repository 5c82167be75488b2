package kz.ortaq.harvesters.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.harvesters.PayloadFields;
import kz.ortaq.records.RecordId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What one page of HTML says.
 *
 * @param canonical the address by which it wants to be known; its own where it does not say
 * @param links where it leads to, with the words of the links; none where it asks not to be followed
 * @param records what it describes and links to; none where it asks not to be indexed
 * @param lists the lists of works that it shows
 * @param faults what the parser said of its JSON-LD
 */
record PageReading(
        String canonical,
        Map<String, String> links,
        List<Found> records,
        List<PageLists.Found> lists,
        List<String> faults) {

    private static final int MOST_LINKS = 5_000;
    private static final int LONGEST_NAME = 300;

    /** So many files on the page of one work are its formats; more of them are works of their own. */
    private static final int MOST_FORMATS = 3;

    /**
     * A record.
     *
     * @param identifier the address that names it
     * @param original the parts of the page that it was read from
     */
    record Found(String identifier, PayloadFields fields, String original) {}

    /**
     * Reads a page.
     *
     * @param address the one that answered
     * @param reachable whether the harvest reads a page at another address, which then speaks for itself
     */
    static PageReading of(String html, String address, Predicate<String> reachable) {
        Document page = Jsoup.parse(html, address);
        String canonical = canonical(page, address);
        Set<String> rules = rules(page);
        JsonLd data = JsonLd.of(page);
        boolean silent = rules.contains("noindex");
        Records read = new Records(page, canonical, data, reachable);
        List<Found> records = silent ? List.of() : read.read();
        List<PageLists.Found> lists =
                silent ? List.of() : new PageLists(data, canonical, language(page), read::names).read();
        Map<String, String> links = rules.contains("nofollow") ? Map.of() : links(page);
        return new PageReading(canonical, links, records, lists, data.faults());
    }

    private static String language(Document page) {
        Element root = page.selectFirst("html[lang]");
        return root == null ? "" : root.attr("lang").replaceFirst("[-_].*", "");
    }

    private static String canonical(Document page, String address) {
        Element link = page.selectFirst("link[rel=canonical][href]");
        String own = PageAddresses.normal(address).orElse(address);
        if (link == null) {
            return own;
        }
        // A canonical address on another host is as often a mistake in a template as it is meant.
        return PageAddresses.normal(link.absUrl("href"))
                .filter(found -> PageAddresses.host(found).equals(PageAddresses.host(address)))
                // All pages of some sites call the front page their canonical one.
                .filter(found -> !PageAddresses.path(found).equals("/")
                        || PageAddresses.path(own).equals("/"))
                .orElse(own);
    }

    private static Set<String> rules(Document page) {
        return page.select("meta[name~=(?i)^(?:robots|ortaq)$]").stream()
                .flatMap(meta ->
                        List.of(meta.attr("content").toLowerCase(Locale.ROOT).split("[,\\s]+")).stream())
                .flatMap(rule -> rule.equals("none") ? List.of("noindex", "nofollow").stream() : List.of(rule).stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> links(Document page) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Element link : page.select("a[href], area[href], link[rel=next]")) {
            if (links.size() < MOST_LINKS
                    && !link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow")) {
                PageAddresses.normal(link.absUrl("href"))
                        // A file is no page: it has its record already, or is a document of this page's.
                        .filter(found -> !DocumentTypes.isDocument(found, ""))
                        .ifPresent(found -> links.putIfAbsent(found, link.text()));
            }
        }
        return links;
    }

    private static final class Records {

        private final Document page;
        private final String address;
        private final JsonLd data;
        private final String title;
        private final Predicate<String> reachable;
        private final List<Found> found = new ArrayList<>();
        private final Map<JsonNode, String> identifiers = new IdentityHashMap<>();

        Records(Document page, String address, JsonLd data, Predicate<String> reachable) {
            this.reachable = reachable;
            this.page = page;
            this.address = address;
            this.data = data;
            this.title = page.title();
        }

        List<Found> read() {
            Map<String, LinkedDocuments.Found> documents = LinkedDocuments.of(page);
            PayloadFields tags = new PayloadFields();
            MetaTags meta = new MetaTags(this::absolute, tags);
            meta.read(page);
            List<JsonLd.Item> own =
                    data.items().stream().filter(this::ofThisPage).toList();
            boolean describes = tags.has("title") || own.size() == 1;
            if (describes) {
                if (own.size() == 1) {
                    identifiers.put(own.getFirst().node(), address);
                    new SchemaFields(data, this::absolute, tags).read(own.getFirst());
                }
                meta.help(page);
                tags.add("link", address);
                if (documents.size() <= MOST_FORMATS) {
                    documents.values().forEach(file -> tags.add(file.shared() ? "link" : "document", file.address()));
                    documents = Map.of();
                }
                found.add(new Found(address, tags, head()));
            }
            if (own.size() > 1) {
                own.forEach(this::item);
            }
            Set<String> taken = Set.copyOf(tags.all("document"));
            documents.values().stream()
                    .filter(file -> !taken.contains(file.address()))
                    .forEach(this::document);
            return found;
        }

        /** One of several works that a page describes. */
        private void item(JsonLd.Item item) {
            PayloadFields fields = new PayloadFields();
            new SchemaFields(data, this::absolute, fields).read(item);
            String name = item.node().path("@id").asText(own(item.node()));
            String part = name.isEmpty() || name.length() > LONGEST_NAME
                    ? RecordId.hash(name + fields.first("title") + fields.all("creator"))
                            .substring(0, 12)
                    : name;
            fields.add("link", own(item.node()));
            fields.addIfMissing("link", address);
            String identifier = part.startsWith("http") ? part : address + "#" + part.replaceFirst("^#", "");
            identifiers.put(item.node(), identifier);
            found.add(new Found(identifier, fields, item.node().toString()));
        }

        /** What a node of a list is known by: the record made of it here, and its own addresses. */
        private List<String> names(JsonNode node) {
            return Stream.of(
                            identifiers.getOrDefault(node, ""),
                            own(node),
                            PageAddresses.normal(absolute(node.path("@id").asText()))
                                    .orElse(""))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }

        private void document(LinkedDocuments.Found file) {
            PayloadFields fields = new PayloadFields();
            fields.add("title", file.title());
            fields.add(file.shared() ? "link" : "document", file.address());
            fields.add("link", address);
            fields.add("part-of", title);
            found.add(new Found(file.address(), fields, file.html()));
        }

        /** Whether an item has no page of its own that is read too, and speaks for it. */
        private boolean ofThisPage(JsonLd.Item item) {
            String own = own(item.node());
            return own.isEmpty() || PageAddresses.samePage(own, address) || !reachable.test(own);
        }

        private String own(JsonNode item) {
            JsonNode main = item.path("mainEntityOfPage");
            String page =
                    main.isObject() ? main.path("@id").asText(main.path("url").asText()) : main.asText();
            String written = item.path("url").isTextual() ? item.path("url").asText() : page;
            return PageAddresses.normal(absolute(written)).orElse("");
        }

        private String absolute(String written) {
            if (written.isBlank()) {
                return "";
            }
            String whole = org.jsoup.internal.StringUtil.resolve(page.baseUri(), written.strip());
            return whole.isEmpty() ? written : whole;
        }

        private String head() {
            return page.select("title, meta[name], meta[property], link[rel=canonical], script[type*=ld+json]")
                    .outerHtml();
        }
    }
}
