package kz.ortaq.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.cluster.Keys;
import kz.ortaq.engine.cluster.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HardPairTest {

    @ParameterizedTest
    @MethodSource("pairs")
    void saysWhatALibrarianSaysOrIsKnownNotTo(HardPair pair) {
        Match match = pair.match();

        String told = pair.why() + ": " + match.because() + " " + match.reasons();
        assertEquals(pair.known().isEmpty(), pair.right(), () -> "says " + pair.said() + "; " + told);
        assertEquals(match.verdict(), Match.of(pair.other(), pair.one()).verdict(), "the order of the two matters");
        assertFalse(match.reasons().isEmpty(), "a verdict has its reasons");
        if (match.links()) {
            assertFalse(Collections.disjoint(Keys.of(pair.one()), Keys.of(pair.other())), "the two never meet");
        }
    }

    @Test
    void noneIsPutTogetherThatShouldNotBe() {
        List<HardPair> wrong = pairs().stream()
                .filter(pair -> pair.match().links())
                .filter(pair -> !pair.says().equals("edition") && !pair.says().equals("work"))
                .toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void everyReasonIsSaidInThreeLanguages() {
        Map<String, Object> texts = Tables.read("/kz/ortaq/config/explain.yaml");
        Set<String> codes = new TreeSet<>();
        for (Match.Rule rule : Match.Rule.values()) {
            codes.add("because." + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        pairs().forEach(pair -> pair.match().reasons().forEach(reason -> codes.add("trait." + reason.trait())));

        codes.forEach(code -> assertTrue(
                texts.get(code) instanceof Map<?, ?> text && text.keySet().equals(Set.of("kk", "ru", "en")), code));
    }

    @Test
    void theTableHasEnoughPairsEachWithItsReason() {
        assertTrue(pairs().size() >= 300, () -> "pairs: " + pairs().size());
        pairs().forEach(pair -> assertFalse(pair.why().isBlank(), pair::toString));
    }

    static List<HardPair> pairs() {
        List<HardPair> pairs = HardPair.all();
        pairs.stream()
                .filter(pair -> !pair.known().isEmpty())
                .forEach(pair -> System.out.println("known: " + pair.why() + " -- " + pair.known()));
        return pairs;
    }
}
