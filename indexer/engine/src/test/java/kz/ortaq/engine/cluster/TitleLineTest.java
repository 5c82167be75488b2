package kz.ortaq.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TitleLineTest {

    private static final List<String> TITLES = List.of(
            "Алгебра. 7 класс",
            "Алгебрра. 7 класс",
            "Algebra. 7 klass",
            "Алгебра: есептер жинағы",
            "Алгебра",
            "Абай жолы: роман-эпопея",
            "Абай жолы",
            "Абайжолы",
            "Путь Абая",
            "Қара сөздер",
            "Қарасөздер",
            "Kara sözder",
            "The Book of Words",
            "Книга слов",
            "История Казахстана с древнейших времён до наших дней",
            "История Казахстана с древнейших времен до наших дней. Т. 2",
            "Қазақстан тарихы: көне дәуірден бүгінге дейін");

    private static Heading heading(String line) {
        return Heading.of(line, List.of(new Node(line, Descriptions.traits(line))));
    }

    @Test
    void neverHidesALinkThatAComparisonWouldMake() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Clustering clustering = new Clustering();
        List<Heading> headings = new ArrayList<>();
        for (String title : TITLES) {
            for (String author : List.of("", "author=Құнанбайұлы, Абай|", "author=Abaj Kunanbajuly|")) {
                for (String other : List.of("", "other=Абай жолы|", "other=Қара сөздер|")) {
                    headings.add(heading("title=" + title + "|" + author + other + "year=20" + (10 + random.nextInt(3))
                            + "|publisher=Мектеп|extent=" + (200 + random.nextInt(2)) + " с.|language=ru"));
                }
            }
        }

        int links = 0;
        for (Heading one : headings) {
            for (Heading other : headings) {
                if (one != other && clustering.linked(one, other)) {
                    links++;
                    assertTrue(
                            TitleLine.mayLink(TitleLine.of(one), TitleLine.of(other)),
                            one.id() + " and " + other.id() + ", seed " + seed);
                }
            }
        }
        assertTrue(links > headings.size());
    }

    @Test
    void tellsOtherTitlesOfOneAuthorApart() {
        String seven = TitleLine.of(heading("title=Алгебра. 7 сынып|author=Шыныбеков, Ә. Н."));
        String geometry = TitleLine.of(heading("title=Геометрия. 7 сынып|author=Шыныбеков, Ә. Н."));
        String slip = TitleLine.of(heading("title=Алгербра. 7 сынып|author=Шыныбеков, Ә. Н."));

        assertFalse(TitleLine.mayLink(seven, geometry));
        assertTrue(TitleLine.mayLink(seven, slip));
    }

    @Test
    void saysNothingWhereABookHasAnOriginalTitle() {
        Heading translated = heading("title=Путь Абая|other=Абай жолы|author=Ауэзов, Мухтар");

        assertEquals(TitleLine.UNKNOWN, TitleLine.of(translated));
        assertTrue(TitleLine.mayLink(TitleLine.of(translated), TitleLine.of(heading("title=Абай жолы"))));
    }
}
