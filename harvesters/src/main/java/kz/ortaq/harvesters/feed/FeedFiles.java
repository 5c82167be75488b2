package kz.ortaq.harvesters.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds feeds among files, by what they begin with. */
final class FeedFiles {

    private static final int HEAD = 1 << 16;

    /** What a file may be. */
    enum Looks {
        /** An object of JSON that has messages or chats as Telegram writes them. */
        TELEGRAM,
        JSON,
        XML,
        OTHER
    }

    private FeedFiles() {}

    static Looks looks(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return looks(in.readNBytes(HEAD));
        }
    }

    static Looks looks(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.UTF_8);
        String start = head.replaceFirst("^[\\s\uFEFF]{1,10000}+", "");
        if (start.startsWith("{")) {
            boolean messages = start.contains("\"messages\"") && start.contains("\"type\"");
            return messages || start.contains("\"chats\"") ? Looks.TELEGRAM : Looks.JSON;
        }
        boolean utf16 = bytes.length > 1 && ((bytes[0] & 0xFF) >= 0xFE || bytes[0] == 0 || bytes[1] == 0);
        return start.contains("<") || utf16 ? Looks.XML : Looks.OTHER;
    }

    /** The file of a source: itself, or what a folder holds of an export. */
    static Optional<Path> find(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return Optional.of(path);
        }
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        Path result = path.resolve("result.json");
        if (Files.isRegularFile(result)) {
            return Optional.of(result);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .findFirst();
        }
    }
}
