package kz.ortaq.engine.index;

import java.util.ArrayList;
import java.util.List;

/** Counts the letters that are to be changed, added, left out or swapped with the next to make one word of another. */
final class Edits {

    private Edits() {}

    /** How many make {@code word} of {@code key}. */
    static int between(String key, String word) {
        return table(key, word, word.length()).getLast()[word.length()];
    }

    /** How many make the beginning of {@code word} that is nearest of {@code key}; the first letter must be the same. */
    static int toBeginning(String key, String word) {
        if (word.isEmpty() || word.charAt(0) != key.charAt(0)) {
            return key.length();
        }
        int least = key.length();
        for (int edits :
                table(key, word, Math.min(word.length(), key.length() + 1)).getLast()) {
            least = Math.min(least, edits);
        }
        return least;
    }

    /** For each beginning of the key a row: how many edits make each beginning of the word of it. */
    private static List<int[]> table(String key, String word, int width) {
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i <= key.length(); i++) {
            int[] row = new int[width + 1];
            for (int j = 0; j <= width; j++) {
                row[j] = i == 0 || j == 0 ? i + j : least(rows, row, key, word, i, j);
            }
            rows.add(row);
        }
        return rows;
    }

    private static int least(List<int[]> rows, int[] row, String key, String word, int i, int j) {
        int[] above = rows.get(i - 1);
        int same = key.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
        int least = Math.min(above[j - 1] + same, Math.min(above[j], row[j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && key.charAt(i - 1) == word.charAt(j - 2) && key.charAt(i - 2) == word.charAt(j - 1);
        return swapped ? Math.min(least, rows.get(i - 2)[j - 2] + 1) : least;
    }
}
