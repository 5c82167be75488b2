package kz.ortaq.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void givesTheCharactersBackThatTheHighlighterEscaped() {
        List<Piece> pieces =
                Excerpt.highlighted("a &lt;b&gt; &amp;amp; &#x27;&#47; <mark>Әйтеке</mark> &quot;би&quot;", 200);

        assertEquals(
                List.of(new Piece("a <b> &amp; '/ ", false), new Piece("Әйтеке", true), new Piece(" \"би\"", false)),
                pieces);
    }

    @Test
    void cutsAroundTheFirstMarkedWord() {
        String before = "дала ".repeat(200);
        String after = " жол".repeat(200);

        List<Piece> pieces = Excerpt.highlighted(before + "<mark>Абай</mark>" + after, 120);

        assertTrue(pieces.getFirst().text().startsWith("…дала"));
        assertEquals(new Piece("Абай", true), pieces.get(1));
        assertTrue(pieces.get(2).text().endsWith("…"));
        int length = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
        assertTrue(length < 130, length + " characters");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertEquals("a…", Excerpt.shorten("a😀b", 2));
        assertEquals("abc", Excerpt.shorten("abc", 3));
    }
}
