package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which words of a question a work must have. */
final class DemandTest {

    @Test
    void isMetBySoManyWordsWhicheverTheyAre() {
        Demand two = Demand.of(3, 2);

        assertTrue(two.isMet(0b011));
        assertTrue(two.isMet(0b101));
        assertTrue(two.isMet(0b111));
        assertFalse(two.isMet(0b100));
        assertFalse(two.isMet(0));
    }

    @Test
    void isMetByOneRareWordWhereCommonOnesMustBeSeveral() {
        Demand quarter = Demand.of(new double[] {6, 2, 2, 2, 2}, 0.25);

        assertTrue(quarter.isMet(0b00001));
        assertFalse(quarter.isMet(0b00010));
        assertTrue(quarter.isMet(0b00110));
    }

    @Test
    void holdsForAsManyWordsAsItTakes() {
        Demand all = Demand.of(Demand.MOST_WORDS, Demand.MOST_WORDS);

        assertTrue(all.isMet(0b111111));
        assertFalse(all.isMet(0b011111));
    }

    @Test
    void isMetByWhatMakesUpForAllWords() {
        assertTrue(Demand.of(2, 2).isMet(Clue.ALL_WORDS));
        assertTrue(Demand.of(2, 2).isMet(Clue.ALL_WORDS | 1));
    }

    @Test
    void asksNothingWhereThereIsNone() {
        assertTrue(Demand.NONE.isMet(Clue.NO_WORD));
        assertTrue(Demand.NONE.isMet(1 << 20));
    }
}
