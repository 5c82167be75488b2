package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.config.DataFolder;
import kz.ortaq.records.FullText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTest {

    @TempDir
    Path folder;

    @Test
    void keepsTheSameFileOnce() throws IOException {
        DocumentStore store = new DocumentStore(DataFolder.open(folder));
        byte[] bytes = "Абай жолы".getBytes(StandardCharsets.UTF_8);

        DocumentStore.Stored first = store.put(new ByteArrayInputStream(bytes), 100);
        DocumentStore.Stored second = store.put(new ByteArrayInputStream(bytes), 100);

        assertEquals(first, second);
        assertEquals(bytes.length, first.bytes());
        assertArrayEquals(bytes, Files.readAllBytes(store.find(first.hash()).orElseThrow()));
        assertEquals(1, files(folder));
    }

    @Test
    void leavesNothingBehindOfAFileThatIsTooLarge() throws IOException {
        DocumentStore store = new DocumentStore(DataFolder.open(folder));

        assertThrows(DocumentStore.TooLarge.class, () -> store.put(new ByteArrayInputStream(new byte[101]), 100));

        assertEquals(0, files(folder));
    }

    @Test
    void givesATextBackPageByPage() throws IOException {
        TextStore store = new TextStore(DataFolder.open(folder));
        FullText text = new FullText(
                "application/pdf",
                "kk",
                Map.of("title", List.of("Абай")),
                List.of(new FullText.Page(34, "text", 0.99, "Қарауыл — Абай елі")));
        String hash = "0f".repeat(32);

        store.put(hash, "tika-3.3.1/1", new TextStore.Entry(text, null, "120s"));

        assertEquals(text, store.find(hash, "tika-3.3.1/1").orElseThrow().text());
        assertTrue(store.find(hash, "tika-4").isEmpty());
    }

    @Test
    void takesADamagedTextForOneThatIsNotThere() throws IOException {
        DataFolder data = DataFolder.open(folder);
        TextStore store = new TextStore(data);
        String hash = "0f".repeat(32);
        store.put(hash, "1", new TextStore.Entry(FullText.NONE, null, ""));
        try (Stream<Path> texts = Files.walk(data.texts())) {
            for (Path text : texts.filter(Files::isRegularFile).toList()) {
                Files.writeString(text, "garbage");
            }
        }

        assertTrue(store.find(hash, "1").isEmpty());
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
