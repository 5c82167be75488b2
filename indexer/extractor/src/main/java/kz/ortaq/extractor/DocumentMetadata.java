package kz.ortaq.extractor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;

/** What a document says of itself, under the names that we use for it. */
final class DocumentMetadata {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 4_000;

    /** Our name, and the names under which Tika's parsers give it, the best first. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "title", List.of("dc:title", "title"),
            "author", List.of("dc:creator", "author"),
            "created", List.of("dcterms:created", "dc:date", "date"),
            "language", List.of("dc:language", "language", "Content-Language"),
            "identifier", List.of("dc:identifier", "identifier"),
            "subject", List.of("dc:subject", "meta:keyword", "keywords"),
            "description", List.of("dc:description", "description"),
            "publisher", List.of("dc:publisher", "publisher"),
            "published", List.of("ortaq:published"),
            "series", List.of("ortaq:series"));

    private DocumentMetadata() {}

    /** The values of each name that has any, each value once, shortened to 4,000 characters. */
    static Map<String, List<String>> of(Metadata metadata) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        NAMES.forEach((ours, theirs) -> {
            for (String name : theirs) {
                List<String> values = values(metadata, name);
                if (!values.isEmpty()) {
                    found.put(ours, values);
                    return;
                }
            }
        });
        return found;
    }

    private static List<String> values(Metadata metadata, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : metadata.getValues(name)) {
            String tidy = TidyText.of(shortened(value));
            if (!tidy.isEmpty() && values.size() < MOST_VALUES) {
                values.add(tidy);
            }
        }
        return List.copyOf(values);
    }

    static String shortened(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, end);
    }
}
