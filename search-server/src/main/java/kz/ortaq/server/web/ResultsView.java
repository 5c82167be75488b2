package kz.ortaq.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param found how many there are, in words
 * @param chosen the filters, each with the address of the same search without it
 * @param cleared the address of the search without any filter
 * @param didYouMean what may have been meant, with the address of a search for it; null where nothing better is known
 * @param advice what to try where nothing was found
 */
public record ResultsView(
        Frame frame,
        String found,
        List<Line> chosen,
        String cleared,
        List<FacetView> facets,
        List<HitView> hits,
        Pager pager,
        boolean incomplete,
        @Nullable Line didYouMean,
        List<String> advice) {

    public ResultsView {
        chosen = List.copyOf(chosen);
        facets = List.copyOf(facets);
        hits = List.copyOf(hits);
        advice = List.copyOf(advice);
    }

    /** A facet with the values by which the results can be narrowed. */
    public record FacetView(String name, List<FacetLink> links) {
        public FacetView {
            links = List.copyOf(links);
        }
    }

    /**
     * A value to narrow by.
     *
     * @param number how many works have it; {@code works} says the same in words
     */
    public record FacetLink(String text, String number, String works, String address) {}

    /** The pages beside this one; null where there is none. */
    public record Pager(
            @Nullable String first,
            @Nullable String previous,
            @Nullable String next,
            String where) {

        public boolean any() {
            return first != null || previous != null || next != null;
        }
    }
}
