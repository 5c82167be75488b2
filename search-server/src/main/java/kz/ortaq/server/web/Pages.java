package kz.ortaq.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Language;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Serves the student pages: {@code /}, {@code /kk/}, {@code /kk/search}, {@code /kk/works/ID}, the same in Russian and
 * English, and the files that they refer to. Leaves every other address to the next handler. Thread-safe.
 */
public final class Pages extends Handler.Abstract {

    /** Counts the works that can be found. */
    public interface Works {
        long count() throws IOException;
    }

    private static final Pattern PAGE = Pattern.compile("/(kk|ru|en)(/|/search|/works/([^/]{1,200}))?");
    // Nothing runs and nothing is loaded but our own style, script and icon, whatever a record contains.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final StaticFiles files = new StaticFiles();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Catalogue catalogue;
    private final FrontPage front;
    private final ResultsPage results;
    private final WorkPage work;

    /** @param works asked each time the front page is shown */
    public Pages(Catalogue catalogue, SearchParameters parameters, Works works) {
        this.catalogue = catalogue;
        Frames frames = new Frames(new UiTexts(), files);
        this.front = new FrontPage(frames, works);
        this.results = new ResultsPage(catalogue, parameters, frames, front);
        this.work = new WorkPage(catalogue, frames, front);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        StaticFiles.File file = files.find(path).orElse(null);
        Matcher page = PAGE.matcher(path);
        if (file == null && !path.equals("/") && !page.matches()) {
            return false;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answers.problem(response, callback, 405, "Method not allowed", "allowed: GET, HEAD");
        } else if (file != null) {
            send(response, callback, file);
        } else if (path.equals("/")) {
            response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT_LANGUAGE.asString());
            String wanted = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
            Answers.redirect(response, callback, "/" + ReaderLanguage.of(wanted).code() + "/");
        } else if (page.group(2) == null) {
            Answers.redirect(response, callback, path + "/");
        } else {
            Optional<String> elsewhere = elsewhere(page);
            if (elsewhere.isPresent()) {
                Answers.redirect(response, callback, elsewhere.get());
            } else {
                send(response, callback, page(request, page));
            }
        }
        return true;
    }

    /** Where the work stands that an address names by an id of before. */
    private Optional<String> elsewhere(Matcher path) {
        String id = path.group(3);
        return id == null
                ? Optional.empty()
                : catalogue
                        .leadsTo(id)
                        .filter(now -> !now.equals(id))
                        .map(now -> "/" + path.group(1) + "/works/" + now);
    }

    private Page page(Request request, Matcher path) throws IOException, InterruptedException {
        Language language = Language.of(path.group(1)).orElseThrow();
        if (path.group(3) != null) {
            return work.page(language, path.group(3));
        }
        return path.group(2).equals("/search")
                ? results.page(language, Answers.parameters(request))
                : front.page(language);
    }

    private void send(Response response, Callback callback, Page page) {
        StringOutput html = new StringOutput();
        templates.render(page.template(), page.view(), html);
        var headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, page.seconds() == 0 ? "no-store" : "public, max-age=" + page.seconds());
        headers.put("Content-Security-Policy", POLICY);
        headers.put("Referrer-Policy", "same-origin");
        Answers.text(response, callback, page.status(), "text/html", html.toString());
    }

    private static void send(Response response, Callback callback, StaticFiles.File file) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, FOR_EVER);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(file.content()), callback);
    }
}
