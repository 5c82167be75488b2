package kz.ortaq.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kz.ortaq.bench.SoakCollection.Deletions;
import kz.ortaq.bench.SoakCollection.Item;

/**
 * A library's OAI-PMH repository, of a kind that chance chooses. Thread-safe.
 */
final class SoakRepository {

    /** A page of a list; {@code arguments} are those that its tokens carry. */
    record Listing(boolean identifiers, List<String> items, int offset, int size, int total, String arguments) {

        int page() {
            return offset / size;
        }

        int pages() {
            return (total + size - 1) / size;
        }

        /** The token that asks for what stands at {@code offset}. */
        String token(int offset) {
            return "o=" + offset + arguments;
        }

        /** The token of the next page; none on the last. */
        Optional<String> next() {
            return offset + size < total ? Optional.of(token(offset + size)) : Optional.empty();
        }
    }

    private static final String SET = "books";

    private final int number;
    private final boolean seconds;
    private final boolean sized;
    private final boolean shuffled;
    private final int pageSize;
    private final boolean gzip;
    private final boolean oneSet;
    private final SoakCollection collection;

    /** Makes a repository of some hundred records. */
    SoakRepository(int number, Random random) {
        this.number = number;
        this.seconds = random.nextBoolean();
        this.sized = random.nextBoolean();
        this.shuffled = random.nextInt(3) == 0;
        this.pageSize = 8 + random.nextInt(40);
        this.gzip = random.nextInt(3) == 0;
        this.oneSet = random.nextInt(4) == 0;
        Deletions deletions = Deletions.values()[random.nextInt(Deletions.values().length)];
        this.collection = new SoakCollection("oai:library" + number + ".example.kz:", deletions, random);
    }

    /** The options under which it is harvested. */
    Map<String, String> options() {
        return oneSet ? Map.of("set", SET) : Map.of();
    }

    /** Changes, as a library does between two harvests. */
    void change(Random random) {
        collection.change(random);
    }

    /** What a store should hold of it: content by identifier, {@code deleted} where a record is gone. */
    Map<String, String> truth() {
        return collection.truth(oneSet ? SET : "");
    }

    boolean gzip() {
        return gzip;
    }

    /** The page that is asked for; empty where something else is, or an error answers. */
    Optional<Listing> listing(Map<String, String> asked) {
        String verb = asked.getOrDefault("verb", "");
        if (!verb.equals("ListRecords") && !verb.equals("ListIdentifiers")
                || error(asked).isPresent()) {
            return Optional.empty();
        }
        boolean identifiers = verb.equals("ListIdentifiers");
        Map<String, String> arguments = arguments(asked);
        List<Item> found = found(arguments);
        int offset = Integer.parseInt(arguments.getOrDefault("o", "0"));
        List<String> page =
                found.subList(Math.min(offset, found.size()), Math.min(offset + pageSize, found.size())).stream()
                        .map(item -> identifiers ? header(item) : record(item))
                        .toList();
        String carried = "&f=" + arguments.getOrDefault("f", "") + "&u=" + arguments.getOrDefault("u", "") + "&s="
                + arguments.getOrDefault("s", "");
        return Optional.of(new Listing(identifiers, page, offset, pageSize, found.size(), carried));
    }

    /** A page as XML, that leads on by {@code token}. */
    String write(Listing listing, Optional<String> token) {
        String verb = listing.identifiers() ? "ListIdentifiers" : "ListRecords";
        String size = sized ? " completeListSize=\"" + listing.total() + "\" cursor=\"" + listing.offset() + "\"" : "";
        String last = listing.pages() > 1 || token.isPresent()
                ? "<resumptionToken" + size + ">" + token.orElse("").replace("&", "&amp;") + "</resumptionToken>"
                : "";
        return document(verb, "<" + verb + ">\n" + String.join("", listing.items()) + last + "</" + verb + ">");
    }

    /** The answer to everything that is no page of a list. */
    String other(Map<String, String> asked) {
        String verb = asked.getOrDefault("verb", "");
        return document(
                verb,
                switch (verb) {
                    case "Identify" -> identify();
                    case "ListMetadataFormats" -> """
                    <ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix>
                    <schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>
                    <metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace>
                    </metadataFormat></ListMetadataFormats>
                    """;
                    case "ListSets" ->
                        "<ListSets><set><setSpec>books</setSpec><setName>Кітаптар</setName></set>"
                                + "<set><setSpec>maps</setSpec><setName>Карталар</setName></set></ListSets>";
                    case "GetRecord" ->
                        collection.items().stream()
                                .filter(item -> item.identifier().equals(asked.get("identifier")))
                                .findFirst()
                                .map(item -> "<GetRecord>" + record(item) + "</GetRecord>")
                                .orElse("<error code=\"idDoesNotExist\">no such record</error>");
                    default -> error(asked).orElse("<error code=\"badVerb\">not offered</error>");
                });
    }

