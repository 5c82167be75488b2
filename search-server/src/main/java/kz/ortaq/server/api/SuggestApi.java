package kz.ortaq.server.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.engine.query.Suggestion;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code GET /api/v1/suggest?q=…&lang=…}: titles and names of authors that complete what is being typed; of works in
 * {@code lang} ({@code kk}, {@code ru} or {@code en}) first among equals.
 */
public final class SuggestApi extends Handler.Abstract {

    private static final String PATH = "/api/v1/suggest";
    private static final int MOST = 8;
    private static final Set<String> LANGUAGES = Set.of("", "kk", "ru", "en");

    private final Suggester suggester;

    /** Knows what completes what is being typed. */
    public interface Suggester {
        List<Suggestion> suggest(String typed, String language, int most) throws IOException;
    }

    public SuggestApi(Suggester suggester) {
        this.suggester = suggester;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return false;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answers.problem(
                    response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Method not allowed", "Allowed: GET, HEAD");
            return true;
        }
        Map<String, List<String>> given = Answers.parameters(request);
        String typed = first(given, "q");
        String language = first(given, "lang");
        if (!LANGUAGES.contains(language)) {
            Answers.problem(
                    response,
                    callback,
                    HttpStatus.BAD_REQUEST_400,
                    "Bad request",
                    "lang: found “" + language + "”, allowed: kk, ru, en");
            return true;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", typed);
        json.put(
                "suggestions",
                suggester.suggest(typed, language, MOST).stream()
                        .map(SuggestApi::suggestion)
                        .toList());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=60");
        Answers.json(response, callback, HttpStatus.OK_200, json);
        return true;
    }

    private static Map<String, Object> suggestion(Suggestion suggestion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", suggestion.text());
        json.put("kind", suggestion.kind().code());
        json.put("works", suggestion.works());
        return json;
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
