package kz.ortaq.letters;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cyrillic of eight bits that was read as windows-1252 or ISO 8859-1, “Êíèãà” for «Книга», read again. */
final class LatinForCyrillic implements Mending.Step {

    private static final String READ = table("windows-1252");
    private static final String MEANT = table("windows-1251");
    private static final List<String> LATIN = List.of("en", "de", "fr", "es", "tr", "uz-latin");

    private static final double EACH_LETTER = 2.5;
    private static final double READS = 5.8;
    private static final double SHARE = 0.5;
    private static final int FEWEST = 8;

    static Optional<Mending.Step> in(String text) {
        if (!accented(text, 0, text.length())) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        int plain = 0;
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            if (end - at >= 3 && affected(text, at, end)) {
                words.add(text.substring(at, end).toLowerCase(Locale.ROOT));
            } else if (end > at) {
                plain += accented(text, at, end) ? end - at : 0;
            }
            at = Math.max(end, at + 1);
        }
        int letters = Reading.letters(words);
        if (letters < FEWEST || letters * SHARE < plain) {
            return Optional.empty();
        }
        double latin = LATIN.stream()
                .mapToDouble(language -> Reading.bits(words, language))
                .min()
                .orElse(0);
        List<String> meant =
                words.stream().map(word -> meant(word).toLowerCase(Locale.ROOT)).toList();
        double cyrillic = least(meant);
        boolean better = latin - cyrillic > EACH_LETTER * letters && cyrillic < READS * letters;
        return better ? Optional.of(new LatinForCyrillic()) : Optional.empty();
    }

    /** Bits as Russian or as Kazakh, with the letters that old fonts put in the places of Kazakh ones. */
    private static double least(List<String> words) {
        double least = Reading.bits(words, "ru");
        for (FontTable table : Misreading.TABLES) {
            List<String> mended = words.stream().map(table::mended).toList();
            least = Math.min(least, Reading.bits(mended, "kk"));
        }
        return least;
    }

    @Override
    public String name() {
        return "windows-1252";
    }

    @Override
    public String mend(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            if (end > at) {
                mended.append(affected(text, at, end) ? meant(text.substring(at, end)) : text.substring(at, end));
                at = end;
            } else {
                // The sign for a number stands where windows-1252 has a raised one.
                boolean number = text.charAt(at) == '¹' && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
                mended.append(number ? '№' : text.charAt(at));
                at++;
            }
        }
        return mended.toString();
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || isMeantLetter(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** Whether a run is made of upper bytes alone, with one of the letters that Russian uses. */
    private static boolean affected(String text, int from, int end) {
        boolean letter = false;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (!isMeantLetter(c)) {
                return false;
            }
            letter |= c >= 'À' && c <= 'ÿ';
        }
        return letter;
    }

    private static boolean accented(String text, int from, int end) {
        for (int at = from; at < end; at++) {
            if (text.charAt(at) >= 'À' && text.charAt(at) <= 'ÿ') {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeantLetter(char c) {
        // Cyrillic and plain letters are most of every text, and nowhere in the table.
        int at = c < 0x80 || Reading.isCyrillic(c) ? -1 : READ.indexOf(c);
        return at >= 0 && (Character.isLetter(MEANT.charAt(at)) || c >= 'À' && c <= 'ÿ') && c != '\u00A0';
    }

    private static String meant(String word) {
        StringBuilder meant = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            int found = READ.indexOf(word.charAt(at));
            meant.append(found < 0 ? word.charAt(at) : MEANT.charAt(found));
        }
        return meant.toString();
    }

    /** The upper half of a charset; where windows-1252 has nothing, ISO 8859-1 has a control character. */
    private static String table(String charset) {
        byte[] upper = new byte[128];
        for (int at = 0; at < upper.length; at++) {
            upper[at] = (byte) (128 + at);
        }
        StringBuilder table = new StringBuilder(new String(upper, Charset.forName(charset)));
        for (int at = 0; at < table.length(); at++) {
            if (table.charAt(at) == '\uFFFD') {
                table.setCharAt(at, (char) (128 + at));
            }
        }
        return table.toString();
    }
}
