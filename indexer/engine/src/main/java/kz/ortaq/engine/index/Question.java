package kz.ortaq.engine.index;

import java.util.List;
import java.util.Set;
import kz.ortaq.engine.index.Vocabulary.Guess;

/**
 * A query as one snapshot of the index understands it.
 *
 * @param everything whether all works are asked for, but for what is unwanted
 * @param typed all that was typed and is wanted
 * @param words the words to look for, those that tell nothing left out where others tell enough
 * @param initials first letters of names, which a work may have or not
 * @param phrases texts whose words must stand together
 * @param parts the parts of works that the index has any of
 * @param asks whether it is a sentence that asks, of which a text need not have every word
 */
record Question(
        boolean everything,
        String typed,
        List<Asked> words,
        List<String> initials,
        List<String> phrases,
        List<String> unwanted,
        boolean asks,
        Set<String> parts) {

    Question {
        words = List.copyOf(words);
        initials = List.copyOf(initials);
        phrases = List.copyOf(phrases);
        unwanted = List.copyOf(unwanted);
        parts = Set.copyOf(parts);
    }

    /**
     * A word, and what the index has in its place where it does not have the word.
     *
     * @param known whether the index has the word in any spelling or form
     */
    record Asked(WordForms.Word word, boolean known, List<Guess> guesses) {
        Asked {
            guesses = List.copyOf(guesses);
        }
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }
}
