package kz.ortaq.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EditionsTest {

    @Test
    void imprintsThatShareYearOrNumberAndContradictInNothingAreOneEdition() {
        Map<String, Imprint> imprints = Map.of(
                "a", imprint(List.of("9786012930016"), 2018, "мектеп"),
                "b", imprint(List.of("9786012930016"), 0, ""),
                "c", imprint(List.of(), 2018, "мектеп"),
                "d", imprint(List.of(), 2019, "мектеп"));

        assertEquals(List.of(List.of("d"), List.of("a", "b", "c")), editions(imprints));
    }

    @Test
    void ofThousandsOfImprintsOnlySoManyAreComparedEachWithEach() {
        Map<String, Imprint> imprints = new TreeMap<>();
        for (int i = 0; i < 4_000; i++) {
            imprints.put("n" + i, imprint(List.of(), 2018, "атамұра %05d".formatted(i)));
        }
        imprints.put("number", imprint(List.of("9786012930016"), 2018, "мектеп"));
        imprints.put("same number", imprint(List.of("9786012930016"), 2018, "«мектеп» баспасы"));

        List<List<String>> editions = editions(imprints);

        assertTrue(editions.contains(List.of("number", "same number")));
        assertEquals(imprints.size(), editions.stream().mapToInt(List::size).sum());
    }

    /** Sorted by size, each in its order. */
    private static List<List<String>> editions(Map<String, Imprint> imprints) {
        List<Map<String, Imprint>> bundles = imprints.entrySet().stream()
                .map(entry -> Map.of(entry.getKey(), entry.getValue()))
                .toList();
        List<Boolean> whole =
                IntStream.range(0, bundles.size()).mapToObj(i -> false).toList();
        return Editions.of(bundles, whole).stream()
                .map(edition -> edition.stream().sorted().toList())
                .sorted((one, other) -> Integer.compare(one.size(), other.size()))
                .toList();
    }

    private static Imprint imprint(List<String> isbns, int year, String publisher) {
        return new Imprint(isbns, year, publisher.isEmpty() ? List.of() : List.of(publisher), List.of("kk"), "");
    }
}
