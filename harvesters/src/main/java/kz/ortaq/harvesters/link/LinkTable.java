package kz.ortaq.harvesters.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.ortaq.config.Tables;
import kz.ortaq.records.store.Links;

/** Where records of each format point to their documents, as {@code links.yaml} says it. Thread-safe. */
final class LinkTable {

    /** So many addresses of one record are followed; beyond that it is a list of references, not a document. */
    static final int MOST = 5;

    private static final String RESOURCE = "/kz/ortaq/config/links.yaml";

    /**
     * One place where an address may stand.
     *
     * @param first which first indicators are meant, a blank as {@code _}; any where it is empty
     * @param second the same of the second
     * @param otherwise whether it counts only where no rule before it gave an address
     * @param same whether several addresses are several names of one item
     */
    record Rule(String from, String first, String second, boolean otherwise, boolean same) {}

    private record Format(LinkReader reader, List<Rule> rules) {}

    private final Map<String, Format> formats = new HashMap<>();
    private final Set<String> types;
    private final List<String> endings;
    private final Addresses addresses;

    private LinkTable(Map<String, Object> table) {
        for (Object format : list(table, "formats")) {
            Map<?, ?> entry = (Map<?, ?>) format;
            Format read = new Format(
                    LinkReader.named(text(entry, "reader")),
                    list(entry, "links").stream().map(LinkTable::rule).toList());
            list(entry, "namespaces").forEach(namespace -> formats.put(namespace.toString(), read));
        }
        this.types = new HashSet<>(texts(table, "documents"));
        this.endings = texts(table, "endings");
        this.addresses = new Addresses(new HashSet<>(texts(table, "elsewhere")), this);
    }

    static LinkTable read() {
        return new LinkTable(Tables.read(RESOURCE));
    }

    /** Tells tables apart: where it is another, records are asked anew where they point. */
    static String fingerprint() {
        return Tables.fingerprint(List.of(RESOURCE));
    }

    /** Where a record points, the most promising first: addresses that end as a file does, then in the rules' order. */
    List<Links.Pointer> pointers(String format, String payload) {
        Format known = formats.get(format);
        if (known == null) {
            return List.of();
        }
        Map<Rule, List<String>> values = known.reader().values(payload, known.rules());
        Map<String, Rule> found = new LinkedHashMap<>();
        for (Rule rule : known.rules()) {
            if (!rule.otherwise() || found.isEmpty()) {
                values.getOrDefault(rule, List.of()).stream()
                        .flatMap(value -> addresses.of(value).stream())
                        .forEach(address -> found.putIfAbsent(address, rule));
            }
        }
        List<Links.Pointer> pointers = new ArrayList<>();
        found.keySet().stream().filter(this::promises).forEach(file -> pointers.add(new Links.Pointer(file, false)));
        found.forEach((address, rule) -> {
            if (!promises(address)) {
                pointers.add(new Links.Pointer(address, rule.same() && !pointers.isEmpty()));
            }
        });
        return List.copyOf(pointers.subList(0, Math.min(MOST, pointers.size())));
    }

    /** Whether files of this media type are taken. */
    boolean takes(String type) {
        return types.contains(type);
    }

    /** Whether an address or a name ends as a document does. */
    boolean promises(String address) {
        String path = address.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> path.endsWith("." + ending));
    }

    private static Rule rule(Object written) {
        Map<?, ?> rule = (Map<?, ?>) written;
        return new Rule(
                text(rule, "from"),
                text(rule, "first"),
                text(rule, "second"),
                text(rule, "otherwise").equals("true"),
                text(rule, "same").equals("true"));
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.toString(map.get(key), "");
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        return list(map, key).stream().map(Object::toString).toList();
    }

    private static List<?> list(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException(RESOURCE + " has no list " + key);
    }
}
