package kz.ortaq.server.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.engine.run.Explaining;
import kz.ortaq.records.Edition;
import kz.ortaq.records.Work;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.DocumentLinks;
import kz.ortaq.server.catalogue.ExplanationTexts;
import kz.ortaq.server.catalogue.Holders;
import kz.ortaq.server.catalogue.Readers;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code GET /api/v1/search}, {@code GET /api/v1/works/{id}}, {@code GET /api/v1/works/{id}/holdings} and {@code GET
 * /api/v1/works/{id}/explain}. Errors follow RFC 9457; highlights and passages are HTML that is safe to show.
 */
public final class SearchApi extends Handler.Abstract {

    private static final String ROOT = "/api/v1/";
    private static final String WORKS = ROOT + "works/";
    private static final String EXPLAIN = "/explain";
    private static final String HOLDINGS = "/holdings";

    private final Catalogue catalogue;
    private final SearchParameters parameters;
    private final ExplanationTexts explanations = new ExplanationTexts();

    public SearchApi(Catalogue catalogue, SearchParameters parameters) {
        this.catalogue = catalogue;
        this.parameters = parameters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.equals(ROOT + "search") && !path.startsWith(WORKS)) {
            return false;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            // RFC 9110 §15.5.6 wants the header with this status.
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answers.problem(
                    response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Method not allowed", "Allowed: GET, HEAD");
            return true;
        }
        if (path.startsWith(WORKS)) {
            work(path.substring(WORKS.length()), Answers.parameters(request), response, callback);
        } else {
            search(Answers.parameters(request), response, callback);
        }
        return true;
    }

    private void search(Map<String, List<String>> given, Response response, Callback callback) throws IOException {
        try {
            SearchRequest request = parameters.read(given);
            SearchResult result = catalogue.search(request);
            Answers.json(response, callback, HttpStatus.OK_200, searchJson(given, request, result));
        } catch (SearchParameters.Wrong | IllegalArgumentException e) {
            Answers.problem(
                    response, callback, HttpStatus.BAD_REQUEST_400, "Bad request", String.valueOf(e.getMessage()));
        }
    }

    /** A search and its result, as the API and the command line print it. */
    public static Map<String, Object> searchJson(
            Map<String, List<String>> given, SearchRequest request, SearchResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", String.join(" ", given.getOrDefault("q", List.of())));
        json.put("total", result.total());
        json.put("complete", result.complete());
        json.put("didYouMean", result.didYouMean().isEmpty() ? null : result.didYouMean());
        if (request.cursor().isEmpty()) {
            json.put("page", request.page());
        }
        json.put("size", request.size());
        json.put("next", result.next().isEmpty() ? null : result.next());
        json.put("hits", result.hits().stream().map(SearchApi::hit).toList());
        Map<String, Object> facets = new LinkedHashMap<>();
        result.facets().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> facets.put(
                        entry.getKey().code(),
                        entry.getValue().stream()
                                .map(value -> new FacetCount(value.value(), value.works()))
                                .toList()));
        json.put("facets", facets);
        return json;
    }

    private record FacetCount(String value, long count) {}

    private static Map<String, Object> hit(SearchResult.Hit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", hit.work().id());
        json.put("title", hit.work().title());
        json.put("otherTitles", hit.work().otherTitles());
        json.put("contributors", hit.work().contributors());
        json.put("kind", hit.work().kind());
        json.put("year", hit.work().year() == 0 ? null : hit.work().year());
        json.put("languages", hit.work().languages());
        json.put("subjects", hit.work().subjects());
        json.put("description", hit.work().description());
        json.put("libraries", hit.work().libraries());
        json.put("held", hit.work().held());
        json.put("partOf", hit.work().partOf().isEmpty() ? null : hit.work().partOf());
        json.put("access", hit.work().access().isEmpty() ? null : hit.work().access());
        json.put("links", hit.work().links());
        json.put("fullText", hit.work().fullText());
        json.put("score", hit.score());
        json.put("highlights", hit.highlights());
        SearchResult.PageHit page = hit.page();
        if (page != null) {
            json.put("page", page(hit.work(), page));
        }
        return json;
    }

    private void work(String id, Map<String, List<String>> given, Response response, Callback callback)
            throws IOException, InterruptedException {
        String part = id.endsWith(EXPLAIN) ? EXPLAIN : id.endsWith(HOLDINGS) ? HOLDINGS : "";
        String asked = id.substring(0, id.length() - part.length());
        Optional<String> now = catalogue.leadsTo(asked);
        if (now.isPresent() && !now.get().equals(asked)) {
            Answers.redirect(response, callback, WORKS + now.get() + part);
            return;
        }
        if (part.equals(EXPLAIN)) {
            explain(asked, response, callback);
            return;
        }
        Optional<IndexedWork> work = catalogue.work(asked);
        if (work.isEmpty()) {
            Answers.problem(response, callback, HttpStatus.NOT_FOUND_404, "Not found", "There is no work " + id);
            return;
        }
        try {
            WorkJson json = new WorkJson(catalogue, given);
            Answers.json(
                    response,
                    callback,
                    HttpStatus.OK_200,
                    part.isEmpty() ? json.of(work.get()) : holdings(work.get().work(), given, json));
        } catch (Readers.Unknown | IllegalArgumentException e) {
            Answers.problem(
                    response, callback, HttpStatus.BAD_REQUEST_400, "Bad request", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> holdings(Work work, Map<String, List<String>> given, WorkJson json) {
        String id = given.getOrDefault("edition", List.of("")).getFirst();
        Edition edition = work.editions().stream()
                .filter(one ->
                        one.id().equals(id) || id.isEmpty() && work.editions().size() == 1)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("edition: name one of the editions of the work"));
        return json.holdings(
                work,
                edition,
                number(given, "offset", 0, Integer.MAX_VALUE / 2, 0),
                number(given, "limit", 1, Holders.MOST, Holders.SHOWN));
    }

    private static int number(Map<String, List<String>> given, String name, int least, int most, int otherwise) {
        String written = given.getOrDefault(name, List.of("")).getFirst();
        if (written.isEmpty()) {
            return otherwise;
        }
        int number = written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + ": a number from " + least + " to " + most);
        }
        return number;
    }

    private void explain(String id, Response response, Callback callback) {
        Optional<Explaining.Explanation> explanation = catalogue.explain(id);
        if (explanation.isEmpty()) {
            Answers.problem(response, callback, HttpStatus.NOT_FOUND_404, "Not found", "There is no work " + id);
            return;
        }
        Answers.json(response, callback, HttpStatus.OK_200, explanations.json(explanation.get()));
    }

    private static Map<String, Object> page(WorkSummary work, SearchResult.PageHit page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", page.document());
        json.put("number", page.number());
        json.put("kind", page.kind().isEmpty() ? null : page.kind());
        json.put("label", page.label().isEmpty() ? null : page.label());
        String link = DocumentLinks.of(work, page);
        json.put("link", link.isEmpty() ? null : link);
        json.put("passage", page.passage());
        return json;
    }
}
