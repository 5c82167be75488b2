package kz.ortaq.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.letters.Letters;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.DocumentLinks;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code GET /documents/WORK/HASH/NAME}: a stored document that its library gives to everyone, whole or a range of it.
 * What browsers would run (HTML, SVG, XML) is only ever given to be saved: it comes from strangers.
 */
public final class Documents extends Handler.Abstract {

    private static final Pattern PATH = Pattern.compile(DocumentLinks.ROOT + "([^/]{1,200})/([0-9a-f]{64})(?:/[^/]*)?");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final String PDF = "application/pdf";
    private static final String TEXT = "text/plain";
    private static final int HEAD = 1 << 16;
    private static final Set<String> SHOWN = Set.of(PDF, TEXT, "image/jpeg", "image/png", "image/gif");
    // What is saved under its own type; all else is bytes.
    private static final Pattern SAVED =
            Pattern.compile("application/(?:epub\\+zip|msword|rtf|zip|vnd\\.[a-z0-9.-]+)|image/vnd\\.djvu");
    private static final String UNKNOWN = "application/octet-stream";

    private final Catalogue catalogue;

    public Documents(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(DocumentLinks.ROOT)) {
            return false;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answers.problem(
                    response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Method not allowed", "Allowed: GET, HEAD");
            return true;
        }
        Matcher asked = PATH.matcher(path);
        Optional<Catalogue.OpenDocument> document = asked.matches()
                ? catalogue.document(URLDecoder.decode(asked.group(1), StandardCharsets.UTF_8), asked.group(2))
                : Optional.empty();
        if (document.isEmpty()) {
            Answers.problem(
                    response,
                    callback,
                    HttpStatus.NOT_FOUND_404,
                    "Not found",
                    "There is no such document, or not everyone may read it");
            return true;
        }
        send(request, response, callback, document.get(), "\"" + asked.group(2) + "\"");
        return true;
    }

    private static void send(
            Request request, Response response, Callback callback, Catalogue.OpenDocument document, String tag)
            throws IOException {
        HttpFields headers = request.getHeaders();
        HttpFields.Mutable answer = response.getHeaders();
        describe(answer, document, tag);
        if (document.mediaType().equals(TEXT)) {
            answer.put(HttpHeader.CONTENT_TYPE, TEXT + "; charset=" + charset(document.file()));
        }
        if (tag.equals(headers.get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        long size = Files.size(document.file());
        Part part = part(headers, size, tag);
        if (part.length() <= 0 && size > 0) {
            response.setStatus(HttpStatus.RANGE_NOT_SATISFIABLE_416);
            answer.put(HttpHeader.CONTENT_RANGE, "bytes */" + size);
            callback.succeeded();
            return;
        }
        response.setStatus(part.whole() ? HttpStatus.OK_200 : HttpStatus.PARTIAL_CONTENT_206);
        if (!part.whole()) {
            long last = part.from() + part.length() - 1;
            answer.put(HttpHeader.CONTENT_RANGE, "bytes " + part.from() + "-" + last + "/" + size);
        }
        answer.put(HttpHeader.CONTENT_LENGTH, part.length());
        if (HttpMethod.HEAD.is(request.getMethod()) || size == 0) {
            callback.succeeded();
        } else {
            Content.copy(Content.Source.from(document.file(), part.from(), part.length()), response, callback);
        }
    }

    /** Some browsers take a text without a charset for Latin. */
    private static String charset(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return Letters.charset(stream.readNBytes(HEAD), Optional.empty()).name();
        }
    }

    private static void describe(HttpFields.Mutable headers, Catalogue.OpenDocument document, String tag) {
        String type = document.mediaType();
        String name = document.name().substring(document.name().lastIndexOf('/') + 1);
        boolean shown = SHOWN.contains(type);
        headers.put(HttpHeader.CONTENT_TYPE, shown || SAVED.matcher(type).matches() ? type : UNKNOWN);
        // RFC 6266 with RFC 8187: the name in any script.
        headers.put(
                "Content-Disposition",
                (shown ? "inline" : "attachment") + "; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        headers.put("X-Content-Type-Options", "nosniff");
        // A browser's own reader of PDF does not open within a sandbox, and runs nothing of the page's.
        headers.put(
                "Content-Security-Policy",
                type.equals(PDF) ? "base-uri 'none'; frame-ancestors 'none'" : "sandbox; default-src 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
        headers.put(HttpHeader.ETAG, tag);
        // A library may change its mind about who reads.
        headers.put(HttpHeader.CACHE_CONTROL, "private, no-cache");
    }

    /** What is sent of a file. */
    private record Part(long from, long length, boolean whole) {}

    /** One range (RFC 9110 §14); several at once, or one that cannot be read, are answered with the whole. */
    private static Part part(HttpFields headers, long size, String tag) {
        String range = headers.get(HttpHeader.RANGE);
        String condition = headers.get(HttpHeader.IF_RANGE);
        Matcher asked = RANGE.matcher(range == null ? "" : range.strip());
        if (size == 0
                || !asked.matches()
                || asked.group(1).isEmpty() && asked.group(2).isEmpty()
                || condition != null && !condition.equals(tag)) {
            return new Part(0, size, true);
        }
        if (asked.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(asked.group(2)));
            return new Part(size - last, last, false);
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (!asked.group(2).isEmpty() && Long.parseLong(asked.group(2)) < from) {
            return new Part(0, size, true);
        }
        return new Part(from, to - from + 1, false);
    }
}
