package kz.ortaq.harvesters.marc;

import java.nio.charset.Charset;
import java.util.Locale;

/** Weighs whether bytes above 0x7F, read in an eight-bit charset, look like Russian or Kazakh text. */
final class CyrillicLetters {

    // By how often letters stand in Russian text; what Kazakh adds keeps company with them.
    private static final String FREQUENT = "оеаинтсрвлкмдпу";
    private static final String COMMON = "яыьгзбчйхжшюцщэіә";
    private static final String MARKS = "«»№—–“”„…’\u00a0";

    private static final double WORD_BROKEN = -1;

    private final char[] letters = new char[128];
    private final double[] weights = new double[128];

    CyrillicLetters(String charset) {
        byte[] all = new byte[128];
        for (int i = 0; i < 128; i++) {
            all[i] = (byte) (128 + i);
        }
        String read = new String(all, Charset.forName(charset));
        for (int i = 0; i < 128; i++) {
            letters[i] = read.charAt(i);
            weights[i] = weight(letters[i]);
        }
    }

    /** Positive where the text looks Cyrillic, about 0.8 for each letter of it; negative where it does not. */
    double score(byte[] text) {
        double score = 0;
        for (int from = 0; from < text.length; from++) {
            if (text[from] < 0) {
                int to = from + 1;
                while (to < text.length && text[to] < 0) {
                    to++;
                }
                score += run(text, from, to);
                from = to;
            }
        }
        return score;
    }

    private double run(byte[] text, int from, int to) {
        double score = 0;
        int read = 0;
        boolean lowerBefore = false;
        for (int i = from; i < to; i++) {
            char letter = letters[text[i] + 128];
            score += weights[text[i] + 128];
            if (Character.isLetter(letter)) {
                read++;
                boolean upper = Character.isUpperCase(letter);
                if (upper && lowerBefore) {
                    score += WORD_BROKEN;
                }
                lowerBefore = !upper;
            }
        }
        // Cyrillic and Latin letters meet in no word; Latin ones with a mark among plain ones do.
        if (latin(text, from - 1) || latin(text, to)) {
            score += 2 * WORD_BROKEN;
        }
        return read == 1 ? Math.min(score, 0) : score; // one letter may be anything
    }

    private static boolean latin(byte[] text, int at) {
        // Right behind 0x1F stands the code of a subfield, which is no letter of the word.
        return at >= 0
                && at < text.length
                && (text[at] >= 'a' && text[at] <= 'z' || text[at] >= 'A' && text[at] <= 'Z')
                && (at == 0 || text[at - 1] != 0x1F && text[at - 1] != '^' && text[at - 1] != '$');
    }

    private static double weight(char letter) {
        String lower = String.valueOf(letter).toLowerCase(Locale.ROOT);
        double share = Character.isUpperCase(letter) ? 0.8 : 1;
        if (FREQUENT.contains(lower)) {
            return share;
        }
        if (COMMON.contains(lower)) {
            return 0.6 * share;
        }
        if (Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.CYRILLIC) {
            return 0.1;
        }
        return MARKS.indexOf(letter) >= 0 ? 0 : -1;
    }
}
