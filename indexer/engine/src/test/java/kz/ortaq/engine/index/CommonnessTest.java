package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What words tell by how common they are in the language. */
final class CommonnessTest {

    private final Commonness commonness = new Commonness();
    private final WordForms forms = new WordForms();

    private float telling(String word) {
        return commonness.telling(forms.words(word).getFirst().lemma());
    }

    @Test
    void saysThatWordsOfEveryTextTellLess() {
        assertTrue(telling("келді") < telling("мектеп"), "came, school");
        assertTrue(telling("мектеп") < telling("шежіре"), "school, chronicle");
        assertTrue(telling("бол") > 0.5f, "no word is worth nothing");
    }

    @Test
    void takesAllFormsAndSpellingsOfAWordForOne() {
        assertEquals(telling("мектеп"), telling("мектептерімізде"));
        assertEquals(telling("қала"), telling("qala"));
    }

    @Test
    void saysNothingAgainstWordsThatItDoesNotKnow() {
        assertEquals(1, telling("Шрёдингер"));
        assertEquals(1, telling("photosynthesis"));
        assertEquals(1, telling("1941"));
        assertEquals(1, commonness.telling(List.of()));
    }
}
