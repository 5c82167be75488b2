package kz.ortaq.harvesters.text;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recognises text in Russian or Kazakh whose charset nobody names, by its letters: in a Cyrillic charset of eight bits,
 * bytes above 0x7F come in words, and read in the right one they give the letters that Russian uses most.
 */
public final class CyrillicGuess {

    public static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate(WINDOWS_1251),
            new Candidate(Charset.forName("KOI8-R")),
            new Candidate(Charset.forName("IBM866")));

    /** Letters by their share in Russian texts; the first half of them makes nine tenths of any text. */
    private static final String FREQUENT = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

    private static final String USUAL = FREQUENT.substring(0, 17);

    /** Three letters in a row are a word; accents of Latin text stand alone, or in twos. */
    private static final int WORD = 3;

    private static final int ENOUGH = 20_000;

    private CyrillicGuess() {}

    /** The Cyrillic charset of {@code bytes}; empty when they do not look like one. */
    public static Optional<Charset> of(byte[] bytes) {
        return inWords(bytes)
                ? CANDIDATES.stream()
                        .max(Comparator.comparingLong(candidate -> candidate.score(bytes)))
                        .filter(best -> best.score(bytes) > 0)
                        .map(Candidate::charset)
                : Optional.empty();
    }

    private static boolean inWords(byte[] bytes) {
        int high = 0;
        int inWords = 0;
        int run = 0;
        for (int i = 0; i <= bytes.length && high < ENOUGH; i++) {
            if (i < bytes.length && bytes[i] < 0) {
                run++;
            } else {
                high += run;
                inWords += run >= WORD ? run : 0;
                run = 0;
            }
        }
        return inWords * 2 > high;
    }

    private record Candidate(Charset charset, String table) {

        Candidate(Charset charset) {
            this(charset, table(charset));
        }

        private static String table(Charset charset) {
            byte[] high = new byte[128];
            for (int i = 0; i < high.length; i++) {
                high[i] = (byte) (0x80 + i);
            }
            return new String(high, charset);
        }

        /** How much the bytes look like words: small letters that are frequent, and no capitals within a word. */
        long score(byte[] bytes) {
            long score = 0;
            int seen = 0;
            char before = ' ';
            for (int i = 0; i < bytes.length && seen < ENOUGH; i++) {
                if (bytes[i] >= 0) {
                    before = ' ';
                    continue;
                }
                seen++;
                char c = table.charAt(bytes[i] & 0x7F);
                if (USUAL.indexOf(c) >= 0) {
                    score += 2;
                } else if (!Character.isLetter(c) || (Character.isUpperCase(c) && Character.isLowerCase(before))) {
                    score -= 2;
                }
                before = c;
            }
            return score;
        }
    }
}
