package kz.ortaq.letters;

import java.util.ArrayList;
import java.util.List;

/** Weighs how much a text looks like one in Kazakh, Russian, English, or a language near them. */
final class Reading {

    static final List<String> OURS = List.of("kk", "ru", "en");
    static final List<String> CYRILLIC_NEIGHBOURS = List.of("uk", "be", "sr", "mk", "bg", "ky", "tt", "mn", "uz");
    static final List<String> LATIN_NEIGHBOURS = List.of("de", "fr", "es", "tr", "uz-latin");

    /** Fewer letters say nothing for sure. */
    private static final int FEWEST = 12;

    private static final int FEW = 30;

    // Bits a letter: prose has 2.8 to 3.9, lists of names and titles up to 4.3; another language read as one of ours
    // 5.2 to 6.5, a wrong charset or letters at random 6.5 to 9.
    private static final double FLUENT = 4.4;
    private static final double NONSENSE = 6.4;

    // A text with the letters of Kazakh is Kazakh though it be full of errors; Latin letters are everybody's.
    private static final double MOST_CYRILLIC = 6;
    private static final double MOST_LATIN = 5;

    /** Another language has to fit so much better, in bits a letter, before a text is taken for it. */
    private static final double CLEARLY = 0.15;

    private Reading() {}

    /** How much of the text reads, from 0 to 1; 1 where there are too few letters to tell. */
    static double readable(String text) {
        String some = Words.some(text);
        List<String> words = judged(Words.in(some));
        int boxes = boxes(some);
        int letters = letters(words) + boxes;
        if (letters < FEWEST) {
            return 1;
        }
        double least = boxes * LetterModel.FOREIGN;
        List<LetterModel> ours = OURS.stream().map(LetterModel::of).toList();
        for (String word : words) {
            double bits = Double.MAX_VALUE;
            for (LetterModel language : ours) {
                bits = Math.min(bits, language.bits(word));
            }
            least += bits;
        }
        least /= letters;
        if (least > FLUENT) {
            for (String neighbour : neighbours(words)) {
                least = Math.min(least, (bits(words, neighbour) + boxes * LetterModel.FOREIGN) / letters);
            }
        }
        double score = Math.clamp((NONSENSE - least) / (NONSENSE - FLUENT), 0, 1);
        // What a few words say counts in proportion.
        return letters >= FEW ? score : 1 - (1 - score) * letters / FEW;
    }

    /** {@code kk}, {@code ru}, {@code en}, or empty: another language, nonsense, or too short to tell. */
    static String language(String text) {
        List<String> words = judged(Words.of(text));
        int letters = letters(words);
        if (letters < FEWEST) {
            return "";
        }
        String best = best(words, OURS);
        // Words of the other script are quoted, in whatever language.
        List<String> script = ofScriptOf(words, best);
        double least = bits(script, best) / letters(script);
        if (least > (best.equals("en") ? MOST_LATIN : MOST_CYRILLIC)) {
            return "";
        }
        for (String neighbour : neighbours(script)) {
            if (isBelow((least - CLEARLY) * letters(script), script, neighbour)) {
                return "";
            }
        }
        return best;
    }

    /** The language in which words of both scripts cost least: each script is weighed on its own, the larger wins. */
    private static String best(List<String> words, List<String> languages) {
        List<String> cyrillic = words.stream().filter(Reading::isCyrillic).toList();
        List<String> latin = words.stream().filter(word -> !isCyrillic(word)).toList();
        if (letters(latin) > letters(cyrillic)) {
            return "en";
        }
        String best = "ru";
        double least = Double.MAX_VALUE;
        for (String language : languages) {
            double bits = language.equals("en") ? Double.MAX_VALUE : bits(cyrillic, language);
            if (bits < least) {
                least = bits;
                best = language;
            }
        }
        return best;
    }

    private static List<String> ofScriptOf(List<String> words, String language) {
        boolean latin = language.equals("en");
        return words.stream().filter(word -> isCyrillic(word) != latin).toList();
    }

    static List<String> neighbours(List<String> words) {
        long cyrillic = words.stream().filter(Reading::isCyrillic).count();
        return cyrillic * 2 >= words.size() ? CYRILLIC_NEIGHBOURS : LATIN_NEIGHBOURS;
    }

    static double bits(List<String> words, String language) {
        LetterModel model = LetterModel.of(language);
        double bits = 0;
        for (String word : words) {
            bits += model.bits(word);
        }
        return bits;
    }

    /** Whether words cost less than that in a language; most languages cost more before the last word. */
    private static boolean isBelow(double limit, List<String> words, String language) {
        LetterModel model = LetterModel.of(language);
        double bits = 0;
        for (String word : words) {
            bits += model.bits(word);
            if (bits >= limit) {
                return false;
            }
        }
        return bits < limit;
    }

    /** Letters, and for each word its end, which costs bits too. */
    static int letters(List<String> words) {
        int letters = 0;
        for (String word : words) {
            letters += word.length() + 1;
        }
        return letters;
    }

    /** Words in the scripts that we have models of; others are left to those who read them. */
    private static List<String> judged(List<String> words) {
        List<String> judged = new ArrayList<>(words.size());
        for (String word : words) {
            if (isCyrillic(word.charAt(0)) || isLatin(word.charAt(0))) {
                judged.add(word);
            }
        }
        return judged;
    }

    /** Lines and blocks of boxes are what Cyrillic becomes in the charsets of DOS. */
    private static int boxes(String text) {
        int boxes = 0;
        for (int at = 0; at < text.length(); at++) {
            boxes += text.charAt(at) >= 0x2500 && text.charAt(at) <= 0x259F ? 1 : 0;
        }
        return boxes;
    }

    static boolean isCyrillic(String word) {
        return isCyrillic(word.charAt(0));
    }

    /** By the bounds of its block: to ask for the block of each letter takes longer than all else. */
    static boolean isCyrillic(char letter) {
        return letter >= 0x0400 && letter <= 0x04FF;
    }

    static boolean isLatin(char letter) {
        return letter < 0x80
                ? letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z'
                : !isCyrillic(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
