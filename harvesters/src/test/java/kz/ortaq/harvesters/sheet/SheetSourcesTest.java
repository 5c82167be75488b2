package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.records.Counts;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, folders and addresses that give sheets, or no longer do. */
@SuppressWarnings("NullAway.Init") // JUnit calls open first
final class SheetSourcesTest {

    @TempDir
    private Path folder;

    private SheetSchool school;

    @BeforeEach
    void open() throws Exception {
        school = new SheetSchool(folder, "", LocalServer.settings(List.of()));
    }

    @Test
    void deletesNothingWhereTheHeadingsAreNoLongerKnown() throws Exception {
        school.write(SheetSchool.ROWS);
        school.harvest();
        school.lines("a;b;c;d;e;f", SheetSchool.ROWS.getFirst());

        HarvestReport report = school.harvest();

        assertNotEquals(RunStatus.COMPLETE, report.run().status());
        assertEquals(Reason.SHEET_WITHOUT_HEADINGS, report.problems().getFirst().reason());
        assertEquals(5, school.live());
    }

    @Test
    void deletesNothingWhereTheFileIsGone() throws Exception {
        school.write(SheetSchool.ROWS);
        school.harvest();
        Files.delete(school.file());

        HarvestReport report = school.harvest();

        assertEquals(RunStatus.FAILED, report.run().status());
        assertEquals(5, school.live());
    }

    @Test
    void takesAllSheetsOfAFolderAndNamesTheirFiles() throws Exception {
        Path sheets = folder.resolve("кестелер");
        Path year = Files.createDirectories(sheets.resolve("2024"));
        TestSheets.text(year.resolve("a.csv"), StandardCharsets.UTF_8, "Атауы;Авторы", "Алгебра;А");
        TestSheets.text(sheets.resolve("b.csv"), StandardCharsets.UTF_8, "Название;Автор", "Физика;Б");
        Files.writeString(year.resolve("~$a.csv"), "lock");
        SheetSchool district = new SheetSchool(folder, sheets.toString(), LocalServer.settings(List.of()));

        HarvestReport report = district.harvest();

        assertEquals(2, report.run().counts().added());
        assertEquals(List.of("2024/a.csv, row 2", "b.csv, row 2"), district.places());
    }

    @Test
    void takesAnExportThatAnAddressServes() throws Exception {
        String rows = "Title,Author,Year\n\"Abai, the way\",M. Auezov,1942\nBook of words,Abai,1890\n";
        try (LocalServer server = new LocalServer(request -> LocalServer.Reply.of(200, rows))) {
            SheetSchool published = new SheetSchool(folder, server.address("/export?id=7"), server.settings());

            HarvestReport report = published.harvest();

            assertEquals(new Counts(2, 0, 0, 0, 0, 0), report.run().counts());
            assertEquals(List.of("row 2", "row 3"), published.places());
        }
    }

    @Test
    void deletesNothingWhereAnAddressServesAPageInstead() throws Exception {
        String[] answer = {"Title,Author\nOne,A\nTwo,B\n"};
        try (LocalServer server = new LocalServer(request -> LocalServer.Reply.of(200, answer[0]))) {
            SheetSchool published = new SheetSchool(folder, server.address("/export.csv"), server.settings());
            published.harvest();
            answer[0] = "<html><body>Please sign in</body></html>";

            HarvestReport report = published.harvest();

            assertEquals(RunStatus.FAILED, report.run().status());
            assertEquals(2, published.live());
        }
    }
}
