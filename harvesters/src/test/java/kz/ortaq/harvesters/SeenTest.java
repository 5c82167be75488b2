package kz.ortaq.harvesters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The identifiers that a listing named. */
final class SeenTest {

    @Test
    void remembersEachIdentifierOnceHoweverMany() {
        Seen seen = new Seen();

        IntStream.range(0, 100_000).forEach(i -> seen.add("oai:кітапхана.kz:" + i % 50_000));

        assertEquals(50_000, seen.size());
        assertTrue(IntStream.range(0, 50_000).allMatch(i -> seen.contains("oai:кітапхана.kz:" + i)));
        assertFalse(seen.contains("oai:кітапхана.kz:50000"));
    }
}
