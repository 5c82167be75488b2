package kz.ortaq.records.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import kz.ortaq.config.DataFolder;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text of documents, by the document's hash and the version of the extractor that took it: a document is extracted
 * once, whoever has it and however often the index is built. Safe for use by many threads and processes.
 */
public final class TextStore {

    private static final Logger LOG = LoggerFactory.getLogger(TextStore.class);
    // Pages are as long as the extractor's own bound lets them be.
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private final Path folder;
    private final Path temporary;

    public TextStore(DataFolder data) {
        this.folder = data.texts();
        this.temporary = data.temporary();
    }

    /**
     * A text, and what was wrong with the document, if anything was.
     *
     * @param limits the bounds under which it was taken: under others, more may be had of a document that met them
     */
    public record Entry(FullText text, @Nullable Problem problem, String limits) {}

    /** The text of a document as this version of the extractor took it, where it did and the file is sound. */
    public Optional<Entry> find(String hash, String version) {
        Path file = path(hash, version);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Compression.bytes(Files.readAllBytes(file)), Entry.class));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the text in {} is damaged and is taken again: {}", file, e.toString());
            return Optional.empty();
        }
    }

    /** Keeps a text; a reader sees all of it or nothing. */
    public void put(String hash, String version, Entry entry) throws IOException {
        Path target = path(hash, version);
        Path file = Files.createTempFile(temporary, "text", ".part");
        try {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Compression.compress(MAPPER.writeValueAsBytes(entry)));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
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
