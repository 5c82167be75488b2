package kz.ortaq.harvesters.marc;

import java.util.EnumMap;
import java.util.Map;

/**
 * Recognises the charset of a record by its bytes. What leader and field 100 claim, and what most of the file is written
 * in, only decides where the bytes leave it open.
 */
final class CharsetChoice {

    private static final double CLAIMED = 0.5;
    private static final double MAJORITY = 1;

    private static final CyrillicLetters WINDOWS_1251 = new CyrillicLetters("windows-1251");
    private static final CyrillicLetters IBM866 = new CyrillicLetters("IBM866");
    private static final CyrillicLetters KOI8_R = new CyrillicLetters("KOI8-R");

    private CharsetChoice() {}

    /**
     * The charset that {@code text} is written in.
     *
     * @param claimed what the record says of itself; ASCII where it says nothing
     * @param majority what most of the file is written in; ASCII where that is not known
     */
    static MarcCharset of(byte[] text, MarcCharset claimed, MarcCharset majority) {
        Utf8Count utf8 = Utf8Count.of(text);
        boolean escapes = escapes(text);
        if (utf8.high() == 0) {
            return escapes ? MarcCharset.MARC_8 : MarcCharset.ASCII;
        }
        if (utf8.wrong() == 0) {
            return MarcCharset.UTF_8;
        }
        if (escapes) {
            return MarcCharset.MARC_8;
        }
        if (utf8.characters() >= 3 * utf8.wrong()) {
            return MarcCharset.UTF_8; // and damaged
        }
        return best(text, claimed, majority);
    }

    private static MarcCharset best(byte[] text, MarcCharset claimed, MarcCharset majority) {
        Map<MarcCharset, Double> scores = new EnumMap<>(MarcCharset.class);
        scores.put(MarcCharset.WINDOWS_1251, WINDOWS_1251.score(text));
        scores.put(MarcCharset.IBM866, IBM866.score(text));
        scores.put(MarcCharset.KOI8_R, KOI8_R.score(text));
        scores.put(MarcCharset.MARC_8, LatinLetters.marc8(text));
        scores.put(MarcCharset.ISO_5426, LatinLetters.iso5426(text));
        scores.put(MarcCharset.WINDOWS_1252, LatinLetters.windows1252(text));
        scores.computeIfPresent(claimed, (charset, score) -> score + CLAIMED);
        scores.computeIfPresent(majority, (charset, score) -> score + MAJORITY);
        MarcCharset best = MarcCharset.WINDOWS_1252;
        for (Map.Entry<MarcCharset, Double> entry : scores.entrySet()) {
            if (entry.getValue() > scores.getOrDefault(best, 0.0)) {
                best = entry.getKey();
            }
        }
        if (scores.getOrDefault(best, 0.0) > 0) {
            return best;
        }
        // Nothing reads well. What the record claims is as good as anything, and what cannot be read is reported.
        return claimed == MarcCharset.ASCII ? best : claimed;
    }

    /** Whether an escape sequence of MARC-8 stands in the text, and not just a stray 0x1B. */
    private static boolean escapes(byte[] text) {
        for (int i = 0; i + 2 < text.length; i++) {
            if (text[i] == Marc8.ESCAPE && "(),-$gbps".indexOf(text[i + 1]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** How much of a text is UTF-8: bytes above 0x7F, characters made of several bytes, and bytes that are none. */
    record Utf8Count(int high, int characters, int wrong) {

        static Utf8Count of(byte[] text) {
            int high = 0;
            int characters = 0;
            int wrong = 0;
            for (int i = 0; i < text.length; ) {
                int length = length(text, i);
                if (length == 1) {
                    i++;
                    continue;
                }
                if (length == 0) {
                    wrong++;
                    high++;
                    i++;
                } else {
                    characters++;
                    high += length;
                    i += length;
                }
            }
            return new Utf8Count(high, characters, wrong);
        }

        private static int length(byte[] text, int at) {
            int first = text[at] & 0xFF;
            int length =
                    first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
            if (at + length > text.length) {
                return 0;
            }
            for (int i = 1; i < length; i++) {
                if ((text[at + i] & 0xC0) != 0x80) {
                    return 0;
                }
            }
            return length;
        }
    }
}
