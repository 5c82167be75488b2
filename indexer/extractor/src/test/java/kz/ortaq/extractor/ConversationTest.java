package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {

    private static final int SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Process process;
    private DataOutputStream requests;
    private DataInputStream answers;

    @BeforeEach
    void start() throws IOException {
        start(System.getProperty("java.class.path"));
    }

    private void start(String classes) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        "kz.ortaq.extractor.Main")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        requests = new DataOutputStream(process.getOutputStream());
        answers = new DataInputStream(process.getInputStream());
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void greetsWithItsVersionThenAnswersInTurn() throws Exception {
        assertEquals(Main.VERSION, answer().path("version").asText());
        for (String text : List.of("Бірінші файл", "Второй файл", "A third file")) {
            Path file = Files.writeString(folder.resolve("қазақша.txt"), text);

            ask(file);

            JsonNode answer = answer().path("answer");
            assertEquals("text/plain", answer.path("mediaType").asText());
            assertEquals(1, answer.path("pages").size());
            assertEquals(text, text());
            assertTrue(answer.path("problem").isNull());
        }
    }

    @Test
    void endsWhenItsInputEnds() throws Exception {
        answer();

        requests.close();

        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @Test
    void endsInTheMiddleOfADocumentWhenItsInputEnds() throws Exception {
        answer();

        ask(endlessPdf());
        requests.close();

        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void endsWhenItIsSpokenToInNoFrames() throws Exception {
        answer();

        requests.writeBytes("GET / HTTP/1.1\r\n\r\n");
        requests.flush();

        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
    }

    @Test
    void endsWhenAParserThrowsAnErrorThatNobodyAwaits() throws Exception {
        stop();
        start(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("tika-parser-text-module"))
                .collect(Collectors.joining(File.pathSeparator)));
        answer();

        ask(Files.writeString(folder.resolve("кітап.txt"), "Кітап, книга, a book"));

        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
    }

    /** Forms that draw forms that draw forms: a few kilobytes that would take years to walk through. */
    private Path endlessPdf() throws IOException {
        Path file = folder.resolve("endless.pdf");
        try (var document = new PDDocument()) {
            PDFormXObject inner = new PDFormXObject(document);
            for (int level = 0; level < 12; level++) {
                var outer = new PDFormXObject(document);
                outer.setResources(new PDResources());
                String name = outer.getResources().add(inner).getName();
                try (var content = outer.getContentStream().createOutputStream()) {
                    content.write(("/" + name + " Do ").repeat(20).getBytes(StandardCharsets.US_ASCII));
                }
                inner = outer;
            }
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(inner);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private void ask(Path file) throws IOException {
        byte[] request = JSON.writeValueAsBytes(
                Map.of("path", file.toString(), "name", file.getFileName().toString(), "characters", 1_000));
        requests.writeInt(request.length);
        requests.write(request);
        requests.flush();
    }

    private String text() throws IOException {
        var text = new StringBuilder();
        for (byte[] some = frame(); some.length > 0; some = frame()) {
            text.append(new String(some, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private JsonNode answer() throws IOException {
        return JSON.readTree(frame());
    }

    private byte[] frame() throws IOException {
        return answers.readNBytes(answers.readInt());
    }
}
