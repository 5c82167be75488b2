package kz.ortaq.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The metadata formats that harvested endpoints offer, the richest first, as {@code formats.yaml} lists them. */
public final class MetadataFormats {

    private final List<MetadataFormat> richestFirst;

    /** One format: what it is called, and how endpoints announce it. */
    public record MetadataFormat(String name, List<String> namespaces, List<String> schemas, List<String> prefixes) {

        public MetadataFormat {
            namespaces = List.copyOf(namespaces);
            schemas = List.copyOf(schemas);
            prefixes = List.copyOf(prefixes);
        }
    }

    public MetadataFormats() {
        Object rows = Tables.read("/kz/ortaq/config/formats.yaml").get("formats");
        this.richestFirst = rows instanceof List<?> list
                ? list.stream()
                        .flatMap(row -> row instanceof Map<?, ?> map ? Stream.of(format(map)) : Stream.empty())
                        .toList()
                : List.of();
    }

    private static MetadataFormat format(Map<?, ?> row) {
        return new MetadataFormat(
                String.valueOf(row.get("name")),
                words(row.get("namespaces")),
                words(row.get("schemas")),
                words(row.get("prefixes")));
    }

    private static List<String> words(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** All formats, the richest first. */
    public List<MetadataFormat> richestFirst() {
        return richestFirst;
    }

    /** What an endpoint announces: by namespace or schema; by its prefix alone where it says neither. */
    public Optional<MetadataFormat> find(String prefix, String namespace, String schema) {
        List<MetadataFormat> announced = richestFirst.stream()
                .filter(format -> format.namespaces().stream().anyMatch(known -> same(known, namespace))
                        || format.schemas().stream().anyMatch(known -> ends(schema, known)))
                .toList();
        if (announced.isEmpty() && !(namespace.isBlank() && schema.isBlank())) {
            return Optional.empty();
        }
        List<MetadataFormat> candidates = announced.isEmpty() ? richestFirst : announced;
        Optional<MetadataFormat> named = candidates.stream()
                .filter(format -> format.prefixes().contains(prefix.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
        return named.or(() -> announced.stream().findFirst());
    }

    private static boolean same(String known, String namespace) {
        return trimmed(known).equalsIgnoreCase(trimmed(namespace));
    }

    /** Whether an address ends in a file's name: the same schema stands at many addresses. */
    private static boolean ends(String schema, String known) {
        String written = schema.strip().toLowerCase(Locale.ROOT);
        return written.endsWith("/" + known.toLowerCase(Locale.ROOT));
    }

    private static String trimmed(String namespace) {
        String stripped = namespace.strip();
        return stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
