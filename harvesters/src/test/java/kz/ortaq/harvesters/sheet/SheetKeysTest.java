package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.records.Counts;
import kz.ortaq.records.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that an inventory number names. */
@SuppressWarnings("NullAway.Init") // JUnit calls open first
final class SheetKeysTest {

    @TempDir
    private Path folder;

    private SheetSchool school;

    @BeforeEach
    void open() throws Exception {
        school = new SheetSchool(folder, "", LocalServer.settings(List.of()));
    }

    @Test
    void followsTheInventoryNumberWhateverElseChanges() throws Exception {
        school.lines("Инв. №;Название;Автор", "101;Война и мир;Толстой", "102;Анна Каренина;Толстой");
        school.harvest();
        String identifier = school.identifiers().get("Анна Каренина");
        school.lines("Инв. №;Название;Автор", "102;Каренина Анна: роман;Л. Н. Толстой", "101;Война и мир;Толстой");

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(0, 1, 1, 0, 0, 0), counts);
        assertEquals(identifier, school.identifiers().get("Каренина Анна: роман"));
    }

    @Test
    void keepsRecordsThatGetInventoryNumbersLater() throws Exception {
        school.lines("Название;Автор", "Война и мир;Толстой", "Анна Каренина;Толстой");
        school.harvest();
        Map<String, String> before = school.identifiers();
        school.lines("Инв. №;Название;Автор", "101;Война и мир;Толстой", "102;Анна Каренина;Толстой");

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(0, 2, 0, 0, 0, 0), counts);
        assertEquals(before, school.identifiers());
    }

    @Test
    void saysWhereAnInventoryNumberStandsTwice() throws Exception {
        school.lines("Инв. №;Название;Автор", "101;Война и мир;Толстой", "101;Анна Каренина;Толстой");

        HarvestReport report = school.harvest();

        assertEquals(2, report.run().counts().added());
        Problem problem = SheetSchool.problem(report, Reason.SHEET_KEY_REPEATED);
        assertEquals("row 3", problem.place());
        assertEquals("101", problem.value());
    }

    @Test
    void sparesTheRecordOfARowThatLostItsTitle() throws Exception {
        school.lines("Инв. №;Название;Автор", "101;Война и мир;Толстой", "102;Анна Каренина;Толстой");
        school.harvest();
        school.lines("Инв. №;Название;Автор", "101;Война и мир;Толстой", "102;;Толстой");

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(0, 0, 1, 0, 1, 0), counts);
        assertEquals(2, school.live());
    }

    @Test
    void mintsTheSameIdentifiersInAnEmptyStore() throws Exception {
        Identities one = new Identities();
        Identities other = new Identities();
        Book book = new Book("row 2", "", Map.of("title", List.of("Алгебра")), Map.of("Атауы", "Алгебра"));

        for (Identities identities : List.of(one, other)) {
            identities.row(book, "00112233445566778899");
            identities.row(book, "00112233445566778899");
            identities.match();
            identities.mint();
        }

        assertEquals(one.identifier(0), other.identifier(0));
        assertEquals(one.identifier(0) + "-2", one.identifier(1));
    }
}
