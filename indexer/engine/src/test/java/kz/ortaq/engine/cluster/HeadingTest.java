package kz.ortaq.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HeadingTest {

    private static final String SEVEN =
            "title=Алгебра. 7 класс|author=Абылкасымова А.Е.|year=2018|publisher=Мектеп|language=ru|kind=textbook|extent=200 с.";
    private static final List<String> NAMES = List.of(
            "Абылкасымова А.Е.",
            "Абылкасымова, Алма",
            "Әбілқасымова, А. Е.",
            "А. Е. Абылкасымова",
            "Abylkasymova A.",
            "Абылкасымова, Алма Есимбековна");
    private static final List<String> TITLES = List.of(
            "Алгебра. 7 класс",
            "АЛГЕБРА 7 кл.",
            "Алгебра: учебник для 7 класса",
            "Algebra. 7 klass",
            "Алгебрра. 7 класс",
            "Алгебра. 8 класс");

    @Test
    void aBookThatThousandsDescribeInTheirOwnWaysIsOneWork() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String changes = "title=" + TITLES.get(i % TITLES.size())
                    + "|author=" + NAMES.get(i / 6 % NAMES.size())
                    + "|year=" + List.of("", "2018", "2019").get(i / 36 % 3)
                    + "|publisher="
                    + List.of("", "Мектеп", "«Мектеп» баспасы", "Mektep").get(i / 108 % 4)
                    + "|extent=" + (i % 7 == 0 ? "" : 200 + i / 432 + " с.");
            nodes.add(new Node("n" + i, Descriptions.otherwise(SEVEN, changes)));
        }

        Partition partition = new Clustering().cluster(nodes, List.of());

        assertEquals(2, partition.works().size());
        assertEquals(List.of(), partition.divided());
    }

    @Test
    void theOrderInWhichDescriptionsComeMakesNoOtherHeading() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(20); i++) {
                String changes = "year=" + List.of("", "2018", "2019").get(random.nextInt(3))
                        + "|publisher=" + List.of("", "Мектеп", "Атамұра").get(random.nextInt(3))
                        + "|isbn=" + List.of("", "9786012930016").get(random.nextInt(2))
                        + "|extent=" + List.of("", "200 с.", "96 б.").get(random.nextInt(3));
                nodes.add(new Node("n" + i, Descriptions.otherwise(SEVEN, changes)));
            }
            Heading whole = Heading.of("h", nodes);
            Collections.shuffle(nodes, random);

            Heading grown = Heading.of("h", nodes.subList(0, 1));
            for (Node node : nodes) {
                grown = grown.with(List.of(node));
            }

            assertEquals(whole, grown, "seed " + seed + " round " + round);
        }
    }

    @Test
    void aNumberThatTwoBooksShareBringsThemTogetherThroughNobody() {
        List<Node> nodes = List.of(
                node("a", "isbn=9786012930016"),
                node("a-bare", "isbn=|extent="),
                node("b", "isbn=9786012930016|author=Шыныбеков Ә. Н."),
                node("b-bare", "isbn=|extent=|author=Шыныбеков Ә. Н."),
                node("nobody", "isbn=9786012930016|author=|extent="));

        Partition partition = new Clustering().cluster(nodes, List.of());

        assertTrue(partition.works().stream()
                .map(work -> work.editions().stream()
                        .flatMap(edition -> edition.ids().stream())
                        .toList())
                .noneMatch(ids -> ids.contains("a") && ids.contains("b")));
    }

    private static Node node(String id, String changes) {
        return new Node(id, Descriptions.otherwise(SEVEN, changes));
    }
}
