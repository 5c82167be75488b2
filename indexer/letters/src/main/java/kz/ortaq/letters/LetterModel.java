package kz.ortaq.letters;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * How surprising the letters of a word are in one language, each after the two before it. Models are made by
 * {@code src/build/models.sh}, loaded when first asked for, and safe among threads.
 */
final class LetterModel {

    /** What a letter costs that the language does not have. */
    static final double FOREIGN = 12;

    private static final double STEP = 1.0 / 16;
    private static final int FOREIGN_STEPS = (int) (FOREIGN / STEP);
    private static final Map<String, LetterModel> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final int size;
    private final byte[] bits;
    private final byte[] letters;

    private LetterModel(String name, String alphabet, byte[] bits) {
        this.name = name;
        this.size = alphabet.length() + 1;
        this.bits = bits;
        int last = alphabet.chars().max().orElse(0);
        this.letters = new byte[last + 1];
        for (int at = 0; at < alphabet.length(); at++) {
            letters[alphabet.charAt(at)] = (byte) (at + 1);
        }
    }

    static LetterModel of(String name) {
        return LOADED.computeIfAbsent(name, LetterModel::load);
    }

    private static LetterModel load(String name) {
        try (InputStream resource = LetterModel.class.getResourceAsStream(name + ".model");
                DataInputStream data = new DataInputStream(new GZIPInputStream(Objects.requireNonNull(resource)))) {
            String alphabet = data.readUTF();
            byte[] bits = data.readAllBytes();
            return new LetterModel(name, alphabet, bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    boolean knows(char letter) {
        return index(letter) > 0;
    }

    /** The bits that a word in small letters costs, its end included: less, the more it looks like one. */
    double bits(CharSequence word) {
        int sum = 0;
        int before = 0;
        int last = 0;
        for (int at = 0; at < word.length(); at++) {
            int letter = index(word.charAt(at));
            if (letter == 0) {
                sum += FOREIGN_STEPS;
                before = 0;
                last = 0;
            } else {
                sum += steps(before, last, letter);
                before = last;
                last = letter;
            }
        }
        return (sum + steps(before, last, 0)) * STEP;
    }

    /** The bits that all words of a script cost; where that is more than the limit, something above the limit. */
    double bits(Spelling.Script words, double limit) {
        double most = limit / STEP;
        int sum = 0;
        int before = 0;
        int last = 0;
        for (int at = 0; at < words.length(); at++) {
            char c = words.at(at);
            int letter = index(c);
            boolean foreign = letter == 0 && c != 0;
            sum += foreign ? FOREIGN_STEPS : steps(before, last, letter);
            before = letter == 0 ? 0 : last;
            last = letter;
            if (c == 0 && sum > most) {
                break;
            }
        }
        return sum * STEP;
    }

    /** The bits that words cost, each in the one of these languages that fits it best. */
    static double leastBits(Spelling.Script words, List<LetterModel> languages) {
        long sum = 0;
        for (int at = 0; at < words.length(); at += lengthOfWord(words, at)) {
            int least = Integer.MAX_VALUE;
            for (LetterModel language : languages) {
                least = Math.min(least, language.steps(words, at, least));
            }
            sum += least;
        }
        return sum * STEP;
    }

    private static int lengthOfWord(Spelling.Script words, int from) {
        int at = from;
        while (words.at(at) != 0) {
            at++;
        }
        return at + 1 - from;
    }

    /** What the word costs that begins there; where that is no less than the limit, something no less. */
    private int steps(Spelling.Script words, int from, int limit) {
        int sum = 0;
        int before = 0;
        int last = 0;
        int at = from;
        for (char c = words.at(at); c != 0 && sum < limit; c = words.at(++at)) {
            int letter = index(c);
            if (letter == 0) {
                sum += FOREIGN_STEPS;
                before = 0;
                last = 0;
            } else {
                sum += steps(before, last, letter);
                before = last;
                last = letter;
            }
        }
        return sum < limit ? sum + steps(before, last, 0) : sum;
    }

    /** The bits of one letter after two others; 0 stands for the edge of the word. */
    double bits(int before, int last, int letter) {
        return steps(before, last, letter) * STEP;
    }

    private int steps(int before, int last, int letter) {
        return bits[(before * size + last) * size + letter] & 0xFF;
    }

    /** The number of a letter in the model; 0 where the language does not have it. */
    int index(char letter) {
        return letter < letters.length ? letters[letter] : 0;
    }
}
