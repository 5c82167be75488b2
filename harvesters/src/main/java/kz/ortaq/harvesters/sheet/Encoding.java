package kz.ortaq.harvesters.sheet;

import java.io.BufferedReader;
import java.io.FilterReader;
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
import java.util.List;
import java.util.Optional;

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

    /** KZ-1048 (STRK 1048), the Kazakh charset of the nineties, is windows-1251 but for these letters. */
    private static final String KZ = "KZ-1048";

    private static final String FROM_1251 = "ЌќЋћЎўЈҐґЄєЇїјЅѕ";
    private static final String TO_KAZAKH = "ҚқҺһҰұӘӨөҒғҮүәҢң";

    /** How common letters are, most common first; in a wrong charset others come to the top. */
    private static final String COMMON = "аеионртлысдкмңқғіәөұ";

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
        return new BufferedReader(name.equals(KZ) ? new Kazakh(reader) : reader, 1 << 16);
    }

    private static Encoding singleByte(byte[] bytes) {
        Encoding best = new Encoding("windows-1251", Charset.forName("windows-1251"), 0, 0);
        double most = Double.NEGATIVE_INFINITY;
        for (String name : List.of("windows-1251", "IBM866", "windows-1252")) {
            Charset charset = Charset.forName(name);
            double score = score(new String(bytes, charset));
            if (score > most) {
                most = score;
                best = new Encoding(name.equals("IBM866") ? "cp866" : name, charset, 0, 0);
            }
        }
        if (best.name.equals("windows-1251") && kazakh(new String(bytes, best.charset))) {
            return new Encoding(KZ, best.charset, 0, 0);
        }
        return best;
    }

    /** How much a text reads like one: words of one script, in lower case after the first letter. */
    private static double score(String text) {
        double score = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                if (Character.isLetter(c)) {
                    boolean cyrillic = Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC;
                    score += cyrillic && COMMON.indexOf(Character.toLowerCase(c)) >= 0 ? 2 : cyrillic ? 1 : 0.5;
                    if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
                        score -= 4;
                    }
                    // An accented letter beside plain ones is a western word; a Cyrillic one there is a wrong guess.
                    if (before < 128 && Character.isLetter(before)) {
                        score += cyrillic ? -3 : 3;
                    } else if (!cyrillic && before > 127 && Character.isLetter(before)) {
                        score -= 2;
                    }
                } else {
                    // Box lines of cp866 and signs of the other two, within words above all.
                    score -= Character.isLetter(before) && before > 127 ? 3 : c == '\uFFFD' || c < 0xA0 ? 5 : 0.2;
                }
            } else if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                score -= 2;
            }
            before = c;
        }
        return score;
    }

    private static boolean kazakh(String text) {
        // қ ә ң in a Kazakh text; those bytes of windows-1251 are Macedonian and Serbian letters.
        return text.chars().filter(c -> "ЌќЈјЅѕґ".indexOf(c) >= 0).count()
                > text.chars().filter(c -> "ЉЊљњЏџ".indexOf(c) >= 0).count() * 2;
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

    /** Reads KZ-1048 through windows-1251. */
    private static final class Kazakh extends FilterReader {

        Kazakh(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return c < 0 ? c : letter((char) c);
        }

        @Override
        public int read(char[] text, int offset, int length) throws IOException {
            int read = super.read(text, offset, length);
            for (int i = offset; i < offset + read; i++) {
                text[i] = letter(text[i]);
            }
            return read;
        }

        private static char letter(char c) {
            int at = FROM_1251.indexOf(c);
            return at < 0 ? c : TO_KAZAKH.charAt(at);
        }
    }
}
