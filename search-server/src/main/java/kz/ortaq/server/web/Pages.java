package kz.ortaq.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Language;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.Reader;
import kz.ortaq.server.catalogue.Readers;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Serves the student pages: {@code /}, {@code /kk/}, {@code /kk/search}, {@code /kk/works/ID}, {@code /kk/libraries/ID},
 * {@code /kk/lists/ID}, the same in Russian and English, takes where a reader is at {@code /kk/near}, and the files that
 * they refer to. Leaves every other address to the next handler. Thread-safe.
 */
public final class Pages extends Handler.Abstract {

    /** Counts the works that can be found. */
    public interface Works {
        long count() throws IOException;
    }

    private static final Pattern PAGE = Pattern.compile(
            "/(kk|ru|en)(/|/search|/near|/works/([^/]{1,200})|/libraries/([^/]{1,200})|/lists/([^/]{1,50}))?");
    // Nothing runs and nothing is loaded but our own style, script and icon, whatever a record contains.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final StaticFiles files = new StaticFiles();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Catalogue catalogue;
    private final Frames frames;
    private final FrontPage front;
    private final ResultsPage results;
    private final WorkPage work;
    private final LibraryPage library;
    private final ListPage list;
    private final NearMemory memory;

    /** @param works asked each time the front page is shown */
    public Pages(Catalogue catalogue, SearchParameters parameters, Works works) {
        this.catalogue = catalogue;
        this.frames = new Frames(new UiTexts(catalogue.places()), files);
        this.front = new FrontPage(frames, works);
        this.results = new ResultsPage(catalogue, parameters, frames, front);
        this.work = new WorkPage(catalogue, frames, front);
        this.library = new LibraryPage(catalogue, frames, front);
        this.list = new ListPage(catalogue, frames, front);
        this.memory = new NearMemory(catalogue.readers());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        StaticFiles.File file = files.find(path).orElse(null);
        Matcher page = PAGE.matcher(path);
        if (file == null && !path.equals("/") && !page.matches()) {
            return false;
        }
        boolean near = file == null && page.matches() && NearMemory.PATH.equals(page.group(2));
        String allowed = near ? "POST" : "GET, HEAD";
        if (!List.of(allowed.split(", ")).contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, allowed);
            Answers.problem(response, callback, 405, "Method not allowed", "allowed: " + allowed);
        } else if (near) {
            near(request, response, callback, page.group(1));
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
        Map<String, List<String>> given = Answers.parameters(request);
        if (path.group(5) != null) {
            return list.page(language, path.group(5), catalogue.libraries());
        }
        if (path.group(3) == null && path.group(4) == null) {
            return path.group(2).equals("/search") ? results.page(language, given) : front.page(language);
        }
        Map<String, Library> libraries = catalogue.libraries();
        Reader told = Reader.ANYWHERE;
        String note = "";
        try {
            told = catalogue.readers().read(given, libraries);
        } catch (Readers.Unknown e) {
            // The book is there wherever its reader is.
            note = NearForms.note(frames.words(language), e);
        }
        Reader reader = told.isKnown() ? told : memory.recall(request, libraries);
        return path.group(3) != null
                ? work.page(language, path.group(3), libraries, reader, note, given)
                : library.page(language, path.group(4), libraries, reader, note);
    }

    /** Remembers where a reader is, and sends them back to the page they came from. */
    private void near(Request request, Response response, Callback callback, String language) {
        try {
            String back = memory.remember(request, response, catalogue.libraries(), "/" + language + "/");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            Answers.seeOther(response, callback, back);
        } catch (Readers.Unknown e) {
            Language here = Language.of(language).orElseThrow();
            send(response, callback, front.wrong(here, "", NearForms.note(frames.words(here), e), false));
        }
    }

    private void send(Response response, Callback callback, Page page) {
        StringOutput html = new StringOutput();
        templates.render(page.template(), page.view(), html);
        var headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, page.seconds() == 0 ? "no-store" : "public, max-age=" + page.seconds());
        headers.put("Content-Security-Policy", POLICY);
        if (page.view() instanceof WorkView || page.view() instanceof LibraryView) {
            // The nearest libraries come first, and where the reader is stands in a cookie.
            headers.add(HttpHeader.VARY, HttpHeader.COOKIE.asString());
        }
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
