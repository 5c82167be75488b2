package kz.ortaq.engine.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One search.
 *
 * @param filters for each facet the values of which a result has at least one; a year may be a span, {@code 1990-1999}
 * @param page counts from 1; deep pages are reached by {@code cursor} instead
 * @param size results on a page
 * @param cursor the place after which results are wanted, from an earlier answer; empty for the page's own place
 */
public record SearchRequest(Query query, Map<Facet, List<String>> filters, int page, int size, String cursor) {

    /** How far pages can be counted; further on a cursor costs what the first page costs. */
    public static final int DEEPEST = 1_000;

    public SearchRequest {
        Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, List.copyOf(values));
            }
        });
        filters = Map.copyOf(copy);
        if (page < 1 || size < 1 || (long) page * size > DEEPEST) {
            throw new IllegalArgumentException("page " + page + " of " + size + " results");
        }
    }
}
