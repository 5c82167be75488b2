package kz.ortaq.letters;

import java.util.List;
import java.util.stream.Stream;

/** Weighs how much a text looks like one in Kazakh, Russian, English, or a language near them. */
final class Reading {

    static final List<String> OURS = List.of("kk", "ru", "en");
    static final List<String> CYRILLIC_NEIGHBOURS = List.of("uk", "be", "sr", "mk", "bg", "ky", "tt", "mn", "uz");
    static final List<String> LATIN_NEIGHBOURS = List.of("de", "fr", "es", "tr", "uz-latin");

    /** What the languages have in common that are written in Latin letters, and that we have no model of their own of. */
    private static final String ANY_LATIN = "latin";

    private static final List<String> LATIN_LANGUAGES =
            Stream.concat(LATIN_NEIGHBOURS.stream(), Stream.of(ANY_LATIN)).toList();

    /** Fewer letters say nothing for sure. */
    private static final int FEWEST = 12;

    private static final int FEW = 30;

    // Bits a letter: prose has 2.8 to 3.9, lists of names and titles up to 4.3; another language read as one of ours
    // 5.2 to 6.5, a wrong charset or letters at random 6.5 to 9. As any language in Latin letters, honest ones have 3.4
    // to 5.1, nonsense 6 to 12.
    private static final double FLUENT = 4.4;
    private static final double NONSENSE = 6.4;

    // A text with the letters of Kazakh is Kazakh though it be full of errors; Latin letters are everybody's.
    private static final double MOST_CYRILLIC = 6;
    private static final double MOST_LATIN = 5;

    /** Another language has to fit so much better, in bits a letter, before a text is taken for it. */
    private static final double CLEARLY = 0.15;

    private Reading() {}

    /**
     * How much of the text reads, from 0 to 1; 1 where there are too few letters to tell.
     *
     * @param anyLatin whether a language in Latin letters counts that we have no model of its own of
     */
    static double readable(String text, boolean anyLatin) {
        Spelling words = Spelling.of(Sample.ofLanguage(text));
        int letters = words.letters() + words.boxes();
        if (letters < FEWEST) {
            return 1;
        }
        double boxes = words.boxes() * LetterModel.FOREIGN;
        double bits = LetterModel.leastBits(words.cyrillic(), models(OURS))
                + LetterModel.leastBits(words.latin(), models(OURS.reversed()));
        double least = (bits + boxes) / letters;
        if (least > FLUENT) {
            for (LetterModel neighbour : models(neighbours(words, anyLatin))) {
                least = Math.min(least, (bits(words, neighbour) + boxes) / letters);
            }
        }
        double score = Math.clamp((NONSENSE - least) / (NONSENSE - FLUENT), 0, 1);
        // What a few words say counts in proportion.
        return letters >= FEW ? score : 1 - (1 - score) * letters / FEW;
    }

    /** {@code kk}, {@code ru}, {@code en}, or empty: another language, nonsense, or too short to tell. */
    static String language(String text) {
        Spelling words = Spelling.of(Sample.ofLanguage(text));
        if (words.letters() < FEWEST) {
            return "";
        }
        String best = best(words);
        boolean latin = best.equals("en");
        // Words of the other script are quoted, in whatever language.
        Spelling.Script script = latin ? words.latin() : words.cyrillic();
        double least = LetterModel.of(best).bits(script, Double.MAX_VALUE) / script.length();
        if (least > (latin ? MOST_LATIN : MOST_CYRILLIC)) {
            return "";
        }
        // Most languages cost more before the last word.
        double limit = (least - CLEARLY) * script.length();
        for (LetterModel neighbour : models(latin ? LATIN_NEIGHBOURS : CYRILLIC_NEIGHBOURS)) {
            if (neighbour.bits(script, limit) < limit) {
                return "";
            }
        }
        return best;
    }

    /** The language in which words of both scripts cost least: each script is weighed on its own, the larger wins. */
    private static String best(Spelling words) {
        if (words.latin().length() > words.cyrillic().length()) {
            return "en";
        }
        double kazakh = LetterModel.of("kk").bits(words.cyrillic(), Double.MAX_VALUE);
        return LetterModel.of("ru").bits(words.cyrillic(), kazakh) < kazakh ? "ru" : "kk";
    }

    private static List<String> neighbours(Spelling words, boolean anyLatin) {
        if (words.cyrillic().words() >= words.latin().words()) {
            return CYRILLIC_NEIGHBOURS;
        }
        return anyLatin ? LATIN_LANGUAGES : LATIN_NEIGHBOURS;
    }

    private static List<LetterModel> models(List<String> languages) {
        return languages.stream().map(LetterModel::of).toList();
    }

    private static double bits(Spelling words, LetterModel model) {
        return model.bits(words.cyrillic(), Double.MAX_VALUE) + model.bits(words.latin(), Double.MAX_VALUE);
    }

    static double bits(List<String> words, String language) {
        LetterModel model = LetterModel.of(language);
        double bits = 0;
        for (String word : words) {
            bits += model.bits(word);
        }
        return bits;
    }

    /** Letters, and for each word its end, which costs bits too. */
    static int letters(List<String> words) {
        int letters = 0;
        for (String word : words) {
            letters += word.length() + 1;
        }
        return letters;
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
