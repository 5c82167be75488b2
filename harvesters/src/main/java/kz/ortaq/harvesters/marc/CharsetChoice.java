package kz.ortaq.harvesters.marc;

import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import kz.ortaq.letters.Kz1048;
import kz.ortaq.letters.Letters;
import kz.ortaq.letters.Utf8Count;

/**
 * Recognises the charset of a record by its bytes. What leader and field 100 claim, and what most of the file is written
 * in, only decides where the bytes leave it open.
 */
final class CharsetChoice {

    private static final double CLAIMED = 0.5;
    private static final double MAJORITY = 1;

    private static final Map<MarcCharset, Charset> CYRILLIC = Map.of(
            MarcCharset.WINDOWS_1251, Charset.forName("windows-1251"),
            MarcCharset.KZ_1048, Kz1048.CHARSET,
            MarcCharset.IBM866, Charset.forName("IBM866"),
            MarcCharset.KOI8_R, Charset.forName("KOI8-R"));

    private CharsetChoice() {}

    /**
     * The charset that {@code text} is written in.
     *
     * @param claimed what the record says of itself; ASCII where it says nothing
     * @param majority what most of the file is written in; ASCII where that is not known
     */
    static MarcCharset of(byte[] text, MarcCharset claimed, MarcCharset majority) {
        Utf8Count utf8 = Utf8Count.ofWhole(text);
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
        byte[] values = withoutCodes(text);
        CYRILLIC.forEach((charset, table) -> scores.put(charset, Letters.cyrillicScore(values, table)));
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

    /** The text with blanks for the codes of subfields, which are no letters of the words behind them. */
    private static byte[] withoutCodes(byte[] text) {
        byte[] values = text.clone();
        for (int i = 0; i + 1 < values.length; i++) {
            if (values[i] == 0x1F || values[i] == '^' || values[i] == '$') {
                values[i] = ' ';
                values[i + 1] = values[i + 1] > 0 ? (byte) ' ' : values[i + 1];
            }
        }
        return values;
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
}
