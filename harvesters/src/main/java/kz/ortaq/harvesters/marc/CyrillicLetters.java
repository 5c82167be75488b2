package kz.ortaq.harvesters.marc;

import java.nio.charset.Charset;

/** Weighs whether bytes above 0x7F, read in an eight-bit charset, look like Russian or Kazakh text. */
final class CyrillicLetters {

    // Letters of Russian text, and how many of 10,000 each is.
    private static final String RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";
    private static final int[] OFTEN = {
        1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174, 170, 165, 159, 144,
        121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4
    };
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

    /** Positive where the text looks Cyrillic, about half for each letter of it; negative where it does not. */
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

    /** Half the logarithm of how much more often than by chance, so that a text gains by being read rightly. */
    private static double weight(char letter) {
        int at = RUSSIAN.indexOf(Character.toLowerCase(letter));
        if (at >= 0) {
            return Math.log(64 * OFTEN[at] / 10_000.0) / 2;
        }
        if (Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.CYRILLIC) {
            return 0; // a neighbour's letter, or what a Kazakh letter looks like here
        }
        return MARKS.indexOf(letter) >= 0 ? 0 : -1;
    }
}
