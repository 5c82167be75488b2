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
    private static final int WORD = 3;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** How rare they are here, in bits; where two read the same, the first is meant. */
    private static final List<EightBits> CYRILLIC = List.of(
            EightBits.cyrillic(Charset.forName("windows-1251"), 0),
            EightBits.cyrillic(Kz1048.CHARSET, 0),
            EightBits.cyrillic(Charset.forName("IBM866"), 1),
            EightBits.cyrillic(Charset.forName("KOI8-R"), 1),
            EightBits.cyrillic(Charset.forName("KOI8-U"), 2),
            EightBits.cyrillic(Charset.forName("x-MacCyrillic"), 8),
            EightBits.cyrillic(Charset.forName("ISO-8859-5"), 8));

    private static final EightBits LATIN = EightBits.latin(WINDOWS_1252);

    /** What editors and servers declare without looking. */
    private static final Set<String> DEFAULTS =
            Set.of("US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "windows-1250");

    // Bits a letter. In its own charset a text has less than 5, in another it has more than 7.
    private static final double READS = 6;

    /** A name may be rare in its own language, and is Cyrillic all the same where it is nothing in Latin letters. */
    private static final double READS_RARELY = 6.75;

    private static final double NO_LATIN = 1.6;
    private static final int NAME = 5;

    private static final double USUAL = 3.5;

    /** How much worse a declared charset may read than the best, in bits: a few words prove nothing against it. */
    private static final double BELIEVED = 10;

    private static final double BELIEVED_EACH = 0.1;

    /** The same where no charset of Cyrillic is declared: three letters with accents look like a short word. */
    private static final double BELIEVED_OTHER = 17;

    private CharsetGuess() {}

    static Charset of(byte[] bytes, Optional<Charset> declared) {
        Optional<Charset> unicode = unicode(bytes);
        if (unicode.isPresent()) {
            return unicode.get();
        }
        Optional<Charset> narrow = declared.filter(charset -> !charset.name().startsWith("UTF-"));
        if (firstBeyondAscii(bytes) == bytes.length) {
            return narrow.filter(charset -> !DEFAULTS.contains(charset.name())).orElse(StandardCharsets.UTF_8);
        }
        Utf8Count utf8 = Utf8Count.of(bytes);
        if (utf8.wrong() == 0 || utf8.characters() >= 3 * utf8.wrong()) {
            return StandardCharsets.UTF_8; // perhaps damaged; no other charset has so much of it by accident
        }
        return eightBits(sample(bytes), narrow);
    }

    static Optional<Charset> cyrillic(byte[] bytes) {
        byte[] some = sample(bytes);
        if (!hasWord(some)) {
            return Optional.empty();
        }
        EightBits best = best(some);
        EightBits.Weight weight = best.weigh(some);
        double latin = LATIN.weigh(some).bits();
        boolean reads = weight.reads(READS) && weight.bits() < latin;
        boolean name = weight.letters() > NAME && weight.reads(READS_RARELY) && weight.bits() * NO_LATIN < latin;
        return reads || name ? Optional.of(best.charset()) : Optional.empty();
    }

    static double score(byte[] bytes, Charset charset) {
        EightBits.Weight weight = CYRILLIC.stream()
                .filter(candidate -> candidate.charset().equals(charset))
                .findFirst()
                .orElseThrow()
                .weigh(bytes);
        return (READS * weight.letters() - weight.bits()) / (2 * (READS - USUAL));
    }

    private static Charset eightBits(byte[] bytes, Optional<Charset> declared) {
        Optional<Charset> cyrillic = cyrillic(bytes);
        if (cyrillic.isEmpty()) {
            return declared.filter(charset -> isCandidate(charset) || fits(bytes, charset))
                    .orElse(WINDOWS_1252);
        }
        Optional<EightBits> claim = declared.flatMap(charset -> claim(bytes, charset));
        if (claim.isEmpty()) {
            return cyrillic.get();
        }
        EightBits.Weight best = best(bytes).weigh(bytes);
        double believed = isCandidate(claim.get().charset()) ? BELIEVED : BELIEVED_OTHER;
        boolean borneOut = claim.get().weigh(bytes).bits() <= best.bits() + believed + BELIEVED_EACH * best.letters();
        return borneOut ? claim.get().charset() : cyrillic.get();
    }

    /** A declared charset that can be weighed: one of the candidates, or another of eight bits that fits. */
    private static Optional<EightBits> claim(byte[] bytes, Charset declared) {
        return CYRILLIC.stream()
                .filter(candidate -> candidate.charset().equals(declared))
                .findFirst()
                .or(() -> fits(bytes, declared) ? EightBits.other(declared) : Optional.empty());
    }

    private static boolean isCandidate(Charset charset) {
        return CYRILLIC.stream().anyMatch(candidate -> candidate.charset().equals(charset));
    }

    private static EightBits best(byte[] bytes) {
        return CYRILLIC.stream()
                .min(Comparator.comparingDouble(
                        candidate -> candidate.weigh(bytes).bits()))
                .orElseThrow();
    }

    /** Byte order marks, and UTF-16 without one: of two bytes, the higher is nearly always that of a script. */
    static Optional<Charset> unicode(byte[] bytes) {
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
        for (int at = 0; at < Math.min(bytes.length, SAMPLE); at++) {
            zeros[at % 2] += bytes[at] == 0 || bytes[at] == 4 ? 1 : 0;
        }
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
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

    /** A part that is long enough; a page may begin with scripts, in which there is nothing to see. */
    private static byte[] sample(byte[] bytes) {
        if (bytes.length <= SAMPLE) {
            return bytes;
        }
        int from = Math.clamp(firstBeyondAscii(bytes) - SAMPLE / 2, 0, bytes.length - SAMPLE);
        return Arrays.copyOfRange(bytes, from, from + SAMPLE);
    }

    /** Three letters in a row are a word; accents of Latin text stand alone, or in twos. */
    private static boolean hasWord(byte[] bytes) {
        int run = 0;
        for (int at = 0; at < bytes.length && run < WORD; at++) {
            run = bytes[at] < 0 ? run + 1 : 0;
        }
        return run >= WORD;
    }

    private static int firstBeyondAscii(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
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
