package kz.ortaq.records.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import kz.ortaq.config.DataFolder;
import kz.ortaq.records.RecordId;

/**
 * Documents by the SHA-256 of their bytes: the same file in five hundred schools is kept once. Files are streamed, and
 * appear in the store only when they are whole. Safe for use by many threads and processes.
 */
public final class DocumentStore {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path temporary;

    public DocumentStore(DataFolder data) {
        this.folder = data.documents();
        this.temporary = data.temporary();
    }

    /** What was put: the SHA-256 of the bytes in hexadecimal, and how many there were. */
    public record Stored(String hash, long bytes) {}

    /** A stream that is longer than allowed. */
    public static final class TooLarge extends IOException {
        TooLarge(long limit) {
            super("larger than " + limit + " bytes");
        }
    }

    /**
     * Copies a stream into the store.
     *
     * @throws TooLarge when it has more than {@code limit} bytes; nothing is kept then
     */
    public Stored put(InputStream in, long limit) throws IOException {
        Path file = Files.createTempFile(temporary, "document", ".part");
        try {
            Stored stored = copy(in, file, limit);
            Path target = path(stored.hash());
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return stored;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The hash that a file's bytes have, without putting it. */
    public static String hash(Path file) throws IOException {
        MessageDigest digest = RecordId.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The file with these bytes, where the store has it. */
    public Optional<Path> find(String hash) {
        Path file = path(hash);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    private Path path(String hash) {
        // Two levels of 256 folders keep listings short with millions of files.
        return folder.resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private static Stored copy(InputStream in, Path file, long limit) throws IOException {
        MessageDigest digest = RecordId.sha256();
        long bytes = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > limit) {
                    throw new TooLarge(limit);
                }
                digest.update(buffer, 0, read);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(true);
        }
        return new Stored(HexFormat.of().formatHex(digest.digest()), bytes);
    }
}
