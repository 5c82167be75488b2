package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long lists, and lists that fail, asked for in windows of time. */
final class WindowsTest {

    private static final String LONG = "harvest.window-records=10";

    @TempDir
    private Path folder;

    private static Set<String> months(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "r" + i).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> and(Set<String> names, String... more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(Arrays.asList(more));
        return all;
    }

    @Test
    void asksForALongListInWindowsAndMissesNeitherOldNorUndatedNorUnorderedRecords() throws IOException {
        TestRepository repository = new TestRepository()
                .with("new", "2026-11-20T00:00:00Z")
                .with("undated", "")
                .withMonths(0, 70)
                .with("old", "1997-05-05T00:00:00Z");
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server, LONG);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(and(months(0, 70), "new", "old", "undated"), harvests.live());
            assertEquals(List.of(Reason.EARLIEST_DIFFERS), harvests.reasons());
            assertTrue(repository.requests().contains("ListRecords - 2019-12-31T23:59:59Z"));
        }
    }

    @Test
    void writesBothBoundsOfAWindowWholeAndInOneGranularity() throws IOException {
        TestRepository repository = new TestRepository().withMonths(0, 70);
        try (LocalServer server = repository.serve()) {
            new StoredHarvests(folder, server, LONG).run();

            String moment = "(-|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)";
            assertEquals(
                    List.of(),
                    repository.requests().stream()
                            .filter(request -> request.startsWith("ListRecords"))
                            .filter(request -> !request.matches("ListRecords " + moment + " " + moment + "( .*)?"))
                            .toList());
        }
    }

    @Test
    void asksInDaysWhereTheRepositoryHasNoSeconds() throws IOException {
        TestRepository repository =
                new TestRepository().withMonths(0, 70).says("YYYY-MM-DD", "persistent", "2020-01-01");
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server, LONG);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(months(0, 70), harvests.live());
            assertEquals(List.of(Reason.GRANULARITY_DIFFERS), harvests.reasons());
        }
    }

    @Test
    void fallsBackToDaysInWindowsToo() throws IOException {
        TestRepository repository = new TestRepository()
                .withMonths(0, 70)
                .fault((arguments, answer) ->
                        arguments.getOrDefault("until", "").length() > 10
                                ? Optional.of(Reply.xml(TestEndpoint.error("badArgument")))
                                : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server, LONG);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(months(0, 70), harvests.live());
        }
    }

    @Test
    void harvestsARepositoryThatForgetsEveryToken() throws IOException {
        TestRepository repository = new TestRepository().withMonths(0, 70).forgetting(arguments -> true);
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(months(0, 70), harvests.live());
            assertTrue(harvests.reasons().contains(Reason.TOKEN_EXPIRED));
        }
    }

    @Test
    void takesTheWholeListWhereDatesAreNotHeeded() throws IOException {
        TestRepository repository = new TestRepository().withMonths(0, 30).ignoringDates();
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server, LONG);

            HarvestReport report = harvests.run();

            assertTrue(harvests.reasons().contains(Reason.WINDOW_IGNORED));
            assertEquals(months(0, 30), harvests.live());
            assertEquals(RunStatus.COMPLETE, report.run().status());
        }
    }

    @Test
    void hasAllOtherRecordsOfARepositoryThatAlwaysFailsAtOne() throws IOException {
        TestRepository repository = new TestRepository().withMonths(0, 40).poisoned("r17");
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.PARTIAL, report.run().status());
            assertEquals(months(0, 40).size() - 1, harvests.live().size());
            assertFalse(harvests.live().contains("r17"));
            assertTrue(harvests.problems().stream()
                    .anyMatch(problem -> problem.reason() == Reason.SLICE_SKIPPED
                            && problem.place().contains("2021-06-10")));
            assertTrue(harvests.problems().stream()
                    .anyMatch(problem -> problem.reason() == Reason.RECORD_NOT_GIVEN
                            && problem.identifier().equals("r17")));
        }
    }

    @Test
    void hasTheOtherRecordsOfTheSameDayOneByOne() throws IOException {
        TestRepository repository = new TestRepository()
                .withMonths(0, 20)
                .says("YYYY-MM-DD", "persistent", "2020-01-01")
                .with("а", "2021-03-03")
                .with("б", "2021-03-03")
                .with("в", "2021-03-03")
                .poisoned("б");
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            harvests.run();

            assertEquals(and(months(0, 20), "а", "в"), harvests.live());
        }
    }

    @Test
    void goesOnWithTheNextSliceWhenAnUnknownErrorEndsAList() throws IOException {
        String dump = "{\"error\":{\"root_cause\":[{\"type\":\"query_phase_execution_exception\"}]}}";
        TestRepository repository = new TestRepository()
                .withMonths(0, 40)
                .fault((arguments, answer) ->
                        arguments.getOrDefault("resumptionToken", "").matches(".*\\|(15|20)")
                                ? Optional.of(Reply.xml(
                                        TestEndpoint.error("unknownError").replace("неге", dump)))
                                : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(months(0, 40), harvests.live());
        }
    }

    @Test
    void endsTheSameWayWhereverItIsKilled() throws IOException {
        TestRepository repository = new TestRepository()
                .says("YYYY-MM-DD", "persistent", "2020-01-01")
                .with("undated", "")
                .withMonths(0, 40)
                .poisoned("r17");
        int pages;
        Set<String> whole;
        try (LocalServer server = repository.serve()) {
            int[] sent = new int[1];
            StoredHarvests harvests = new StoredHarvests(folder.resolve("whole"), server, LONG);
            harvests.run(page -> sent[0]++);
            pages = sent[0];
            whole = harvests.live();
            for (int kill = 1; kill < pages; kill += 9) {
                int last = kill;
                int[] seen = new int[1];
                StoredHarvests killed = new StoredHarvests(folder.resolve("killed" + kill), server, LONG);
                assertThrows(
                        IllegalStateException.class,
                        () -> killed.run(page -> {
                            if (seen[0]++ == last) {
                                throw new IllegalStateException("killed");
                            }
                        }));

                killed.run();

                assertEquals(whole, killed.live(), "killed before page " + kill);
                assertFalse(killed.checkpoint().begun());
                assertTrue(killed.checkpoint().gaps());
            }
        }
    }

    @Test
    void passesOverTheTimeBeforeARepositoryWhereAskingForItIsABadArgument() throws IOException {
        TestRepository repository = new TestRepository()
                .withMonths(0, 70)
                .fault((arguments, answer) ->
                        arguments.getOrDefault("until", "9").compareTo("2020-01-01") < 0
                                ? Optional.of(Reply.xml(TestEndpoint.error("badArgument")))
                                : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server, LONG);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(months(0, 70), harvests.live());
            assertEquals(List.of(), harvests.reasons());
        }
    }

    @Test
    void asksForTheListInOnePieceWhereAnUpperBoundIsABadArgument() throws IOException {
        TestRepository repository = new TestRepository()
                .withMonths(0, 70)
                .fault((arguments, answer) -> arguments.containsKey("until")
                        ? Optional.of(Reply.xml(TestEndpoint.error("badArgument")))
                        : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server, LONG);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(months(0, 70), harvests.live());
            assertTrue(harvests.reasons().contains(Reason.WINDOW_IGNORED));
        }
    }
}
