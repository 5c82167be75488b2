package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.records.Counts;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets that change between two harvests. */
@SuppressWarnings("NullAway.Init") // JUnit calls open first
final class SheetHarvesterTest {

    @TempDir
    private Path folder;

    private SheetSchool school;

    @BeforeEach
    void open() throws Exception {
        school = new SheetSchool(folder, "", LocalServer.settings(List.of()));
    }

    @Test
    void takesEachRowAsARecordWithItsPlace() throws Exception {
        school.write(SheetSchool.ROWS);

        HarvestReport report = school.harvest();

        assertEquals(new Counts(5, 0, 0, 0, 0, 0), report.run().counts());
        assertEquals(RunStatus.COMPLETE, report.run().status());
        assertEquals(List.of("row 2", "row 3", "row 4", "row 5", "row 6"), school.places());
    }

    @Test
    void seesNoChangeWhereRowsAreReordered() throws Exception {
        school.write(SheetSchool.ROWS);
        school.harvest();
        List<String> shuffled = new ArrayList<>(SheetSchool.ROWS);
        Collections.shuffle(shuffled, new Random(20261124));
        shuffled.add(2, ";;;;;");
        school.write(shuffled);

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(0, 0, 5, 0, 0, 0), counts);
    }

    @Test
    void seesOneRecordMoreWhereARowIsInserted() throws Exception {
        school.write(SheetSchool.ROWS);
        school.harvest();
        Map<String, String> before = school.identifiers();
        List<String> more = new ArrayList<>(SheetSchool.ROWS);
        more.add(0, "Абай жолы;М. Әуезов;;қазақ;1961;3");
        school.write(more);

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(1, 0, 5, 0, 0, 0), counts);
        assertTrue(school.identifiers().entrySet().containsAll(before.entrySet()));
    }

    @Test
    void keepsTheRecordOfACorrectedCell() throws Exception {
        school.write(SheetSchool.ROWS);
        school.harvest();
        List<String> before = school.identifiers().values().stream().sorted().toList();
        school.write(SheetSchool.replaced("Косымова;5;қазақ;2020;30", "Косымова;5;қазақ;2020;31"));

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(0, 1, 4, 0, 0, 0), counts);
        assertEquals(before, school.identifiers().values().stream().sorted().toList());
    }

    @Test
    void keepsTheRecordOfACorrectedTitleThroughLaterCorrections() throws Exception {
        school.write(SheetSchool.replaced("Физика;", "Физка;"));
        school.harvest();
        String identifier = school.identifiers().get("Физка");

        school.write(SheetSchool.ROWS);
        Counts title = school.harvest().run().counts();
        school.write(SheetSchool.replaced("Физика;Башарулы;8", "Физика;Башарұлы;8"));
        Counts author = school.harvest().run().counts();

        assertEquals(new Counts(0, 1, 4, 0, 0, 0), title);
        assertEquals(new Counts(0, 1, 4, 0, 0, 0), author);
        assertEquals(identifier, school.identifiers().get("Физика"));
    }

    @Test
    void takesAnotherBookInTheSameRowForANewRecord() throws Exception {
        school.write(SheetSchool.ROWS);
        school.harvest();
        school.write(
                SheetSchool.replaced("Физика;Башарулы;8;қазақ;2018;20", "Степные рассказы;Иванов;;русский;1998;1"));

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(1, 0, 4, 1, 0, 1), counts);
    }

    @Test
    void deletesTheRecordOfARowThatIsGone() throws Exception {
        school.write(SheetSchool.ROWS);
        school.harvest();
        school.write(SheetSchool.ROWS.subList(1, 5));

        Counts counts = school.harvest().run().counts();

        assertEquals(new Counts(0, 0, 4, 1, 0, 1), counts);
    }

    @Test
    void keepsTwoRowsThatAreAlikeAsTwoRecordsAndSaysSo() throws Exception {
        List<String> twice = new ArrayList<>(SheetSchool.ROWS);
        twice.add(SheetSchool.ROWS.getFirst());
        school.write(twice);
        school.harvest();

        HarvestReport again = school.harvest();
        school.write(SheetSchool.ROWS);
        Counts once = school.harvest().run().counts();

        assertEquals(new Counts(0, 0, 6, 0, 0, 0), again.run().counts());
        Problem alike = SheetSchool.problem(again, Reason.SHEET_ROWS_ALIKE);
        assertEquals("row 7", alike.place());
        assertEquals(new Counts(0, 0, 5, 1, 0, 1), once);
    }
}
