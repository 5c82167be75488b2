package kz.ortaq.engine.index;

import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Something that speaks for a work where it is found, in its record or on one of its pages. */
sealed interface Clue {

    /** For a clue that is no sign of any word that was asked for. */
    int NO_WORD = 0;
    /** For a clue that makes up for all the words that were asked for. */
    int ALL_WORDS = 1 << 31;

    /** A bit for the word of the question that is there where the clue is. */
    int word();

    /** Whether it says how well a work fits, and not only that it does. */
    boolean counts();

    /** A term, and what it counts among others. */
    record Form(String term, float boost) {}

    /**
     * Some form of a word in a field: all forms are counted as if they were one term.
     *
     * @param weight what it counts; 0 where only its presence does
     */
    record Words(String field, List<Form> forms, float weight, int word) implements Clue {
        public Words {
            forms = List.copyOf(forms);
        }

        @Override
        public boolean counts() {
            return weight > 0;
        }
    }

    /**
     * {@link Words} of which one snapshot of the index has some.
     *
     * @param scores how its field weighs terms; null where only presence counts
     * @param weight what it counts with its rarity in the snapshot
     */
    record Found(Words words, List<KnownTerms.Known> terms, TermMemory.@Nullable FieldScores scores, float weight)
            implements Clue {
        public Found {
            terms = List.copyOf(terms);
        }

        @Override
        public boolean counts() {
            return words.counts();
        }

        @Override
        public int word() {
            return words.word();
        }
    }

    /** Whatever else Lucene can ask. */
    record Other(Query query, boolean counts, int word) implements Clue {}
}
