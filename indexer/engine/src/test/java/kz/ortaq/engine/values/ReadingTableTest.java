package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of strings as libraries write them, with what each becomes. */
final class ReadingTableTest {

    private static final LanguageCodes LANGUAGES = new LanguageCodes();

    @ParameterizedTest
    @MethodSource("rows")
    void becomesWhatTheTableSays(String row) {
        String[] cells = row.split("\t", -1);

        String read = read(cells[0], cells[1]);

        System.out.println(cells[0] + "\t" + cells[1] + "\t" + read);
        assertEquals(cells[2], read, cells[1]);
    }

    @Test
    void theTableHasEnoughFromCatalogues() {
        long found = rows().filter(row -> row.endsWith("\tcatalogue")).count();

        assertTrue(found >= 120, "strings out of real catalogues: " + found);
    }

    static Stream<String> rows() {
        try (InputStream in = Objects.requireNonNull(ReadingTableTest.class.getResourceAsStream("readings.tsv"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().skip(1).filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(String what, String text) {
        return switch (what) {
            case "date" -> date(PublicationDate.parse(text, 2027));
            case "language" -> String.join(" ", LANGUAGES.of(text));
            case "name" -> name(PersonName.parse(text));
            case "grade" -> numbers(Grades.parse(text));
            case "title-grade" -> numbers(Grades.inTitle(text));
            case "isbn" ->
                Isbn.parse(text).stream()
                        .map(isbn -> isbn.number() + (isbn.valid() ? "" : " invalid"))
                        .collect(Collectors.joining("; "));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String date(PublicationDate date) {
        if (!date.isKnown()) {
            return "as written";
        }
        String years = date.to() == 0
                ? date.from() + "-"
                : date.from() == date.to() ? "" + date.from() : date.from() + "-" + date.to();
        return years + (date.approximate() ? " about" : "");
    }

    private static String name(PersonName name) {
        String parts = Stream.of(name.surname(), name.given(), name.patronymic(), name.years())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" | "));
        return (name.kind() == PersonName.Kind.BODY ? "body: " : "") + parts + (name.certain() ? "" : " ?");
    }

    private static String numbers(Grades grades) {
        return grades.isEmpty()
                ? "none"
                : grades.grades().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
