package kz.ortaq.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.ortaq.analysis.KazakhCollation;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.records.Library;

/** Prepares the filters of a results page: the chosen ones, and those that can be chosen. */
final class FacetViews {

    private static final int MOST_VALUES = 15;
    // A long question stands in every link again; what its links may cost together keeps the page small.
    private static final int LINK_CHARACTERS = 20_000;
    private static final int LONGEST_NAME = 120;

    private final Words words;
    private final Map<String, Library> libraries;
    private final SearchAddress here;
    private final int affordable;

    FacetViews(Words words, Map<String, Library> libraries, SearchAddress here) {
        this.words = words;
        this.libraries = libraries;
        this.here = here;
        this.affordable = Math.max(1, LINK_CHARACTERS / here.toString().length());
    }

    /** The chosen filters, each with the address of the same search without it. */
    List<Line> chosen() {
        List<Line> chosen = new ArrayList<>();
        here.filters()
                .forEach((facet, values) -> values.forEach(value -> chosen.add(new Line(
                        name(facet, value), null, here.without(facet, value).toString()))));
        return chosen.subList(0, Math.min(chosen.size(), affordable));
    }

    /**
     * The facets by which the results can be narrowed further. A facet with a chosen value is not among them: the index
     * widens by a second value of the same facet, so that the number beside it would be wrong.
     */
    List<ResultsView.FacetView> offered(SearchResult result) {
        List<ResultsView.FacetView> offered = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            List<SearchResult.FacetValue> values = result.facets().getOrDefault(facet, List.of());
            boolean narrows =
                    values.size() > 1 || values.size() == 1 && values.getFirst().works() < result.total();
            if (narrows && here.filters().getOrDefault(facet, List.of()).isEmpty()) {
                offered.add(new ResultsView.FacetView(words.of("facet." + facet.code()), links(facet, values)));
            }
        }
        return offered;
    }

    private List<ResultsView.FacetLink> links(Facet facet, List<SearchResult.FacetValue> values) {
        int most = Math.clamp(affordable / Facet.values().length, 1, MOST_VALUES);
        List<SearchResult.FacetValue> kept = new ArrayList<>(values.subList(0, Math.min(values.size(), most)));
        if (facet == Facet.YEAR) {
            kept.sort(Comparator.comparing(SearchResult.FacetValue::value).reversed());
        } else if (facet == Facet.GRADE) {
            kept.sort(Comparator.comparingInt(value -> Integer.parseInt(value.value())));
        } else {
            kept.sort(Comparator.comparingLong(SearchResult.FacetValue::works)
                    .reversed()
                    .thenComparing(value -> name(facet, value.value()), new KazakhCollation()));
        }
        return kept.stream()
                .map(value -> new ResultsView.FacetLink(
                        name(facet, value.value()),
                        words.number(value.works()),
                        words.count("results.works", value.works()),
                        here.with(facet, value.value()).toString()))
                .toList();
    }

    private String name(Facet facet, String value) {
        Library library = facet == Facet.LIBRARY ? libraries.get(value) : null;
        String name = library == null ? words.value(facet, value) : library.name(words.language());
        return Excerpt.shorten(name, LONGEST_NAME);
    }
}
