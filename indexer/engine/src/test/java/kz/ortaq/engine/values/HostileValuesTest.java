package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HostileValuesTest {

    private static final String[] PIECES = {
        "Әуезов",
        "М.",
        " ",
        " ",
        ",",
        "(",
        ")",
        "[",
        "]",
        "7",
        "12",
        "сынып",
        "класс",
        "1998",
        "-",
        "?",
        "19--",
        "XIX",
        "ғ.",
        "ISBN",
        "978",
        "0",
        "Х",
        "10.1234/",
        "бөлім",
        "Ч.",
        "т2",
        "94(574)",
        "\"",
        "«",
        "»",
        "қазақ тілінде",
        "eng",
        "cc by",
        "дейін",
        "қаңтар",
        ".",
        ":",
        ";",
        "/",
        "\uD83D",
        "\u0301",
        "\u0000",
        "ұлы",
        "van",
        "0+",
        "я73",
        "١",
        "\n",
        "i.e. "
    };

    private final LanguageCodes languages = new LanguageCodes();
    private final ClassNumbers numbers = new ClassNumbers();
    private final Imprints imprints = new Imprints();
    private final RightsStatements rights = new RightsStatements();
    private final EventDates dates = new EventDates();
    private final Levels levels = new Levels();

    @Test
    void anythingIsReadWithoutHarmAndTwiceTheSame() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);

        for (int i = 0; i < 5_000; i++) {
            String text = text(random, 1 + random.nextInt(i % 100 == 0 ? 2_000 : 12));

            assertEquals(all(text), all(text), text);
        }
    }

    @Test
    void theSamePieceThousandsOfTimesIsReadWithinItsBound() {
        for (String piece : PIECES) {
            for (String between : List.of("", " ", "-", ",")) {
                String text = (piece + between).repeat(600);

                assertEquals(all(text), all(text));
            }
        }
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private List<Object> all(String text) {
        PersonName name = PersonName.parse(text);
        return List.of(
                name,
                name.keys(),
                name.matches(PersonName.parse("Әуезов М. О.")),
                PublicationDate.parse(text, 2027),
                languages.of(text),
                Isbn.parse(text),
                Issn.parse(text),
                Doi.parse(text),
                Grades.parse(text),
                Grades.inTitle(text),
                AgeMark.parse(text),
                TextbookParts.parse(text),
                numbers.topics("udc", text),
                numbers.topics("bbk", text),
                numbers.topic(text),
                ClassNumbers.isNumber("udc", text),
                ClassNumbers.isNumber("bbk", text),
                ClassNumbers.schemeOf(text),
                imprints.places(text),
                imprints.publisher(text),
                rights.of(List.of(text)),
                dates.parse(text),
                levels.of(List.of(text)),
                Levels.ofCodedData(text),
                Kinds.ofCodedData(text));
    }
}
