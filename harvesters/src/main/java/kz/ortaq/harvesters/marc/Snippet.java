package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kz.ortaq.letters.Utf8Count;

/** Shows a person the beginning of bytes that were not understood. */
final class Snippet {

    private static final int LENGTH = 80;

    private Snippet() {}

    static String of(byte[] bytes) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, LENGTH));
        MarcCharset charset = CharsetChoice.of(beginning, MarcCharset.WINDOWS_1252, MarcCharset.ASCII);
        return Decoded.of(beginning, charset).text() + (bytes.length > LENGTH ? "…" : "");
    }

    /** The beginning of a file. */
    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LENGTH));
        }
    }

    /** Bytes as text that gives them back: UTF-8 where they are that, else a character for each byte. */
    static String whole(byte[] bytes) {
        boolean utf8 = Utf8Count.ofWhole(bytes).wrong() == 0;
        return new String(bytes, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
