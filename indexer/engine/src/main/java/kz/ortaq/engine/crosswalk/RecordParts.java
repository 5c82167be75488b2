package kz.ortaq.engine.crosswalk;

import java.util.Map;
import java.util.Set;

/** What crosswalk tables may fill, and what of it has parts of its own. */
final class RecordParts {

    static final String TITLE = "title";
    static final String CONTRIBUTOR = "contributor";
    static final String PART_OF = "part-of";
    static final String SERIES = "series";
    static final String HELD = "held";

    /** All parts of a record by the names that tables give them. */
    static final Set<String> ALL = Set.of(
            TITLE,
            CONTRIBUTOR,
            "subject",
            "keyword",
            "description",
            "language",
            "date",
            "identifier",
            "publisher",
            "published-in",
            PART_OF,
            SERIES,
            "edition",
            "extent",
            "audience",
            "level",
            "level-code",
            "place",
            "rights",
            "call-number",
            HELD,
            "type",
            "kind-hint",
            "kind-code",
            "link",
            "start",
            "end",
            "deadline",
            "eligibility",
            "requirement",
            "workload",
            "price",
            "certificate",
            "venue");

    private static final Set<String> OF_HOST = Set.of("title", "date", "number", "pages", "issn", "isbn", "record");
    private static final Map<String, Set<String>> PARTS = Map.of(
            TITLE, Set.of("article", "title", "rest"),
            CONTRIBUTOR, Set.of("name", "given"),
            PART_OF, OF_HOST,
            SERIES, OF_HOST,
            HELD, Set.of("library", "call-number", "copies"));

    private RecordParts() {}

    /** The parts that a part has; none for most. */
    static Set<String> partsOf(String part) {
        return PARTS.getOrDefault(part, Set.of());
    }
}
