package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TidyTextTest {

    @Test
    void keepsAtMostOneEmptyLine() {
        assertEquals("бір\n\nекі\nүш", TidyText.of("\n\nбір\n \n\t\n\nекі\r\nүш\n\n"));
    }

    @Test
    void leavesNoBlanksAroundALineNorTwoWithinIt() {
        assertEquals("one two\nthree", TidyText.of("  one \t\u00A0 two  \n\tthree "));
    }

    @Test
    void joinsAWordDividedBySoftHyphens() {
        assertEquals("кітапхана библиотека", TidyText.of("кітап\u00ADхана библио\u00AD\nтека"));
    }

    @Test
    void keepsAParagraphApartThoughItEndsInASoftHyphen() {
        assertEquals("бір\n\nекі", TidyText.of("бір\u00AD\n\nекі"));
    }

    @Test
    void composesLetters() {
        assertEquals("Россий й", TidyText.of("Россий и\u0306"));
    }

    @Test
    void takesAnAccentThatOpensAWordForTheQuotationMarkThatItIs() {
        assertEquals("`кітап' (`book') aˋb", TidyText.of("\u02CBкітап' (\u02CBbook') a\u02CBb"));
    }

    @Test
    void dropsControlCharacters() {
        assertEquals("мәтін", TidyText.of("\uFEFFмә\u0000\u0007тін\u200B"));
    }

    @Test
    void replacesHalfOfASurrogatePair() {
        assertEquals("a\uFFFDb", TidyText.of("a\uD83Db"));
    }

    @Test
    void isItsOwnFixpointOnRandomText() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            var raw = new StringBuilder();
            for (int at = 0; at < 40; at++) {
                raw.append("аәi\u0306 \t\n\r\f\u00AD\u00A0\uD83D\uDE00\u0000".charAt(random.nextInt(14)));
            }

            String tidy = TidyText.of(raw.toString());

            assertEquals(tidy, TidyText.of(tidy), "seed " + seed);
            assertEquals(
                    tidy, new String(tidy.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), "seed " + seed);
        }
    }
}
