package kz.ortaq.extractor;

import java.util.List;
import kz.ortaq.letters.Letters;

/** Tells which of our languages most of a document is in. */
final class TextLanguage {

    // A language shows in a few pages; more would only cost time.
    private static final int SAMPLE = 200_000;
    private static final int FEWEST = 10;
    private static final double READABLE = 0.6;
    private static final String OF_TURKIC_NEIGHBOURS = "әғқңөұүһҗўҳҡҙ";

    private TextLanguage() {}

    /** {@code kk}, {@code ru}, {@code en}, or empty when it is none of them or cannot be told. */
    static String of(List<Answer.Page> pages) {
        return of(sample(pages));
    }

    static String of(String text) {
        String language = Letters.language(text);
        // Ukrainian and its like are searched as Russian, whose endings they share.
        return language.isEmpty() && isSlavic(text) ? "ru" : language;
    }

    private static boolean isSlavic(String text) {
        int cyrillic = 0;
        int others = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = Character.toLowerCase(text.charAt(at));
            if (OF_TURKIC_NEIGHBOURS.indexOf(letter) >= 0) {
                others++;
            } else if (letter >= 0x0400 && letter <= 0x04FF) {
                cyrillic++;
            } else if (Character.isLetter(letter)) {
                others++;
            }
        }
        return cyrillic >= FEWEST && others * 20 < cyrillic && Letters.readable(text) > READABLE;
    }

    private static String sample(List<Answer.Page> pages) {
        int share = Math.max(1, SAMPLE / Math.max(1, pages.size()));
        var sample = new StringBuilder();
        for (Answer.Page page : pages) {
            String text = page.text();
            sample.append(text, 0, Math.min(share, text.length())).append('\n');
            if (sample.length() > SAMPLE) {
                break;
            }
        }
        return sample.toString();
    }
}
