package kz.ortaq.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kazakh letters that were read as Serbian, Ukrainian or Belarusian ones, or as signs, put right. */
final class Misreading implements Mending.Step {

    static final List<FontTable> TABLES = List.of(FontTable.of("kz1048"), FontTable.of("pt154"));
    private static final List<String> NEIGHBOURS = List.of("ru", "uk", "be", "sr", "mk", "bg");

    // In bits. A word by itself is taken for Kazakh only where no neighbour's language comes near.
    private static final double CERTAIN = 9;
    private static final double CERTAIN_TEXT = 12;
    private static final double EACH = 2;
    private static final double READS = 5.2;
    private static final double READS_WELL = 4.6;
    private static final double SIGN = 6;
    private static final int ENOUGH = 5;

    private final FontTable table;
    private final boolean whole;

    private Misreading(FontTable table, boolean whole) {
        this.table = table;
        this.whole = whole;
    }

    @Override
    public String name() {
        return table.name();
    }

    static Optional<Mending.Step> in(String text) {
        Misreading best = null;
        double most = 0;
        for (FontTable table : TABLES) {
            List<String> words = table.isIn(text) ? words(text, table) : List.of();
            double gain = gain(words, table);
            boolean whole = gain >= CERTAIN_TEXT && gain >= EACH * words.size() && reads(words, table, READS);
            boolean foreign = gain < 0 && words.size() >= ENOUGH;
            double certain = words.stream()
                    .mapToDouble(word -> isCertain(word, table) ? gain(List.of(word), table) : 0)
                    .sum();
            double sum = whole ? gain : foreign ? 0 : certain;
            if (sum > most) {
                most = sum;
                best = new Misreading(table, whole);
            }
        }
        return Optional.ofNullable(best);
    }

    @Override
    public String mend(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        int done = 0;
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at, table);
            if (end > at && affected(text, at, end, table)) {
                String word = text.substring(at, end);
                mended.append(text, done, at).append(whole || isCertain(word, table) ? table.mended(word) : word);
                done = end;
            }
            at = Math.max(end, at + 1);
        }
        return mended.append(text, done, text.length()).toString();
    }

    /** The words that a table would change. */
    private static List<String> words(String text, FontTable table) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at, table);
            if (end > at && affected(text, at, end, table)) {
                words.add(text.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    private static int end(String text, int from, FontTable table) {
        int end = from;
        while (end < text.length() && (table.has(text.charAt(end)) || Character.isLetter(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** Whether a word has one of the table's characters beside Cyrillic letters, and nothing else. */
    private static boolean affected(String text, int from, int end, FontTable table) {
        boolean has = false;
        boolean plain = false;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (table.has(c)) {
                has = true;
            } else if (Reading.isCyrillic(c)) {
                plain = true;
            } else {
                return false;
            }
        }
        return has && plain;
    }

    /** The bits that are won by reading words as Kazakh instead of in the one language that fits them best so far. */
    private static double gain(List<String> words, FontTable table) {
        double least = Double.MAX_VALUE;
        for (String neighbour : NEIGHBOURS) {
            double bits = 0;
            for (String word : words) {
                bits += asItStands(word, neighbour);
            }
            least = Math.min(least, bits);
        }
        return words.isEmpty() ? 0 : least - mendedBits(words, table);
    }

    /** A sign within a word parts it in two. */
    private static double asItStands(String word, String language) {
        LetterModel model = LetterModel.of(language);
        StringBuilder part = new StringBuilder();
        double bits = 0;
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (Character.isLetter(c) && c != 'µ') {
                part.append(Character.toLowerCase(c));
            } else {
                bits += SIGN + (part.isEmpty() ? 0 : model.bits(part));
                part.setLength(0);
            }
        }
        return bits + (part.isEmpty() ? 0 : model.bits(part));
    }

    private static double mendedBits(List<String> words, FontTable table) {
        double bits = 0;
        for (String word : words) {
            bits += LetterModel.of("kk").bits(small(table.mended(word)));
        }
        return bits;
    }

    private static boolean isCertain(String word, FontTable table) {
        return gain(List.of(word), table) >= CERTAIN && reads(List.of(word), table, READS_WELL);
    }

    private static boolean reads(List<String> words, FontTable table, double most) {
        return mendedBits(words, table) <= most * Reading.letters(words);
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
