package kz.ortaq.engine.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Compares texts by their words, in their order, with capitals and without punctuation. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private Words() {}

    /** The share of the expected words that a text gives, in their order. */
    static double right(String expected, String text) {
        List<String> there = of(expected);
        List<String> given = of(text);
        int[] before = new int[given.size() + 1];
        for (String word : there) {
            int[] now = new int[given.size() + 1];
            for (int at = 1; at <= given.size(); at++) {
                boolean same = Objects.equals(word, given.get(at - 1));
                now[at] = same ? before[at - 1] + 1 : Math.max(before[at], now[at - 1]);
            }
            before = now;
        }
        return (double) before[given.size()] / there.size();
    }

    private static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
