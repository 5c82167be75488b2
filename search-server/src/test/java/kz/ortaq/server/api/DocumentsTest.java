package kz.ortaq.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.FullText;
import kz.ortaq.server.web.PagesFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    private static final String OPEN = "open";
    private static final String CLOSED = "library";
    private static final byte[] BYTES = "%PDF-1.4 0123456789".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls openLibrary first
    private PagesFixture library;

    @BeforeEach
    void openLibrary() throws Exception {
        library = new PagesFixture(folder);
    }

    @AfterEach
    void closeLibrary() throws Exception {
        library.close();
    }

    @Test
    void aPhraseOnPage34OfASampleBookLeadsToPage34AndOpensThere() throws Exception {
        Path book = Path.of(System.getProperty("ortaq.root", "."))
                .resolve("samples/village-school/Оқулықтар/Абай елі - өлкетану оқулығы.pdf");
        library.file("1", OPEN, "Оқулықтар/Абай елі.pdf", Files.readAllBytes(book), text(book));
        library.serve();
        String query = "?q=" + URLEncoder.encode("тұнық түн", StandardCharsets.UTF_8);

        JsonNode page = new ObjectMapper()
                .readTree(library.get("/api/v1/search" + query).body())
                .at("/hits/0/page");
        String results = library.get("/kk/search" + query).body();
        String work = library.get(library.work("kk", "1")).body();

        String link = page.path("link").asText();
        assertEquals(34, page.path("number").asInt());
        assertEquals("page", page.path("kind").asText());
        assertTrue(link.startsWith("/documents/") && link.endsWith(".pdf#page=34"), link);
        assertTrue(results.contains("href=\"" + link + "\"") && results.contains("<b>34-бет</b>"), results);
        String address = link.substring(0, link.indexOf('#'));
        assertTrue(work.contains("href=\"" + address + "\""), work);
        HttpResponse<String> answer = library.get(address);
        assertEquals(200, answer.statusCode());
        assertEquals("application/pdf", header(answer, "Content-Type"));
        assertEquals(String.valueOf(Files.size(book)), header(answer, "Content-Length"));
        assertTrue(header(answer, "Content-Disposition").startsWith("inline; filename*=UTF-8''%D0%90"));
    }

    @Test
    void givesATextWithItsCharsetWhateverTheFileIsCalled() throws Exception {
        byte[] text = "Қазақ тілінде жазылған мәтін".getBytes(StandardCharsets.UTF_8);
        library.file("1", OPEN, "100% ашық; мәтін.txt", text, text("text/plain"));
        library.serve();

        String link = new ObjectMapper()
                .readTree(library.get("/api/v1/search?q=kitap").body())
                .at("/hits/0/page/link")
                .asText();
        HttpResponse<String> answer = library.get(link);

        assertEquals(200, answer.statusCode());
        assertEquals("text/plain; charset=UTF-8", header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Disposition").contains("100%25%20"));
    }

    @Test
    void givesRanges() throws Exception {
        String address = serve(OPEN, "kitap.pdf", "application/pdf");

        HttpResponse<String> part = library.get(address, "Range", "bytes=9-12", "Accept-Encoding", "gzip");
        HttpResponse<String> end = library.get(address, "Range", "bytes=-3");
        HttpResponse<String> beyond = library.get(address, "Range", "bytes=100-");
        HttpResponse<String> unchanged = library.get(address, "If-None-Match", header(part, "ETag"));
        HttpResponse<String> changed = library.get(address, "Range", "bytes=0-1", "If-Range", "\"other\"");

        assertEquals(206, part.statusCode());
        assertEquals("0123", part.body());
        assertEquals("bytes 9-12/19", header(part, "Content-Range"));
        assertEquals("789", end.body());
        assertEquals(416, beyond.statusCode());
        assertEquals(304, unchanged.statusCode());
        assertEquals(200, changed.statusCode());
        assertEquals(405, library.send("POST", address).statusCode());
        assertEquals("", library.send("HEAD", address).body());
    }

    @Test
    void keepsADocumentThatNotEveryoneMayRead() throws Exception {
        String address = serve(CLOSED, "kitap.pdf", "application/pdf");

        assertEquals(404, library.get(address).statusCode());
        assertTrue(library.get("/api/v1/search?q=kitap").body().contains("\"link\":null"));
    }

    @Test
    void leadsToWhereARecordPointsAndGivesNoCopyOfIt() throws Exception {
        String record = "<dc:title>Кітап</dc:title><dc:rights>Открытый доступ</dc:rights>"
                + "<dc:identifier>https://lib.example.kz/k.pdf</dc:identifier>";
        String hash = library.document("1", record, "k.pdf", BYTES, text("application/pdf"));
        library.serve();

        String found = library.get("/api/v1/search?q=kitap").body();

        assertEquals(404, library.get(address(library, hash, "k.pdf")).statusCode());
        assertTrue(found.contains("\"link\":\"https://lib.example.kz/k.pdf#page=2\""), found);
    }

    @Test
    void givesAPageOfStrangersOnlyToBeSaved() throws Exception {
        for (String type : List.of("text/html", "image/svg+xml", "application/xml", "application/xhtml+xml")) {
            try (PagesFixture other = new PagesFixture(Files.createTempDirectory(folder, "other"))) {
                String hash = other.file("1", OPEN, "bet.html", BYTES, text(type));
                other.serve();

                HttpResponse<String> answer = other.get(address(other, hash, "bet.html"));

                assertEquals("application/octet-stream", header(answer, "Content-Type"));
                assertTrue(header(answer, "Content-Disposition").startsWith("attachment;"));
                assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
                assertTrue(header(answer, "Content-Security-Policy").contains("sandbox"));
            }
        }
    }

    @Test
    void knowsNoDocumentOfAnotherWork() throws Exception {
        String address = serve(OPEN, "kitap.pdf", "application/pdf");

        assertEquals(
                404,
                library.get(address.replaceFirst("/w[^/]+/", "/w00000000000000000000/"))
                        .statusCode());
        assertEquals(400, library.get("/documents/../../etc/passwd").statusCode());
        assertEquals(404, library.get("/documents/w1/0a/kitap.pdf").statusCode());
    }

    private String serve(String access, String name, String type) throws Exception {
        String hash = library.file("1", access, name, BYTES, text(type));
        library.serve();
        return address(library, hash, name);
    }

    private static String address(PagesFixture library, String hash, String name) {
        return "/documents" + library.work("kk", "1").replace("/kk/works", "") + "/" + hash + "/" + name;
    }

    private static FullText text(String type) {
        FullText.Page first = new FullText.Page(1, "text", 1, "мұқаба", "page", "");
        FullText.Page second = new FullText.Page(2, "text", 1, "kitap", "page", "");
        return new FullText(type, "kk", Map.of(), List.of(first, second));
    }

    private FullText text(Path file) throws InterruptedException {
        try (TextExtractor extractor = new TextExtractor(
                Path.of(System.getProperty("ortaq.home"), "extractor"),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                folder,
                new Settings.Extract(1, 384, 120, 1_000_000))) {
            return extractor.extract(file, "book.pdf").text();
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
