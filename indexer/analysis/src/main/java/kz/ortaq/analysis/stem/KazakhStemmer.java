package kz.ortaq.analysis.stem;

import java.util.function.UnaryOperator;

/**
 * Finds the lemmas that a Kazakh word can be a form of: every split into a stem that the lexicon knows and a path of
 * endings that the grammar allows, the likeliest first. One instance, with its tables, serves all threads; each thread
 * asks it for a {@link Reader}.
 */
public final class KazakhStemmer {

    private final Endings endings;
    private final Lexicon lexicon;
    private final Derivations derivations;
    private final Letters letters;
    private final Recent recent = new Recent();

    private KazakhStemmer(Spelling spelling) {
        this.endings = new Endings(spelling, Derivations.FLAG);
        this.derivations = new Derivations(endings, spelling);
        this.lexicon = new Lexicon(endings, spelling, Resources.lines("lexicon.txt"));
        this.letters = spelling.letters();
    }

    /** For words in Kazakh spelling. */
    public static KazakhStemmer exact() {
        return new KazakhStemmer(Spelling.KAZAKH);
    }

    /** For words of plain Latin letters that {@code spelling} makes of Kazakh ones, as it will of the lemmas. */
    public static KazakhStemmer folded(UnaryOperator<String> spelling) {
        return new KazakhStemmer(new Spelling(Letters.FOLDED, spelling));
    }

    /** A reader for the use of one thread. */
    public Reader reader() {
        return new Reader(recent, new Reading(endings, derivations, lexicon, letters));
    }

    /** Gives the lemmas of words; for one thread. */
    public static final class Reader {

        private final Recent recent;
        private final Reading reading;

        private Reader(Recent recent, Reading reading) {
            this.recent = recent;
            this.reading = reading;
        }

        /**
         * The lemmas of a lower-case word, the likeliest first; none where the word is best left as it is. The arrays
         * are shared and not to be written to.
         */
        public char[][] lemmas(char[] word, int length) {
            int hash = Recent.hash(word, length);
            char[][] known = recent.get(hash, word, length);
            if (known != null) {
                return known;
            }
            char[][] found = reading.lemmas(word, length);
            recent.put(hash, word, length, found);
            return found;
        }
    }
}
