package kz.ortaq.server.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.SearchParameters;
import org.jspecify.annotations.Nullable;

/** Prepares a page of results. */
final class ResultsPage {

    private static final int SECONDS = 60;
    private static final int LONGEST_QUERY = 500;

    private final Catalogue catalogue;
    private final SearchParameters parameters;
    private final Frames frames;
    private final FrontPage messages;

    ResultsPage(Catalogue catalogue, SearchParameters parameters, Frames frames, FrontPage messages) {
        this.catalogue = catalogue;
        this.parameters = parameters;
        this.frames = frames;
        this.messages = messages;
    }

    Page page(Language language, Map<String, List<String>> address) throws IOException {
        Map<String, List<String>> asked = new LinkedHashMap<>(address);
        // Pages have one size: a larger one would not fit a poor line.
        asked.remove("size");
        String typed = first(asked, "q");
        String query = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        SearchRequest request;
        try {
            request = parameters.read(asked);
        } catch (SearchParameters.Wrong e) {
            return e.place()
                    .map(place -> messages.wrong(language, query, NearForms.note(frames.words(language), place), false))
                    .orElseGet(() -> messages.wrong(language, query, String.valueOf(e.getMessage()), true));
        }
        SearchResult result;
        try {
            result = catalogue.search(request);
        } catch (IllegalArgumentException e) {
            if (request.cursor().isEmpty()) {
                throw e;
            }
            return messages.wrong(language, query, frames.words(language).of("error.wrong.cursor"), false);
        }
        SearchAddress here = new SearchAddress(language, query, request.filters(), request.page(), request.cursor());
        return new Page(200, "results.jte", view(here, request, result), SECONDS);
    }

    private ResultsView view(SearchAddress here, SearchRequest request, SearchResult result) {
        Language language = here.language();
        Words words = frames.words(language);
        Map<String, Library> libraries = catalogue.libraries();
        FacetViews facets = new FacetViews(words, libraries, here);
        HitViews hits = new HitViews(words, libraries);
        String found = words.count("results.found", result.total());
        String title = here.query().isBlank() ? words.of("results.title") : Excerpt.shorten(here.query(), 80);
        return new ResultsView(
                frames.frame(
                        language,
                        title + " — " + found,
                        here.query(),
                        other -> here.in(other).toString()),
                found,
                facets.chosen(),
                SearchAddress.of(language, here.query()).toString(),
                facets.offered(result),
                result.hits().stream().map(hits::hit).toList(),
                pager(here, request, result, words),
                !result.complete(),
                meant(here, result),
                result.hits().isEmpty() ? advice(result, words) : List.of());
    }

    private static @Nullable Line meant(SearchAddress here, SearchResult result) {
        String meant = result.didYouMean();
        return meant.isEmpty()
                ? null
                : new Line(meant, null, new SearchAddress(here.language(), meant, here.filters(), 1, "").toString());
    }

    private static ResultsView.Pager pager(
            SearchAddress here, SearchRequest request, SearchResult result, Words words) {
        boolean byCursor = !request.cursor().isEmpty();
        long pages = Math.max(1, (result.total() + request.size() - 1) / request.size());
        String next = null;
        if (!result.next().isEmpty()) {
            boolean countable = !byCursor && (request.page() + 1) * request.size() <= SearchRequest.DEEPEST;
            next = (countable ? here.atPage(request.page() + 1) : here.after(result.next())).toString();
        }
        boolean within = !byCursor && request.page() > 1 && request.page() <= pages;
        String previous = within ? here.atPage(request.page() - 1).toString() : null;
        boolean lost = byCursor || request.page() > pages;
        String first = lost ? here.atPage(1).toString() : null;
        String where =
                lost || pages == 1 ? "" : words.of("pager.where", words.number(request.page()), words.number(pages));
        return new ResultsView.Pager(first, previous, next, where);
    }

    private static List<String> advice(SearchResult result, Words words) {
        if (result.total() > 0) {
            return List.of(words.of("empty.page"));
        }
        return List.of(words.of("empty.spelling"), words.of("empty.fewer"), words.of("empty.language"));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
