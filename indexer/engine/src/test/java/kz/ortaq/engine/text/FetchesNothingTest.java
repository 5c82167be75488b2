package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.ortaq.config.Settings;
import kz.ortaq.records.FullText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that ask to fetch something are read by the pool, and by a child that nothing holds: parsers that are asked
 * nicely must not fetch either, for not every system can hold them.
 */
class FetchesNothingTest {

    // What has a document type where none belongs may be refused whole; the rest has to be truly read.
    private static final List<String> MAY_BE_REFUSED = List.of("letter.docx", "book.epub");

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls listen first
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void noDocumentMakesThePoolFetchAnything() throws Exception {
        List<String> without = new ArrayList<>();
        try (TextExtractor extractor = TestExtractors.generous(1)) {
            for (Path file : TemptingFiles.all(folder, address())) {
                FullText text = extractor
                        .extract(file, String.valueOf(file.getFileName()))
                        .text();
                if (text.characters() == 0) {
                    without.add(String.valueOf(file.getFileName()));
                }
            }
        }

        assertEquals(List.of(), asked);
        assertTrue(MAY_BE_REFUSED.containsAll(without), without::toString);
    }

    @Test
    void noParserFetchesAnythingThatNothingHolds() throws Exception {
        Process process = new ProcessBuilder(
                        TestExtractors.java().toString(),
                        "-cp",
                        TestExtractors.home() + "/*",
                        "kz.ortaq.extractor.Main")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> without = new ArrayList<>();
        try {
            ExtractorPipe pipe = new ExtractorPipe(process.getOutputStream(), process.getInputStream());
            assertEquals(List.of(), pipe.greeting().confined());
            var limits = new Limits(new Settings.Extract(1, TestExtractors.MEGABYTES, 60, 100_000));
            for (Path file : TemptingFiles.all(folder, address())) {
                String name = String.valueOf(file.getFileName());
                ExtractorAnswer answer =
                        pipe.ask(file, name, 100_000, limits.forPictures(), new PartialAnswer(100_000));
                if (answer.extraction(name).text().characters() == 0) {
                    without.add(name);
                }
            }
        } finally {
            process.destroyForcibly();
        }

        assertEquals(List.of(), asked);
        assertTrue(MAY_BE_REFUSED.containsAll(without), without::toString);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
