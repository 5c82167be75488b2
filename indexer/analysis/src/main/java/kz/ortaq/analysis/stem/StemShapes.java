package kz.ortaq.analysis.stem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes of lemmas the shapes that their stems take before endings: кітап, кітаб-; оқы, оқ-; қой, қо-; тап, таб-, тау-. */
final class StemShapes {

    /** The kind of nouns, adjectives, numerals, pronouns, adverbs. */
    static final char NOUN = 'N';

    static final char VERB = 'V';

    private static final int[] COST_OF_RARITY = {10, 6, 3, 0};

    private final SortedMap<String, List<Lexicon.Stem>> stems;
    private final Map<String, char[]> lemmas = new HashMap<>();
    private final Endings endings;
    private final Spelling spelling;

    StemShapes(Endings endings, Spelling spelling) {
        this.endings = endings;
        this.spelling = spelling;
        this.stems = new TreeMap<>(spelling.letters()::compare);
    }

    SortedMap<String, List<Lexicon.Stem>> all() {
        return stems;
    }

    /** Adds a lemma of a kind, with how well known it is, from 0 to 3. */
    void add(String lemma, char kind, int strength) {
        int cost = COST_OF_RARITY[strength];
        String state = String.valueOf(kind);
        add(lemma, lemma, state, false, cost);
        String shorter = lemma.substring(0, lemma.length() - 1);
        char last = lemma.charAt(lemma.length() - 1);
        switch (last) {
            case 'п', 'к', 'қ' -> add(Letters.voiced(lemma), lemma, state, true, cost);
            // король, королі
            case 'ь' -> add(shorter, lemma, state, true, cost);
            default -> {
                // процесс, процеске
                if (shorter.length() > 2 && shorter.charAt(shorter.length() - 1) == last) {
                    add(shorter, lemma, state, false, cost + 3);
                }
            }
        }
        if (kind == VERB) {
            switch (last) {
                case 'ы', 'і' -> add(shorter, lemma, "VD", false, cost);
                case 'й' -> add(shorter, lemma, "VY", false, cost);
                case 'и' -> add(lemma, lemma, "VY", false, cost);
                case 'п' -> add(shorter + 'у', lemma, "VU", false, cost);
                default -> {}
            }
        }
    }

    /** Adds the stems that no rule gives, from {@code irregular.txt}. */
    void addIrregular() {
        for (String line : Resources.lines("irregular.txt")) {
            String[] parts = line.strip().split("\\s+");
            boolean beforeVowel = parts[2].endsWith("!");
            add(parts[0], parts[1], parts[2].replace("!", ""), beforeVowel, 0);
        }
    }

    private void add(String stem, String lemma, String state, boolean beforeVowel, int cost) {
        char[] shared = lemmas.computeIfAbsent(spelling.of().apply(lemma), String::toCharArray);
        stems.computeIfAbsent(spelling.of().apply(stem), shape -> new ArrayList<>(2))
                .add(new Lexicon.Stem(shared, endings.stateOf(state), beforeVowel, cost));
    }
}