    @Override
    public String toString() {
        return "deletions %s, %s, pages of %d%s%s%s%s"
                .formatted(
                        collection.deletions(),
                        seconds ? "seconds" : "days",
                        pageSize,
                        sized ? ", says its size" : "",
                        shuffled ? ", out of order" : "",
                        gzip ? ", gzip" : "",
                        oneSet ? ", one set" : "");
    }

    private Optional<String> error(Map<String, String> asked) {
        Map<String, String> arguments = arguments(asked);
        String from = arguments.getOrDefault("f", "");
        String until = arguments.getOrDefault("u", "");
        boolean tooFine = !seconds && (from.length() > 10 || until.length() > 10);
        if (tooFine || (!from.isEmpty() && !until.isEmpty() && from.length() != until.length())) {
            return Optional.of("<error code=\"badArgument\">this repository counts days</error>");
        }
        return found(arguments).isEmpty()
                ? Optional.of("<error code=\"noRecordsMatch\">nothing there</error>")
                : Optional.empty();
    }

    /** What a request asks for, by the names that tokens use. */
    private static Map<String, String> arguments(Map<String, String> asked) {
        String token = asked.get("resumptionToken");
        if (token != null) {
            return GeneratedRepository.parameters(token);
        }
        return Map.of(
                "f", asked.getOrDefault("from", ""),
                "u", asked.getOrDefault("until", ""),
                "s", asked.getOrDefault("set", ""));
    }

    private List<Item> found(Map<String, String> arguments) {
        String from = arguments.getOrDefault("f", "");
        String until = arguments.getOrDefault("u", "");
        String set = arguments.getOrDefault("s", "");
        List<Item> found = new ArrayList<>(collection.items().stream()
                .filter(item -> set.isEmpty() || item.set().equals(set))
                .filter(item -> from.isEmpty() || stamp(item, from).compareTo(from) >= 0)
                .filter(item -> until.isEmpty() || stamp(item, until).compareTo(until) <= 0)
                .toList());
        found.sort(
                shuffled
                        ? Comparator.comparingInt(item -> Integer.reverse(item.number() * 7))
                        : Comparator.comparing(Item::changed).thenComparing(Item::number));
        return found;
    }

    /** When an item changed, to compare with a bound of days or of seconds. */
    private static String stamp(Item item, String bound) {
        String stamp = item.changed().toString();
        return bound.length() == 10 ? stamp.substring(0, 10) : stamp;
    }

    private String header(Item item) {
        String stamp = item.changed().toString();
        return "<header" + (item.deleted() ? " status=\"deleted\"" : "") + "><identifier>" + item.identifier()
                + "</identifier><datestamp>" + (seconds ? stamp : stamp.substring(0, 10)) + "</datestamp><setSpec>"
                + item.set() + "</setSpec></header>";
    }

    private String record(Item item) {
        if (item.deleted()) {
            return "<record>" + header(item) + "</record>\n";
        }
        return "<record>" + header(item) + "<metadata><oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/"
                + "oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" + item.content()
                + "</oai_dc:dc></metadata></record>\n";
    }

    private String identify() {
        Instant first = collection.items().stream()
                .map(Item::changed)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return """
                <Identify><repositoryName>Library %d</repositoryName><baseURL>http://127.0.0.1/oai</baseURL>
                <protocolVersion>2.0</protocolVersion><adminEmail>soak@example.kz</adminEmail>
                <earliestDatestamp>%s</earliestDatestamp><deletedRecord>%s</deletedRecord>
                <granularity>%s</granularity></Identify>
                """.formatted(
                        number,
                        seconds ? first.toString() : first.toString().substring(0, 10),
                        collection.deletions().name().toLowerCase(Locale.ROOT),
                        seconds ? "YYYY-MM-DDThh:mm:ssZ" : "YYYY-MM-DD");
    }

    private static String document(String verb, String body) {
        String now = DateTimeFormatter.ISO_INSTANT.format(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>%s</responseDate>
                <request verb="%s">http://127.0.0.1/oai</request>
                """.formatted(now, verb) + body + "\n</OAI-PMH>\n";
    }
}
