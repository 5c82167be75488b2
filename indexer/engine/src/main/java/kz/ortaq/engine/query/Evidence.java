package kz.ortaq.engine.query;

import java.util.EnumSet;
import java.util.Set;

/** What speaks for a work; a benchmark leaves one after the other out, to see what it adds. */
public enum Evidence {
    /** A word of the work to the letter. */
    EXACT,
    /** A word of the work with the same lemma. */
    LEMMA,
    /** A word of the work that begins alike, in whatever alphabet. */
    ROBUST,
    /** A word of the work whose lemma begins alike: one derived from the same root, mostly. */
    ROOTS,
    /** Words that stand close to each other. */
    CLOSENESS,
    /** Words that are like one that the index does not have. */
    GUESSES,
    /** That function words tell nothing. */
    TELLING_WORDS,
    /** That a word tells the less, the more common it is in the language. */
    COMMONNESS;

    /** All there is. */
    public static Set<Evidence> all() {
        return EnumSet.allOf(Evidence.class);
    }
}
