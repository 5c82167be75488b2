package kz.ortaq.records.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import kz.ortaq.config.DataFolder;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The text of documents, by the document's hash and the version of the extractor that took it: a document is extracted
 * once, whoever has it and however often the index is built. Safe for use by many threads and processes.
 */
public final class TextStore {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final Path temporary;

    public TextStore(DataFolder data) {
        this.folder = data.texts();
        this.temporary = data.temporary();
    }

    /** A text, and what was wrong with the document, if anything was. */
    public record Entry(FullText text, @Nullable Problem problem) {}

    /** The text of a document as this version of the extractor took it, where it did. */
    public Optional<Entry> find(String hash, String version) throws IOException {
        Path file = path(hash, version);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(MAPPER.readValue(Compression.bytes(Files.readAllBytes(file)), Entry.class));
    }

    /** Keeps a text; a reader sees all of it or nothing. */
    public void put(String hash, String version, Entry entry) throws IOException {
        Path target = path(hash, version);
        Path file = Files.createTempFile(temporary, "text", ".part");
        try {
            Files.write(file, Compression.compress(MAPPER.writeValueAsBytes(entry)));
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Path path(String hash, String version) {
        return folder.resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash + "." + version.replaceAll("[^A-Za-z0-9.-]", "_") + ".json.zst");
    }
}
