package kz.ortaq.letters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises the charset of bytes. */
final class CharsetGuess {

    private static final int SAMPLE = 1 << 16;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** How rare they are here, in bits; where two read the same, the first is meant. */
    private static final List<EightBits> CYRILLIC = List.of(
            EightBits.cyrillic(Charset.forName("windows-1251"), 0),
            EightBits.cyrillic(Kz1048.CHARSET, 0),
            EightBits.cyrillic(Charset.forName("IBM866"), 1),
            EightBits.cyrillic(Charset.forName("KOI8-R"), 1),
            EightBits.cyrillic(Charset.forName("x-MacCyrillic"), 8),
            EightBits.cyrillic(Charset.forName("ISO-8859-5"), 8));

    private static final EightBits LATIN = EightBits.latin(WINDOWS_1252);

    /** What editors and servers declare without looking. */
    private static final Set<String> DEFAULTS =
            Set.of("US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "windows-1250");

    // Bits a letter. In its own charset a text has less than 5, in another it has more than 7.
    private static final double READS = 6;
    private static final double NEARLY = 0.25;

    private CharsetGuess() {}

    static Charset of(byte[] bytes, Optional<Charset> declared) {
        byte[] some = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
        Optional<Charset> unicode = unicode(some);
        if (unicode.isPresent()) {
            return unicode.get();
        }
        Optional<Charset> narrow = declared.filter(charset -> !charset.name().startsWith("UTF-"));
        if (isAscii(some)) {
            return narrow.filter(charset -> !DEFAULTS.contains(charset.name())).orElse(StandardCharsets.UTF_8);
        }
        Utf8Count utf8 = Utf8Count.of(some);
        if (utf8.wrong() == 0 || utf8.characters() >= 3 * utf8.wrong()) {
            return StandardCharsets.UTF_8; // perhaps damaged; no other charset has so much of it by accident
        }
        return eightBits(some, narrow);
    }

    static Optional<Charset> cyrillic(byte[] bytes) {
        byte[] some = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
        EightBits best = best(some);
        EightBits.Weight weight = best.weigh(some);
        return weight.reads(READS) && weight.bits() < LATIN.weigh(some).bits()
                ? Optional.of(best.charset())
                : Optional.empty();
    }

    private static Charset eightBits(byte[] bytes, Optional<Charset> declared) {
        Optional<Charset> cyrillic = cyrillic(bytes);
        if (declared.isEmpty()) {
            return cyrillic.orElse(WINDOWS_1252);
        }
        Optional<EightBits> known = CYRILLIC.stream()
                .filter(candidate -> candidate.charset().equals(declared.get()))
                .findFirst();
        if (known.isPresent()) {
            EightBits.Weight claim = known.get().weigh(bytes);
            EightBits.Weight best = cyrillic.isPresent() ? best(bytes).weigh(bytes) : claim;
            boolean borneOut = claim.bits() <= best.bits() + NEARLY * best.letters() / 4;
            return borneOut ? declared.get() : cyrillic.orElse(declared.get());
        }
        return cyrillic.isPresent() || !fits(bytes, declared.get()) ? cyrillic.orElse(WINDOWS_1252) : declared.get();
    }

    private static EightBits best(byte[] bytes) {
        return CYRILLIC.stream()
                .min(Comparator.comparingDouble(
                        candidate -> candidate.weigh(bytes).bits()))
                .orElseThrow();
    }

    /** Byte order marks, and UTF-16 without one: of two bytes, the higher is nearly always that of a script. */
    private static Optional<Charset> unicode(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        if (first == 0xFEFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xFFFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        int[] zeros = new int[2];
        for (int at = 0; at < bytes.length; at++) {
            zeros[at % 2] += bytes[at] == 0 || bytes[at] == 4 ? 1 : 0;
        }
        int pairs = bytes.length / 2;
        if (pairs < 2) {
            return Optional.empty();
        }
        if (zeros[1] > pairs * 0.8 && zeros[0] < pairs * 0.2) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (zeros[0] > pairs * 0.8 && zeros[1] < pairs * 0.2) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte value : bytes) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a charset explains all bytes, those of a last character aside that was cut through. */
    private static boolean fits(byte[] bytes, Charset charset) {
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length * 2 + 1), false);
        return !result.isError();
    }
}
