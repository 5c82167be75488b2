package kz.ortaq.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;
import kz.ortaq.records.Work;

/** Describes a work for machines in the words of schema.org. */
final class JsonLd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 500;

    private JsonLd() {}

    /** The work as JSON-LD that is safe inside a script element. */
    static String of(Work work) {
        BibRecord record = work.record();
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@type", type(record.kind()));
        thing.put("name", Excerpt.shorten(record.title(), LONGEST_VALUE));
        put(thing, "alternateName", texts(record.titles()).skip(1));
        put(thing, "author", names(record, true));
        put(thing, "contributor", names(record, false));
        put(thing, "description", texts(record.descriptions()).limit(1));
        put(thing, "keywords", Stream.concat(texts(record.subjects()), texts(record.keywords())));
        put(thing, "inLanguage", record.languages().stream());
        put(thing, "datePublished", record.year() == 0 ? Stream.of() : Stream.of(String.valueOf(record.year())));
        put(thing, "publisher", texts(record.publishers()));
        put(
                thing,
                "isPartOf",
                record.partOf().stream().map(BibRecord.Host::title).filter(title -> !title.isEmpty()));
        put(thing, "isbn", identifiers(record, "isbn"));
        put(thing, "issn", identifiers(record, "issn"));
        put(thing, "license", texts(record.rights()).flatMap(text -> WebLinks.safe(text).stream()));
        put(thing, "url", record.links().stream().flatMap(link -> WebLinks.safe(link).stream()));
        if (!record.access().isEmpty()) {
            thing.put("isAccessibleForFree", record.access().equals("open"));
        }
        return write(thing);
    }

    private static String write(Map<String, Object> thing) {
        try {
            // Within JSON these stand in strings alone; written so, no text can end the script element.
            return JSON.writeValueAsString(thing)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a work is not writable as JSON", e);
        }
    }

    private static String type(ResourceKind kind) {
        return switch (kind) {
            case TEXTBOOK, BOOK -> "Book";
            case CHAPTER -> "Chapter";
            case ARTICLE -> "Article";
            case METHODICAL_WORK -> "LearningResource";
            case THESIS -> "Thesis";
            case PERIODICAL -> "Periodical";
            case VIDEO -> "VideoObject";
            case AUDIO -> "AudioObject";
            case IMAGE -> "ImageObject";
            case MAP -> "Map";
            case COURSE -> "Course";
            case TEST -> "Quiz";
            // What is described is a record of them: Event and Place of schema.org have no author and no language.
            case REFERENCE_LIST, EVENT, CONTEST, LOCAL_HISTORY_SITE, OTHER -> "CreativeWork";
        };
    }

    private static Stream<String> names(BibRecord record, boolean creators) {
        return record.contributors().stream()
                .filter(contributor -> contributor.role().equals("creator") == creators)
                .map(BibRecord.Contributor::name);
    }

    private static Stream<String> identifiers(BibRecord record, String scheme) {
        return record.identifiers().stream()
                .filter(identifier -> identifier.scheme().equals(scheme))
                .map(BibRecord.Identifier::value);
    }

    private static Stream<String> texts(List<BibRecord.Value> values) {
        return values.stream().map(BibRecord.Value::text);
    }

    private static void put(Map<String, Object> thing, String property, Stream<String> values) {
        List<String> kept = values.distinct()
                .limit(MOST_VALUES)
                .map(value -> Excerpt.shorten(value, LONGEST_VALUE))
                .toList();
        if (!kept.isEmpty()) {
            thing.put(property, kept.size() == 1 ? kept.getFirst() : kept);
        }
    }
}
