package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.ortaq.server.command.TestProgram.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says to those who ask how to use it, or use it wrongly. */
final class UsageTest {

    @TempDir
    private Path folder;

    private Run run(String typed) throws Exception {
        return new TestProgram(folder.resolve("data")).run(typed.isEmpty() ? new String[0] : typed.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "serve",
                "library",
                "library add",
                "library list",
                "library remove",
                "source",
                "source add",
                "source pause",
                "source resume",
                "source confirm",
                "source remove",
                "harvest",
                "records",
                "extract",
                "analyze",
                "evaluate",
                "search",
                "reindex",
                "stats",
                "probe",
                "template",
                "report",
                "problems"
            })
    void helpsWithEveryCommand(String command) throws Exception {
        Run run = run((command + " --help").strip());

        assertEquals(ExitCode.DONE, run.code(), run::toString);
        assertTrue(run.out().contains(("Usage: ortaq " + command).strip()), run::out);
        assertEquals("", run.err());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Which command",
                "frobnicate | frobnicate",
                "stats --nope | --nope",
                "search | QUERY",
                "extract | FILE",
                "library | add, list, load, remove, set",
                "source | pause",
                "lists | add, print, remove",
                "library add | NAME",
                "--set search.page-syze=5 stats | search.page-syze",
                "--set search.page-size=many stats | search.page-size",
                "stats --set server.port | server.port",
                "--config no-such.yaml stats | no-such.yaml",
                "search абай --size 0 | size",
                "search абай --size many | --size",
                "harvest none-such | none-such",
                "records --source none-such | none-such",
                "source pause none-such | none-such",
                "library remove none-such | none-such",
                "source add none-such folder:/tmp | none-such",
                "probe | ADDRESS",
                "probe . --kind ftp | ftp",
                "template | FILE",
                "template pom.xml | pom.xml",
                "template new.xlsx --language de | kk, ru, en",
                "report --language de | kk, ru, en",
                "report none-such | none-such"
            })
    void saysWhatIsWrongAndPrintsNoData(String typed, String expected) throws Exception {
        Run run = run(typed);

        assertEquals(ExitCode.WRONG_USAGE, run.code(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().contains(expected), run::err);
        assertFalse(run.err().contains("\tat "), run::err);
    }

    @Test
    void saysOfATakenPortThatAnotherCanBeChosen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Run run = run("serve --port " + taken.getLocalPort());

            assertEquals(ExitCode.FAILED, run.code(), run::toString);
            assertTrue(run.err().contains("port " + taken.getLocalPort() + " of 127.0.0.1"), run::err);
            assertTrue(run.err().contains("choose another by --port"), run::err);
            assertFalse(run.err().contains("\tat "), run::err);
        }
    }

    @Test
    void printsItsVersion() throws Exception {
        Run run = run("--version");

        assertEquals(ExitCode.DONE, run.code());
        assertTrue(run.out().startsWith("Ortaq "));
    }
}
