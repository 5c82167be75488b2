package kz.ortaq.server.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.engine.values.Place;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.LibraryJson;
import kz.ortaq.server.catalogue.Nearness;
import kz.ortaq.server.catalogue.Readers;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code GET /api/v1/libraries}, by {@code kind}, {@code region} and {@code parent}, page by page by {@code cursor}; and
 * {@code GET /api/v1/libraries/{id}}; what they recommend, {@code GET /api/v1/lists/{id}}. Errors follow RFC 9457.
 */
public final class LibraryApi extends Handler.Abstract {

    private static final String ROOT = "/api/v1/libraries";
    private static final String LISTS = "/api/v1/lists/";
    private static final int PAGE = 100;

    private final Catalogue catalogue;

    public LibraryApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/") && !path.startsWith(LISTS)) {
            return false;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answers.problem(
                    response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Method not allowed", "Allowed: GET, HEAD");
        } else if (path.startsWith(LISTS)) {
            curated(path.substring(LISTS.length()), response, callback);
        } else if (path.equals(ROOT)) {
            list(Answers.parameters(request), response, callback);
        } else {
            one(path.substring(ROOT.length() + 1), response, callback);
        }
        return true;
    }

    private void one(String id, Response response, Callback callback) {
        Map<String, Library> libraries = catalogue.libraries();
        Library library = libraries.get(id);
        if (library == null) {
            Answers.problem(response, callback, HttpStatus.NOT_FOUND_404, "Not found", "There is no library " + id);
            return;
        }
        Map<String, Object> json = LibraryJson.of(library, catalogue.places());
        json.put(
                "branches",
                libraries.values().stream()
                        .filter(branch -> branch.standing().parent().equals(id))
                        .map(Library::id)
                        .toList());
        json.put(
                "lists",
                catalogue.lists().ofLibrary(id).stream()
                        .limit(PAGE)
                        .map(list -> Map.of(
                                "id", list.id(),
                                "title", list.title(),
                                "language", list.language(),
                                "source", list.source()))
                        .toList());
        Answers.json(response, callback, HttpStatus.OK_200, json);
    }

    private void curated(String id, Response response, Callback callback) throws Exception {
        Optional<CuratedList> list = catalogue.list(id);
        if (list.isEmpty()) {
            Answers.problem(response, callback, HttpStatus.NOT_FOUND_404, "Not found", "There is no list " + id);
            return;
        }
        Answers.json(response, callback, HttpStatus.OK_200, list.get());
    }

    private void list(Map<String, List<String>> given, Response response, Callback callback) {
        String region = first(given, Readers.REGION);
        Optional<Place> within;
        try {
            within = region.isEmpty() ? Optional.empty() : Optional.of(Readers.place(catalogue.places(), region));
        } catch (Readers.Unknown e) {
            Answers.problem(response, callback, HttpStatus.BAD_REQUEST_400, "Bad request", "region: " + e.getMessage());
            return;
        }
        String kind = first(given, "kind");
        String parent = first(given, "parent");
        String cursor = first(given, "cursor");
        List<Library> found = catalogue.libraries().values().stream()
                .sorted(Comparator.comparing(Library::id))
                .filter(library -> library.id().compareTo(cursor) > 0)
                .filter(library -> kind.isEmpty() || library.kind().equals(kind))
                .filter(library ->
                        parent.isEmpty() || library.standing().parent().equals(parent))
                .filter(library -> within.isEmpty() || stands(library, within.get()))
                .limit(PAGE + 1)
                .toList();
        List<Library> page = found.subList(0, Math.min(found.size(), PAGE));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "libraries",
                page.stream()
                        .map(library -> LibraryJson.of(library, catalogue.places()))
                        .toList());
        json.put("next", found.size() > PAGE ? page.getLast().id() : null);
        Answers.json(response, callback, HttpStatus.OK_200, json);
    }

    private boolean stands(Library library, Place within) {
        return Nearness.place(library, catalogue.places())
                .filter(place -> place.equals(within)
                        || within.kind().isHighest() && place.highest().equals(within.code()))
                .isPresent();
    }

    private static String first(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
