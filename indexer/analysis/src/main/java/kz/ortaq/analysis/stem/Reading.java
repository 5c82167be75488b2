package kz.ortaq.analysis.stem;

import java.util.Arrays;

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
    private final Lexicon lexicon;
    private final Letters letters;
    private final int nouns;
    private final Word word;
    private final int[] paths;
    private final char[][] lemmas = new char[MOST_LEMMAS][];
    private final int[] costs = new int[MOST_LEMMAS];
    private int found;

    Reading(Endings endings, Lexicon lexicon, Letters letters) {
        this.endings = endings;
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
                    consider(stem, paths[end * endings.states() + stem.state()]);
                }
            }
        }
        while (found > 0 && costs[found - 1] > costs[0] + MARGIN) {
            found--;
        }
        return found == 0 ? unknown() : Arrays.copyOf(lemmas, found);
    }

    /**
     * The lemma of a noun that the lexicon lacks, most often a name: what is left when it gives up the longest endings
     * that break no rule, where they are so long or their letters such that no Russian word ends so by chance.
     */
    private char[][] unknown() {
        int states = endings.states();
        boolean kazakh = letters.isKazakh(word.letters, 0, word.length);
        for (int end = SHORTEST_UNKNOWN; end < word.length - 1; end++) {
            boolean sure = kazakh || word.length - end > 2;
            if (sure && paths[end * states + nouns] < Endings.VIOLATION && letters.hasVowel(word.letters, end)) {
                return new char[][] {Arrays.copyOf(word.letters, end)};
            }
        }
        return NONE;
    }

    /** Keeps the cheapest lemmas in order, each once. */
    private void consider(Lexicon.Stem stem, int path) {
        int broken = path / Endings.VIOLATION;
        if (path >= Endings.NEVER || broken > MOST_BROKEN_RULES) {
            return;
        }
        int cost = path % Endings.VIOLATION + broken * BROKEN_RULE + stem.cost();
        int place = 0;
        while (place < found && costs[place] <= cost) {
            if (Arrays.equals(lemmas[place], stem.lemma())) {
                return;
            }
            place++;
        }
        int same = place;
        while (same < found && !Arrays.equals(lemmas[same], stem.lemma())) {
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
            lemmas[place] = stem.lemma();
            costs[place] = cost;
        }
    }
}
