package kz.ortaq.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ClusteringTest {

    private static final String SEVEN =
            "title=Алгебра. 7 класс|author=Абылкасымова А.Е.|year=2018|publisher=Мектеп|language=ru|kind=textbook|extent=200 с.";
    private static final List<String> TITLES = List.of(
            "Алгебра",
            "Алгебра. 7 класс",
            "Алгебра. 8 класс",
            "Алгебра. 8 класс. Ч. 1",
            "Алгебра. 8 класс. Ч. 2",
            "Алгебра. 8-сынып",
            "Алгебра: 7-сынып. Жұмыс дәптері",
            "Algebra. Grade 8",
            "Алгебра. 10 класс (ЕМН)");
    private static final List<String> AUTHORS =
            List.of("", "Әбілқасымова А. Е.", "Абылкасымова, Алма", "Шыныбеков Ә.", "А. Е. Абылкасымова");

    private final Clustering clustering = new Clustering();

    @Test
    void aBookWithoutGradeNeverBridgesTwoGrades() {
        List<Node> nodes = List.of(
                node("7", SEVEN, "title=Алгебра. 7 класс"),
                node("8", SEVEN, "title=Алгебра. 8 класс"),
                node("none", SEVEN, "title=Алгебра"));

        Partition partition = clustering.cluster(nodes, List.of());

        assertEquals("[7] | [8] | [none]", shown(partition));
        assertEquals(List.of("none"), partition.ambiguous());
    }

    @Test
    void aBookWithoutGradeJoinsTheOnlyOneThatItCanBe() {
        List<Node> nodes = List.of(node("7", SEVEN, "year=2018"), node("none", SEVEN, "title=Алгебра"));

        assertEquals("[7, none]", shown(clustering.cluster(nodes, List.of())));
    }

    @Test
    void aBookBetweenTwoJoinsTheOneWhoseNumberItBears() {
        List<Node> nodes = List.of(
                node("by-a", SEVEN, "isbn=9786012930016"),
                node("by-b", SEVEN, "author=Шыныбеков Ә. Н.|extent=180 с."),
                node("nobody", SEVEN, "author=|isbn=9786012930016|extent="));

        Partition partition = clustering.cluster(nodes, List.of());

        assertEquals("[by-a, nobody] | [by-b]", shown(partition));
        assertEquals(List.of(), partition.ambiguous());
    }

    @Test
    void aBookBetweenTwoAlikeJoinsNeither() {
        List<Node> nodes = List.of(
                node("by-a", SEVEN, "extent="),
                node("by-b", SEVEN, "author=Шыныбеков Ә. Н.|extent="),
                node("nobody", SEVEN, "author=|extent="));

        Partition partition = clustering.cluster(nodes, List.of());

        assertEquals("[by-a] | [by-b] | [nobody]", shown(partition));
        assertEquals(List.of("nobody"), partition.ambiguous());
    }

    @Test
    void yearsMakeEditionsOfOneWork() {
        List<Node> nodes = List.of(
                node("a", SEVEN, "year=2018"),
                node("b", SEVEN, "author=Әбілқасымова А."),
                node("c", SEVEN, "year=2012"));

        assertEquals("[a, b] [c]", shown(clustering.cluster(nodes, List.of())));
    }

    @Test
    void aLibrariansWordIsAboveAllRules() {
        List<Node> nodes = List.of(
                node("7", SEVEN, "year=2018"),
                node("8", SEVEN, "title=Алгебра. 8 класс"),
                node("seven", SEVEN, "extent="));

        assertEquals("[7, seven] | [8]", shown(clustering.cluster(nodes, List.of())));
        assertEquals("[7, 8, seven]", shown(clustering.cluster(nodes, List.of(new Decision("8", "7", true)))));
        assertEquals(
                "[7] | [8] | [seven]", shown(clustering.cluster(nodes, List.of(new Decision("7", "seven", false)))));
    }

    @Test
    void notTheSameForbidsWhatAChainOfTheSameWouldBring() {
        List<Node> nodes = List.of(node("a", SEVEN, "year=1"), node("b", SEVEN, "year=2"), node("c", SEVEN, "year=3"));
        List<Decision> decisions =
                List.of(new Decision("c", "b", true), new Decision("a", "b", true), new Decision("a", "c", false));

        Partition partition = clustering.cluster(nodes, decisions);

        assertEquals("[a, b] | [c]", shown(partition));
        assertEquals(List.of(new Decision("b", "c", true)), partition.contradicted());
    }

    @Test
    void theOrderOfArrivalNeverMatters() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Node> nodes = randomNodes(random, 2 + random.nextInt(40));
            List<Decision> decisions = randomDecisions(random, nodes);
            boolean gathered = round % 2 == 0;
            Clustering some = new Clustering(round % 3 == 0 ? 7 : Clustering.MOST, gathered ? 5 : 64);
            Partition expected = some.cluster(nodes, decisions);
            checkRules(nodes, decisions, gathered, expected, "seed " + seed + " round " + round);

            Collections.shuffle(nodes, random);
            Collections.shuffle(decisions, random);

            assertEquals(expected, some.cluster(nodes, decisions), "seed " + seed + " round " + round);
        }
    }

    @Test
    void aComponentTooLargeIsDividedAndReported() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            nodes.add(node(
                    "n" + (10 + i),
                    SEVEN,
                    "author=|title=Алгебра. " + (i % 2 == 0 ? 7 : 8) + " класс|year=" + (1980 + i / 2)));
        }

        Partition partition = new Clustering(20, 1_000).cluster(nodes, List.of());

        assertEquals(2, partition.works().size());
        assertEquals(List.of(), partition.divided());

        Partition smaller = new Clustering(10, 1_000).cluster(nodes, List.of());

        assertEquals(
                4,
                smaller.divided().stream()
                                .filter(one -> one.descriptions() == 20)
                                .count()
                        * 2);
        assertTrue(smaller.works().size() > 2);
    }

    @Test
    void descriptionsThatNoComparisonTellsApartHaveOneSignature() {
        assertEquals(
                Descriptions.traits(SEVEN).signature(),
                Descriptions.otherwise(SEVEN, "title=АЛГЕБРА: 7 кл.|publisher=ТОО «Мектеп»|extent=200 стр.")
                        .signature());
        assertFalse(Descriptions.traits(SEVEN)
                .signature()
                .equals(Descriptions.otherwise(SEVEN, "year=2019").signature()));
    }

    @Test
    void whatIsHostileStaysWithinBounds() {
        Traits traits = Descriptions.otherwise(
                SEVEN,
                "title=" + "сөз ч ч с ".repeat(50_000) + "|author=" + "А. Б., В".repeat(20_000) + "|extent="
                        + "9".repeat(9_999));

        assertTrue(Keys.of(traits).size() <= Keys.MOST);
        assertTrue(traits.signature().length() < 100_000);
        assertEquals(
                1,
                clustering
                        .cluster(List.of(new Node("a", traits)), List.of())
                        .works()
                        .size());
    }

    @Test
    void twoDescriptionsOfOneIdAreRefused() {
        Node node = node("a", SEVEN, "year=2018");

        assertThrows(IllegalArgumentException.class, () -> clustering.cluster(List.of(node, node), List.of()));
    }

    private static void checkRules(
            List<Node> nodes, List<Decision> decisions, boolean gathered, Partition partition, String seed) {
        List<String> all = new ArrayList<>();
        partition.works().forEach(work -> work.editions().forEach(edition -> all.addAll(edition.ids())));
        assertEquals(nodes.size(), new TreeSet<>(all).size(), seed);
        assertEquals(nodes.size(), all.size(), seed);
        for (Partition.Work work : partition.works()) {
            List<String> ids = ids(work);
            for (Decision decision : decisions) {
                assertFalse(!decision.same() && ids.contains(decision.one()) && ids.contains(decision.other()), seed);
            }
            if (decisions.isEmpty() && !gathered) {
                // What a heading tells less fully than elsewhere counts for nothing.
                List<Traits> members = nodes.stream()
                        .filter(node -> ids.contains(node.id()))
                        .collect(Collectors.groupingBy(Node::heading))
                        .values()
                        .stream()
                        .flatMap(under -> Heading.of("", under).compared().stream())
                        .map(Node::traits)
                        .toList();
                members.forEach(one -> members.forEach(other ->
                        assertFalse(Match.of(one, other).verdict() == Match.Verdict.APART, () -> seed + one + other)));
            }
        }
    }

    private static List<Node> randomNodes(Random random, int count) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String changes = "title=" + one(random, TITLES) + "|author=" + one(random, AUTHORS)
                    + "|year=" + one(random, List.of("", "2018", "2018", "2012"))
                    + "|publisher=" + one(random, List.of("", "Мектеп", "«Мектеп» баспасы", "Атамұра"))
                    + "|language=" + one(random, List.of("", "kk", "ru"))
                    + "|isbn=" + one(random, List.of("", "", "9786012930016"))
                    + "|extent=" + one(random, List.of("", "200 с.", "96 б."));
            nodes.add(node("n" + random.nextInt(1_000_000) + "-" + i, SEVEN, changes));
        }
        return nodes;
    }

    private static List<Decision> randomDecisions(Random random, List<Node> nodes) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            String one = nodes.get(random.nextInt(nodes.size())).id();
            String other = nodes.get(random.nextInt(nodes.size())).id();
            if (!one.equals(other)) {
                decisions.add(new Decision(one, other, random.nextBoolean()));
            }
        }
        return decisions;
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Node node(String id, String line, String changes) {
        return new Node(id, Descriptions.otherwise(line, changes));
    }

    private static List<String> ids(Partition.Work work) {
        return work.editions().stream()
                .flatMap(edition -> edition.ids().stream())
                .toList();
    }

    private static String shown(Partition partition) {
        return partition.works().stream()
                .map(work -> work.editions().stream()
                        .map(edition -> edition.ids().toString())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }
}
