package kz.ortaq.engine.index;

import java.util.List;
import kz.ortaq.engine.index.Vocabulary.Guess;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * A query as one snapshot of the index understands it.
 *
 * @param everything whether all works are asked for, but for what is unwanted
 * @param typed all that was typed and is wanted
 * @param keys of each word that was typed
 * @param words the words to look for, those that tell nothing left out where others tell enough
 * @param initials first letters of names, which a work may have or not
 * @param phrases texts whose words stand together
 * @param demanded those of them that a work must have
 * @param asks whether it is a sentence that asks, of which a text need not have every word
 */
record Question(
        boolean everything,
        String typed,
        List<List<String>> keys,
        List<Asked> words,
        List<String> initials,
        List<String> phrases,
        List<String> demanded,
        List<String> unwanted,
        boolean asks) {

    /** Few words name a work; many tell what is written in it. */
    static final int FEW = 3;

    Question {
        keys = List.copyOf(keys);
        words = List.copyOf(words);
        initials = List.copyOf(initials);
        phrases = List.copyOf(phrases);
        demanded = List.copyOf(demanded);
        unwanted = List.copyOf(unwanted);
    }

    /**
     * A word, and what the index has in its place where it does not have the word.
     *
     * @param known whether the index has the word in any spelling or form
     * @param tells whether it tells anything of what is wanted
     * @param noted what searches found out about it
     */
    record Asked(WordForms.Word word, boolean known, List<Guess> guesses, boolean tells, Noted noted) {
        Asked {
            guesses = List.copyOf(guesses);
        }
    }

    /** What searches found out about a word in one snapshot. Threads share it; each value is immutable. */
    static final class Noted {
        /** What speaks for works that have the word, in questions of few words and in others. */
        @Nullable
        List<Clue> ofFew;

        @Nullable
        List<Clue> ofMany;

        /** Its spellings in titles. */
        @Nullable
        List<Term> inTitles;
    }

    /**
     * What is between two blanks.
     *
     * @param asks whether it makes a question of a sentence
     * @param initials whether it may be the first letters of a name
     * @param words those that were meant by it
     * @param keys of each word as it was typed
     */
    record Typed(boolean asks, boolean initials, List<Asked> words, List<List<String>> keys) {
        Typed {
            words = List.copyOf(words);
            keys = List.copyOf(keys);
        }
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }
}
