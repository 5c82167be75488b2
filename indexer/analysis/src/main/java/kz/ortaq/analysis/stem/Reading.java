package kz.ortaq.analysis.stem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one word after another: every stem of the lexicon that it begins with, and the cheapest path of endings from
 * there. Holds the space that this takes, so each thread has one of its own.
 */
final class Reading {

    /** Longer words are not Kazakh ones, and left alone. */
    static final int LONGEST = 48;

    static final char[][] NONE = {};

    /** What a broken rule of harmony or assimilation weighs against the costs of endings and lemmas. */
    private static final int BROKEN_RULE = 14;

    private static final int MOST_BROKEN_RULES = 2;

    /** The shortest lemma that is taken for one without being known. */
    private static final int SHORTEST_UNKNOWN = 3;

    /** How many lemmas a word may be given. */
    private static final int MOST_LEMMAS = 3;

    /** How much costlier than the best a reading may be and still count. */
    static final int MARGIN = 6;

    private final Endings endings;
    private final Derivations derivations;
    private final Lexicon lexicon;
    private final Letters letters;
    private final int nouns;
    private final Word word;
    private final int[] paths;
    private final char[][] lemmas = new char[MOST_LEMMAS][];
    private final int[] costs = new int[MOST_LEMMAS];
    private int found;

    Reading(Endings endings, Derivations derivations, Lexicon lexicon, Letters letters) {
        this.endings = endings;
        this.derivations = derivations;
        this.lexicon = lexicon;
        this.letters = letters;
        this.nouns = endings.stateOf("NI");
        this.word = new Word(letters);
        this.paths = new int[(LONGEST + 1) * endings.states()];
    }

    /** The lemmas of a word, the likeliest first; none where it is best left as it is. */
    char[][] lemmas(char[] spelt, int length) {
        if (length < 2 || length > LONGEST || !word.take(spelt, length)) {
            return NONE;
        }
        endings.paths(word, paths);
        found = 0;
        int node = LetterTrie.ROOT;
        for (int end = 1; end <= length; end++) {
            node = lexicon.next(node, word.codes[end - 1]);
            if (node == LetterTrie.NONE) {
                break;
            }
            for (Lexicon.Stem stem : lexicon.at(node)) {
                if (!stem.beforeVowel() || end < length && letters.opensWithVowel(word.letters[end])) {
                    consider(stem.lemma(), stem.cost(), path(end, stem.state()));
                    derive(stem, end);
                }
            }
        }
        while (found > 0 && costs[found - 1] > costs[0] + MARGIN) {
            found--;
        }
        return found == 0 ? unknown() : Arrays.copyOf(lemmas, found);
    }

    private int path(int place, int state) {
        return paths[place * endings.states() + state];
    }

    /** The words that endings make of a stem, and their forms. */
    private void derive(Lexicon.Stem stem, int end) {
        for (Derivations.Derivation made : derivations.at(end, word)) {
            if (made.from() == stem.state() && made.standsAt(end, word, letters)) {
                int rest = path(end + made.letters().length, made.to());
                int path = rest + made.cost() + made.brokenRules(end, word, letters);
                if (rest < Endings.NEVER && isAllowed(path)) {
                    consider(made.lemma(stem.lemma(), stem.lemma().length), stem.cost(), path);
                }
            }
        }
    }

    /**
     * The lemma of a noun that the lexicon lacks, most often a name: what is left when it gives up the longest endings
     * that break no rule, where they are so long or their letters such that no Russian word ends so by chance. An ending
     * that makes nouns of unknown stems too stays whole.
     */
    private char[][] unknown() {
        boolean kazakh = letters.isKazakh(word.letters, 0, word.length);
        for (int end = SHORTEST_UNKNOWN; end < word.length; end++) {
            if (letters.hasVowel(word.letters, end)) {
                if (isSure(end, kazakh) && path(end, nouns) < Endings.VIOLATION) {
                    return new char[][] {unknown(end)};
                }
                char[] derived = derivedUnknown(end);
                if (derived != null) {
                    return new char[][] {derived};
                }
            }
        }
        return NONE;
    }

    /** Whether what stands from a place on can hardly be anything but an ending. */
    private boolean isSure(int end, boolean kazakh) {
        int ending = word.length - end;
        return ending > 2 || kazakh && (ending == 2 || ending == 1 && voiceless(end) != word.letters[end - 1]);
    }

    private char[] unknown(int end) {
        char[] lemma = Arrays.copyOf(word.letters, end);
        lemma[end - 1] = voiceless(end);
        return lemma;
    }

    /** The last letter of a stem that ends at a place, as it is where no vowel follows. */
    private char voiceless(int end) {
        char last = word.letters[end - 1];
        return letters.opensWithVowel(word.letters[end]) ? letters.voiceless(last, word.letters[end - 2]) : last;
    }

    private char @Nullable [] derivedUnknown(int end) {
        for (Derivations.Derivation made : derivations.at(end, word)) {
            if (made.ofUnknown()
                    && made.standsAt(end, word, letters)
                    && path(end + made.letters().length, made.to()) + made.brokenRules(end, word, letters)
                            < Endings.VIOLATION) {
                return made.lemma(word.letters, end);
            }
        }
        return null;
    }

    private static boolean isAllowed(int path) {
        return path < Endings.NEVER && path / Endings.VIOLATION <= MOST_BROKEN_RULES;
    }

    /** Keeps the cheapest lemmas in order, each once. */
    private void consider(char[] lemma, int rarity, int path) {
        if (!isAllowed(path)) {
            return;
        }
        int cost = path % Endings.VIOLATION + path / Endings.VIOLATION * BROKEN_RULE + rarity;
        int place = 0;
        while (place < found && costs[place] <= cost) {
            if (Arrays.equals(lemmas[place], lemma)) {
                return;
            }
            place++;
        }
        int same = place;
        while (same < found && !Arrays.equals(lemmas[same], lemma)) {
            same++;
        }
        if (same == found && found < MOST_LEMMAS) {
            found++;
        }
        for (int i = Math.min(same, found - 1); i > place; i--) {
            lemmas[i] = lemmas[i - 1];
            costs[i] = costs[i - 1];
        }
        if (place < found) {
            lemmas[place] = lemma;
            costs[place] = cost;
        }
    }
}
