package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.junit.jupiter.api.Test;

final class EditsTest {

    @Test
    void countsLettersThatAreWrongMissingTooManyOrSwapped() {
        assertEquals(0, Edits.between("жолы", "жолы"));
        assertEquals(1, Edits.between("жлоы", "жолы"));
        assertEquals(1, Edits.between("истрия", "история"));
        assertEquals(2, Edits.between("histtorry", "history"));
        assertEquals(0, Edits.toBeginning("қаз", "қазақстан"));
        assertEquals(1, Edits.toBeginning("қахақ", "қазақстан"));
        assertEquals(3, Edits.toBeginning("каз", "база"), "another first letter");
    }

    @Test
    void agreesWithTheAutomatonOfFuzzyQueries() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String key = word(random);
            String word = word(random);
            for (int edits = 1; edits <= 2; edits++) {
                ByteRunAutomaton like = FuzzyQuery.getFuzzyAutomaton(key, edits, 0, true).runAutomaton;
                BytesRef bytes = new BytesRef(word);

                boolean accepted = like.run(bytes.bytes, bytes.offset, bytes.length);

                assertEquals(accepted, Edits.between(key, word) <= edits, key + " " + word + " " + edits);
            }
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            word.append("абқh".charAt(random.nextInt(4)));
        }
        return word.toString();
    }
}
