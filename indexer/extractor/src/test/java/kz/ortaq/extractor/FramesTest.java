package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Frames frames = new Frames(InputStream.nullInputStream(), written);

    @Test
    void sendsTheTextsOfPagesBehindWhatIsSaidOfThem() throws IOException {
        frames.answer(
                new Answer("text/plain", "kk", Map.of(), List.of(page("Бірінші"), page(""), page("third")), null));

        DataInputStream sent = sent();
        JsonNode pages = JSON.readTree(frame(sent)).path("answer").path("pages");
        assertEquals(3, pages.size());
        assertEquals("", pages.path(0).path("text").asText());
        assertEquals(List.of("Бірінші", "", "third"), List.of(text(sent), text(sent), text(sent)));
        assertEquals(0, sent.available());
    }

    @Test
    void partsNoCharacterOfALongText() throws IOException {
        // One letter of two bytes before, so that halves of those of two halves lie across every even place.
        String text = "Қ" + "𐐀".repeat(1_200_000) + "я";

        frames.read(page(text));

        DataInputStream sent = sent();
        assertEquals(1, JSON.readTree(frame(sent)).path("page").path("number").asInt());
        assertTrue(text.equals(text(sent)));
    }

    private static Answer.Page page(String text) {
        return new Answer.Page(1, "text", 1, text);
    }

    private DataInputStream sent() {
        return new DataInputStream(new ByteArrayInputStream(written.toByteArray()));
    }

    private static String text(DataInputStream sent) throws IOException {
        var text = new StringBuilder();
        for (byte[] some = frame(sent); some.length > 0; some = frame(sent)) {
            text.append(new String(some, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static byte[] frame(DataInputStream sent) throws IOException {
        return sent.readNBytes(sent.readInt());
    }
}
