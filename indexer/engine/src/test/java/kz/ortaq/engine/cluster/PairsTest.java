package kz.ortaq.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of descriptions that are hard to tell, with what a librarian says of each. */
final class PairsTest {

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhatALibrarianSays(String row) {
        String[] cells = row.split("\t", -1);
        Traits one = Descriptions.traits(cells[1]);
        Traits other = Descriptions.otherwise(cells[1], cells[2]);

        Match match = Match.of(one, other);

        assertEquals(cells[0], verdict(match, cells[0]), match.reasons().toString());
        assertEquals(match.verdict(), Match.of(other, one).verdict(), "the order of the two matters");
        assertFalse(match.reasons().isEmpty(), "a verdict has its reasons");
        if (match.links()) {
            assertFalse(Collections.disjoint(Keys.of(one), Keys.of(other)), "the two never meet");
        }
    }

    @Test
    void theTableHasEnoughPairs() {
        assertTrue(rows().count() >= 150, "pairs: " + rows().count());
    }

    static Stream<String> rows() {
        try (InputStream in = Objects.requireNonNull(PairsTest.class.getResourceAsStream("pairs.tsv"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().skip(1).filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verdict(Match match, String expected) {
        String said = switch (match.verdict()) {
            case SAME_EDITION -> "edition";
            case SAME_WORK -> "work";
            default -> match.verdict().name().toLowerCase(Locale.ROOT);
        };
        return expected.equals("not") && !match.links() ? "not" : said;
    }
}
