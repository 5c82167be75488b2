package kz.ortaq.harvesters.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kz.ortaq.letters.Letters;

/**
 * The charset of a text file, as its bytes tell: a byte order mark, UTF-16 by its zeros, UTF-8 where the whole file
 * reads as such, else the one of the single-byte charsets in which it reads most like a text.
 *
 * @param name as a person knows it
 * @param mended how many bytes are not of the charset, and are replaced; counted to a hundred
 */
record Encoding(String name, Charset charset, int bom, int mended) {

    private static final int SAMPLE = 1 << 18;
    private static final int ENOUGH = 100;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Empty where the file is no text. */
    static Optional<Encoding> of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SAMPLE);
        }
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new Encoding("UTF-8", StandardCharsets.UTF_8, 3, utf8(file)[1]));
        }
        if (starts(start, 0xFF, 0xFE)) {
            return Optional.of(new Encoding("UTF-16LE", StandardCharsets.UTF_16LE, 2, 0));
        }
        if (starts(start, 0xFE, 0xFF)) {
            return Optional.of(new Encoding("UTF-16BE", StandardCharsets.UTF_16BE, 2, 0));
        }
        int[] zeros = zeros(start);
        if (zeros[0] + zeros[1] > 0) {
            // Every separator, digit and space of UTF-16 has a zero on one side and none on the other.
            boolean little = zeros[1] > start.length / 20 && zeros[0] * 20 < zeros[1];
            boolean big = zeros[0] > start.length / 20 && zeros[1] * 20 < zeros[0];
            if (!little && !big) {
                return Optional.empty();
            }
            return Optional.of(
                    little
                            ? new Encoding("UTF-16LE", StandardCharsets.UTF_16LE, 0, 0)
                            : new Encoding("UTF-16BE", StandardCharsets.UTF_16BE, 0, 0));
        }
        int[] utf8 = utf8(file);
        if (utf8[1] == 0 || utf8[1] < ENOUGH && utf8[0] > utf8[1] * 20) {
            return Optional.of(new Encoding("UTF-8", StandardCharsets.UTF_8, 0, utf8[1]));
        }
        return Optional.of(singleByte(start));
    }

    /** The text of the file, without its byte order mark. */
    BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(bom);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        Reader reader = new InputStreamReader(in, decoder);
        return new BufferedReader(reader, 1 << 16);
    }

    private static Encoding singleByte(byte[] bytes) {
        Charset charset = Letters.cyrillic(bytes).orElse(WINDOWS_1252);
        return new Encoding(charset.name().equals("IBM866") ? "cp866" : charset.name(), charset, 0, 0);
    }

    /** How many characters beyond ASCII the file has when it is read as UTF-8, and how many bytes do not fit. */
    private static int[] utf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer text = CharBuffer.allocate(1 << 16);
        int beyond = 0;
        int wrong = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (boolean end = false; !end && wrong < ENOUGH; ) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, text, end);
                    if (result.isError()) {
                        wrong++;
                        bytes.position(bytes.position() + result.length());
                    }
                    text.flip();
                    while (text.hasRemaining()) {
                        beyond += text.get() > 127 ? 1 : 0;
                    }
                    text.clear();
                } while (!result.isUnderflow() && wrong < ENOUGH);
                bytes.compact();
            }
        }
        return new int[] {beyond, wrong};
    }

    private static int[] zeros(byte[] bytes) {
        int[] zeros = {0, 0};
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
