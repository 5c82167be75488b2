package kz.ortaq.engine.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total how many works fit
 * @param complete whether all of the index was asked within the time allowed
 * @param facets for each facet its values with the number of works, the most frequent first
 * @param next the cursor of the next page; empty after the last
 * @param didYouMean what was meant, where words of the query are not in the index or nearly nothing was found; a search
 *     for it finds something; empty where nothing better is known
 */
public record SearchResult(
        long total,
        boolean complete,
        List<Hit> hits,
        Map<Facet, List<FacetValue>> facets,
        String next,
        String didYouMean) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** A value of a facet and how many works have it. */
    public record FacetValue(String value, long works) {}

    /**
     * One work.
     *
     * @param highlights parts of its fields with the words found, as HTML that is safe to show, with {@code <mark>}
     * @param page where in its text the words were found best; null when they were found elsewhere
     */
    public record Hit(
            WorkSummary work,
            float score,
            Map<String, String> highlights,
            @Nullable PageHit page) {}

    /**
     * A page of a document, with a passage as safe HTML.
     *
     * @param document what the document's library calls it
     * @param hash the document's, which is its name in the store
     * @param mediaType what the document is
     * @param number as a reader counts
     * @param kind {@code page}, {@code chapter}, {@code slide}, {@code sheet}; empty where the document has none
     * @param label what the chapter or sheet is called; may be empty
     * @param open whether everyone may read the document
     */
    public record PageHit(
            String document,
            String hash,
            String mediaType,
            int number,
            String kind,
            String label,
            boolean open,
            String passage) {}
}
