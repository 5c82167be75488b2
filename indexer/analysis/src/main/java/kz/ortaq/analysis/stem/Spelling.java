package kz.ortaq.analysis.stem;

import java.util.function.UnaryOperator;

/**
 * How the words of the tables are spelt in the words that are looked at.
 *
 * @param letters the alphabet
 * @param of the spelling of a word or an ending in Kazakh letters
 */
record Spelling(Letters letters, UnaryOperator<String> of) {

    /** As in Kazakh books. */
    static final Spelling KAZAKH = new Spelling(Letters.CYRILLIC, UnaryOperator.identity());
}
