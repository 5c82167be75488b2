package kz.ortaq.analysis.stem;

import java.util.ArrayList;
import java.util.List;

/**
 * One shape of an ending: its letters, the vowels it harmonises with, and the sounds it follows.
 *
 * @param letters the ending as written
 * @param harmony {@link Letters#BACK}, {@link Letters#FRONT}, or {@link Letters#NEUTRAL} where it has one shape only
 * @param required bits of the sound classes that alone it can follow
 * @param preferred bits of those that it follows by the rules of assimilation
 */
record Ending(String letters, byte harmony, int required, int preferred) {

    private static final int ANY = Letters.ANY;
    private static final int AFTER_VOWEL = Letters.VOWEL;
    private static final int AFTER_GLIDE = Letters.GLIDE;
    private static final int AFTER_LATERAL = Letters.LATERAL;
    private static final int AFTER_NASAL = Letters.NASAL;
    private static final int AFTER_SIBILANT = Letters.SIBILANT;
    private static final int AFTER_VOICELESS = Letters.VOICELESS;
    private static final int AFTER_CONSONANT = ANY & ~AFTER_VOWEL;

    /** All shapes of an ending in the notation of {@code endings.txt}. */
    static List<Ending> shapes(String notation) {
        List<Ending> shapes = new ArrayList<>();
        if (notation.startsWith("(")) {
            String rest = notation.substring(3);
            boolean vowelOptional = "AY".indexOf(notation.charAt(1)) >= 0;
            addShapes(shapes, notation.charAt(1) + rest, vowelOptional ? AFTER_CONSONANT : AFTER_VOWEL);
            addShapes(shapes, rest, vowelOptional ? AFTER_VOWEL : AFTER_CONSONANT);
        } else if (notation.startsWith("^")) {
            addShapes(shapes, notation.substring(1), AFTER_VOWEL);
        } else {
            addShapes(shapes, notation, ANY);
        }
        return shapes;
    }

    private static void addShapes(List<Ending> shapes, String notation, int required) {
        if (notation.isEmpty()) {
            return;
        }
        boolean harmonises = notation.chars().anyMatch(sound -> "AYKG".indexOf(sound) >= 0);
        for (byte harmony = Letters.BACK; harmony <= (harmonises ? Letters.FRONT : Letters.BACK); harmony++) {
            String tail = vowels(notation.substring(1), harmony);
            byte shown = harmonises ? harmony : Letters.NEUTRAL;
            for (Onset onset : onsets(notation.charAt(0), harmony)) {
                shapes.add(new Ending(onset.letter + tail, shown, required, onset.after));
            }
        }
    }

    /** A first letter, and the sounds after which it is that letter. */
    private record Onset(char letter, int after) {}

    private static List<Onset> onsets(char sound, byte harmony) {
        boolean back = harmony == Letters.BACK;
        int voiced = ANY & ~AFTER_VOICELESS;
        int open = AFTER_VOWEL | AFTER_GLIDE;
        return switch (sound) {
            case 'L' -> three('л', open, 'д', AFTER_LATERAL | AFTER_NASAL | AFTER_SIBILANT, 'т');
            case 'N' -> three('н', AFTER_VOWEL | AFTER_NASAL, 'д', AFTER_GLIDE | AFTER_LATERAL | AFTER_SIBILANT, 'т');
            case 'B' -> three('н', AFTER_VOWEL, 'д', voiced & ~AFTER_VOWEL, 'т');
            case 'X' -> three('н', AFTER_NASAL, 'д', voiced & ~AFTER_NASAL, 'т');
            case 'M' -> three('м', open | AFTER_LATERAL, 'б', AFTER_NASAL | AFTER_SIBILANT, 'п');
            case 'I' -> three('м', open | AFTER_LATERAL | AFTER_NASAL, 'б', AFTER_NASAL | AFTER_SIBILANT, 'п');
            case 'D' -> List.of(new Onset('д', voiced), new Onset('т', AFTER_VOICELESS));
            case 'G' -> List.of(new Onset(back ? 'ғ' : 'г', voiced), new Onset(back ? 'қ' : 'к', AFTER_VOICELESS));
            default -> List.of(new Onset(vowels(String.valueOf(sound), harmony).charAt(0), ANY));
        };
    }

    private static List<Onset> three(char first, int afterFirst, char second, int afterSecond, char voiceless) {
        return List.of(
                new Onset(first, afterFirst), new Onset(second, afterSecond), new Onset(voiceless, AFTER_VOICELESS));
    }

    private static String vowels(String notation, byte harmony) {
        boolean back = harmony == Letters.BACK;
        return notation.replace('A', back ? 'а' : 'е')
                .replace('Y', back ? 'ы' : 'і')
                .replace('K', back ? 'қ' : 'к')
                .replace('G', back ? 'ғ' : 'г')
                .replace('D', 'д');
    }
}
