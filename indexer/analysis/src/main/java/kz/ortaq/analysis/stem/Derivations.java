package kz.ortaq.analysis.stem;

import java.util.ArrayList;
import java.util.List;

/**
 * The endings that make words of their own, as {@code endings.txt} flags them: терезеші is no form of терезе, and its own
 * forms are forms of it, although no lexicon has every such word. Immutable.
 */
final class Derivations {

    /** Endings that make a lemma. */
    static final String FLAG = "l";

    private static final String OF_UNKNOWN_STEMS = "u";
    private static final Derivation[] NONE = {};

    private final Derivation[][] byFirstLetter;

    /**
     * One shape of an ending that makes a word.
     *
     * @param letters as it stands in words
     * @param dictionary as it ends the lemma that it makes
     * @param beforeVowel whether an ending with a vowel has to follow: -лығ-
     * @param from the state of the stem
     * @param to the state of the word that is made
     * @param ofUnknown whether it stays also with a stem that nobody knows
     * @param shape what it follows
     */
    record Derivation(
            char[] letters,
            char[] dictionary,
            boolean beforeVowel,
            int from,
            int to,
            int cost,
            boolean ofUnknown,
            Ending shape) {

        /** Whether it stands at a place in a word, where what follows and what goes before allow it at all. */
        boolean standsAt(int place, Word word, Letters alphabet) {
            int end = place + letters.length;
            if (end > word.length || (shape.required() & alphabet.sounds(word.letters[place - 1])) == 0) {
                return false;
            }
            for (int i = 0; i < letters.length; i++) {
                if (word.letters[place + i] != letters[i]) {
                    return false;
                }
            }
            return !beforeVowel || end < word.length && alphabet.opensWithVowel(word.letters[end]);
        }

        /** The broken rules of harmony and assimilation after what goes before, in units of {@link Endings#VIOLATION}. */
        int brokenRules(int place, Word word, Letters alphabet) {
            int broken = (shape.preferred() & alphabet.sounds(word.letters[place - 1])) == 0 ? Endings.VIOLATION : 0;
            boolean disharmony = (shape.harmony() | word.harmony[place - 1]) == (Letters.BACK | Letters.FRONT);
            return disharmony ? broken + Endings.VIOLATION : broken;
        }

        /** The lemma that it makes of a stem of so many letters. */
        char[] lemma(char[] stem, int length) {
            char[] lemma = new char[length + dictionary.length];
            System.arraycopy(stem, 0, lemma, 0, length);
            System.arraycopy(dictionary, 0, lemma, length, dictionary.length);
            return lemma;
        }
    }

    /** Compiles the lines that are flagged so, each ending in a spelling. */
    Derivations(Endings endings, Spelling spelling) {
        List<List<Derivation>> lists = new ArrayList<>();
        for (String line : Resources.lines("endings.txt")) {
            String[] parts = line.strip().split("\\s+");
            if (!Endings.hasAny(parts, FLAG)) {
                continue;
            }
            int from = endings.stateOf(parts[0]);
            int to = endings.stateOf(parts[2]);
            int cost = Integer.parseInt(parts[3]);
            boolean ofUnknown = Endings.hasAny(parts, OF_UNKNOWN_STEMS);
            for (Ending shape : Ending.shapes(parts[1])) {
                char[] dictionary = spelling.of().apply(shape.letters()).toCharArray();
                add(lists, spelling, new Derivation(dictionary, dictionary, false, from, to, cost, ofUnknown, shape));
                String voiced = Letters.voiced(shape.letters());
                if (!voiced.equals(shape.letters())) {
                    char[] letters = spelling.of().apply(voiced).toCharArray();
                    add(lists, spelling, new Derivation(letters, dictionary, true, from, to, cost, ofUnknown, shape));
                }
            }
        }
        byFirstLetter =
                lists.stream().map(list -> list.toArray(Derivation[]::new)).toArray(Derivation[][]::new);
    }

    private static void add(List<List<Derivation>> lists, Spelling spelling, Derivation derivation) {
        int first = spelling.letters().code(derivation.letters[0]);
        while (lists.size() <= first) {
            lists.add(new ArrayList<>());
        }
        lists.get(first).add(derivation);
    }

    /** Those that begin with the letter at a place in a word. */
    Derivation[] at(int place, Word word) {
        return place < word.length && word.codes[place] < byFirstLetter.length
                ? byFirstLetter[word.codes[place]]
                : NONE;
    }
}
