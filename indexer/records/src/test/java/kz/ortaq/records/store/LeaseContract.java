package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leases and runs do on every database. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class LeaseContract {

    private static final Instant NOON = Instant.parse("2026-11-24T07:00:00Z");
    private static final HarvestPage EMPTY = new HarvestPage(List.of(), List.of(), List.of(), Checkpoint.START);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOON);
    private Stores stores;
    private Runs ours;
    private Runs theirs;

    /** Stores on the database of this test, which is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    /** Address, user and password by which another process opens the same database. */
    List<String> address() {
        return List.of("", "", "");
    }

    @BeforeEach
    void openStores() throws IOException {
        stores = open(DataFolder.open(folder), clock);
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        stores.registry().save(new Source("a", "semey", SourceKind.FOLDER, "/books", Map.of(), Source.State.ACTIVE));
        ours = stores.runs();
        theirs = new Runs(stores.database(), new Owner("another-host/7/0", clock));
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    /** Begins a run in a process of its own, which is then killed. */
    static final class Beginner {

        private Beginner() {}

        public static void main(String[] arguments)
                throws IOException, LeaseRefused, InterruptedException, SettingsException {
            Settings.Store settings = new Settings.Store(arguments[1], arguments[2], arguments[3], 2);
            Stores stores = Stores.open(DataFolder.open(Path.of(arguments[0])), settings, Clock.systemUTC());
            System.out.println(stores.runs().begin("a").run());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void recognisesTheRunOfAKilledProcess() throws IOException, LeaseRefused, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                Beginner.class.getName(),
                folder.toString()));
        command.addAll(address());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long left = Long.parseLong(process.inputReader().readLine());
        process.destroyForcibly().waitFor();

        Lease lease = ours.begin("a");

        assertEquals(left, lease.interrupted());
        assertTrue(lease.run() > left);
        assertEquals(RunStatus.FAILED, ours.run(left).status());
    }

    @Test
    void oneOfManyThatBeginAtOnceHarvests() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Lease>> beginners = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Runs runs = new Runs(stores.database(), new Owner("host-" + i + "/7/0", clock));
                beginners.add(() -> runs.begin("a"));
            }

            int begun = 0;
            for (Future<Lease> lease : threads.invokeAll(beginners)) {
                try {
                    lease.get();
                    begun++;
                } catch (ExecutionException e) {
                    assertInstanceOf(LeaseRefused.class, e.getCause());
                }
            }

            assertEquals(1, begun);
            assertEquals(1, ours.latest(10).size());
        }
    }

    @Test
    void anOwnerThatBeatsKeepsItsLeaseHoweverLongAPageTakes() throws LeaseRefused {
        Lease lease = theirs.begin("a");
        for (int minute = 0; minute < 120; minute++) {
            clock.pass(Duration.ofMinutes(1));
            theirs.renew(lease);
        }

        assertThrows(LeaseRefused.class, () -> ours.begin("a"));
        stores.records().store(lease, EMPTY);
    }

    @Test
    void takesOverFromAnOwnerThatDiedAndLetsItStoreNothingMore() throws LeaseRefused {
        Lease lost = theirs.begin("a");
        clock.pass(Owner.LONGEST_SILENCE);
        assertThrows(LeaseRefused.class, () -> ours.begin("a"));
        clock.pass(Duration.ofSeconds(1));

        Lease taken = ours.begin("a");

        assertEquals(lost.run(), taken.interrupted());
        assertThrows(LeaseRefused.class, () -> theirs.renew(lost));
        assertThrows(LeaseRefused.class, () -> stores.records().store(lost, EMPTY));
        stores.records().store(taken, EMPTY);
        theirs.end(lost, RunStatus.COMPLETE);
        assertEquals(RunStatus.FAILED, ours.run(lost.run()).status());
        ours.renew(taken);
    }

    @Test
    void saysSinceWhenASourceFailsUntilItDoesNot() throws LeaseRefused {
        run(RunStatus.FAILED, Duration.ofHours(1));
        run(RunStatus.COMPLETE, Duration.ofHours(1));
        Instant since = clock.instant();
        run(RunStatus.FAILED, Duration.ofHours(2));
        run(RunStatus.FAILED, Duration.ofHours(4));
        Lease goingOn = ours.begin("a");

        Optional<Runs.InARow> failing = ours.failing("a");
        Map<String, Runs.InARow> all = ours.failing();
        ours.end(goingOn, RunStatus.PARTIAL);

        assertEquals(Optional.of(new Runs.InARow(since, 2)), failing);
        assertEquals(Map.of("a", new Runs.InARow(since, 2)), all);
        assertEquals(Optional.empty(), ours.failing("a"));
    }

    private void run(RunStatus status, Duration after) throws LeaseRefused {
        ours.end(ours.begin("a"), status);
        clock.pass(after);
    }
}
