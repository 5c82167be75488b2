package kz.ortaq.analysis.stem;

import java.util.List;

/**
 * The known lemmas, each under every shape that its stem takes before endings, with the state of {@link Endings} that it
 * begins in. Immutable.
 */
final class Lexicon {

    private static final Stem[] NO_STEMS = {};

    private final LetterTrie trie;
    private final Stem[][] stems;

    /**
     * A shape of a stem.
     *
     * @param lemma what it is a shape of
     * @param state where its endings begin
     * @param beforeVowel whether an ending with a vowel has to follow
     * @param cost the more, the rarer the lemma
     */
    record Stem(char[] lemma, int state, boolean beforeVowel, int cost) {}

    /** Compiles lines as those of {@code lexicon.txt}, and {@code irregular.txt}, in a spelling. */
    Lexicon(Endings endings, Spelling spelling, List<String> lines) {
        StemShapes shapes = new StemShapes(endings, spelling);
        for (String line : lines) {
            String[] parts = line.split(" ");
            for (int i = 1; i < parts.length; i++) {
                shapes.add(parts[0], parts[i].charAt(0), parts[i].charAt(1) - '0');
            }
        }
        shapes.addIrregular();
        trie = new LetterTrie(spelling.letters(), List.copyOf(shapes.all().keySet()));
        stems = shapes.all().values().stream()
                .map(list -> list.toArray(Stem[]::new))
                .toArray(Stem[][]::new);
    }

    /** The node after one more letter of a word, or {@link LetterTrie#NONE} where no stem goes on so. */
    int next(int node, byte code) {
        return trie.child(node, code);
    }

    /** The stems that end at a node, none if it has none. */
    Stem[] at(int node) {
        int index = trie.value(node);
        return index == LetterTrie.NONE ? NO_STEMS : stems[index];
    }
}
