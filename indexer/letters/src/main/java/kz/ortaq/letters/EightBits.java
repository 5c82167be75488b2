package kz.ortaq.letters;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A charset of eight bits, and how well bytes read in it. */
final class EightBits {

    private static final String MARKS = "«»№—–“”„…’‘•·°§©®\u00A0\u00AD€";
    private static final double MARK = 5;
    private static final double NOISE = 12;
    private static final double CAPITAL_WITHIN = 5;

    /** So many letters show what is rare; fewer show it as much less as this says. */
    private static final double LETTERS_TO_SHOW = 30;

    private static final double RARER_IN_SHORT = 3;

    private static final List<String> CYRILLIC = List.of("kk", "ru", "uk", "be", "sr", "mk", "bg");
    private static final List<String> LATIN = List.of("en", "de", "fr", "es", "tr");

    private final Charset charset;
    private final double rarity;
    private final String table;
    private final List<String> languages;

    private EightBits(Charset charset, double rarity, List<String> languages) {
        this.charset = charset;
        this.rarity = rarity;
        this.languages = languages;
        byte[] all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value;
        }
        this.table = new String(all, charset);
    }

    static EightBits cyrillic(Charset charset, double rarity) {
        return new EightBits(charset, rarity, CYRILLIC);
    }

    static EightBits latin(Charset charset) {
        return new EightBits(charset, 0, LATIN);
    }

    /** A charset of any alphabet; empty where its characters are no single bytes, or its first half is not ASCII. */
    static Optional<EightBits> other(Charset charset) {
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
            return Optional.empty();
        }
        var all = new EightBits(
                charset, 0, Stream.concat(CYRILLIC.stream(), LATIN.stream()).toList());
        boolean ascii = all.table.length() == 256
                && IntStream.range(0, 0x80).allMatch(value -> all.table.charAt(value) == value);
        return ascii ? Optional.of(all) : Optional.empty();
    }

    Charset charset() {
        return charset;
    }

    /**
     * How much bytes cost in this charset.
     *
     * @param bits of the words with bytes above 0x7F, in the language that fits them best, and of signs that fit nowhere
     * @param letters of those words, their ends included
     */
    record Weight(double bits, int letters) {

        boolean reads(double most) {
            return letters > 1 && bits < most * letters;
        }
    }

    Weight weigh(byte[] bytes) {
        double[] bits = new double[languages.size()];
        double other = 0;
        int letters = 0;
        StringBuilder word = new StringBuilder();
        boolean high = false;
        for (int at = 0; at <= bytes.length; at++) {
            char read = at < bytes.length ? table.charAt(bytes[at] & 0xFF) : ' ';
            if (Character.isLetter(read)) {
                boolean within = !word.isEmpty() && Character.isLowerCase(table.charAt(bytes[at - 1] & 0xFF));
                other += within && read > 0x7F && Character.isUpperCase(read) ? CAPITAL_WITHIN : 0;
                word.append(Character.toLowerCase(read));
                high |= read > 0x7F;
                continue;
            }
            if (high) {
                for (int language = 0; language < bits.length; language++) {
                    bits[language] += LetterModel.of(languages.get(language)).bits(word);
                }
                letters += word.length() + 1;
            }
            if (read > 0x7F) {
                other += MARKS.indexOf(read) >= 0 ? MARK : NOISE;
                letters++;
            }
            word.setLength(0);
            high = false;
        }
        double least = Double.MAX_VALUE;
        for (double sum : bits) {
            least = Math.min(least, sum);
        }
        return new Weight(least + other + rarity(letters), letters);
    }

    private double rarity(int letters) {
        return rarity * (1 + RARER_IN_SHORT * Math.max(0, 1 - letters / LETTERS_TO_SHOW));
    }
}
