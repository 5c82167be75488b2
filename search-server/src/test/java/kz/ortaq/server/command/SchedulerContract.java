package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.Library;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Schedule;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the scheduler does on every database. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class SchedulerContract {

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Harvester COMPLETE = (source, checkpoint, sink) -> Harvester.Ending.COMPLETE;
    private static final Harvester FAILING = (source, checkpoint, sink) -> Harvester.Ending.STOPPED;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private Stores stores;

    /** Stores on the database of this test, which is empty at first. */
    abstract Stores open(DataFolder data, Clock clock) throws SettingsException;

    @BeforeEach
    void openStores() throws IOException, SettingsException {
        clock.set(Instant.parse("2026-11-24T07:00:00Z"));
        stores = open(DataFolder.open(folder), clock());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void harvestsANewSourceAtOnceAndThenInItsRhythm() throws Exception {
        ManualScheduler scheduler = manual(COMPLETE);
        add("a", Map.of(Source.EVERY, "6h"));

        look(scheduler, Duration.ofMinutes(1));
        int atOnce = runs().size();
        look(scheduler, Duration.ofHours(5));
        int before = runs().size();
        look(scheduler, Duration.ofHours(1));

        assertEquals(List.of(1, 1, 2), List.of(atOnce, before, runs().size()));
    }

    @Test
    void asksAFailingSourceLessAndLessOften() throws Exception {
        ManualScheduler scheduler = manual(FAILING);
        add("a", Map.of());
        Instant first = clock.now().plus(Duration.ofHours(1));

        for (int hour = 0; hour < 64; hour++) {
            look(scheduler, Duration.ofHours(1));
        }

        // At 0, 1, 3, 7, 15, 31 and 63 hours.
        assertEquals(7, runs().size());
        assertEquals(first, stores.runs().failing("a").orElseThrow().since());
    }

    @Test
    void leavesAloneWhatIsPausedAndComesBackWhenItIsResumed() throws Exception {
        ManualScheduler scheduler = manual(COMPLETE);
        add("a", Map.of(Source.EVERY, "1h"));
        look(scheduler, Duration.ofMinutes(1));
        stores.registry().setState("a", Source.State.PAUSED);
        look(scheduler, Duration.ofDays(2));
        int whilePaused = runs().size();

        stores.registry().setState("a", Source.State.ACTIVE);
        look(scheduler, Duration.ofMinutes(1));

        assertEquals(List.of(1, 2), List.of(whilePaused, runs().size()));
    }

    @Test
    void followsANewRhythmWithoutHarvestingFromTheStart() throws Exception {
        Checkpoint harvested = new Checkpoint("", "oai_dc", "", 0, "", "2026-11-22T06:00:00Z");
        ManualScheduler scheduler = manual((source, checkpoint, sink) -> {
            sink.accept(new HarvestPage(List.of(), List.of(), List.of(), harvested));
            return Harvester.Ending.COMPLETE;
        });
        add("a", Map.of(Source.EVERY, "7d"));
        look(scheduler, Duration.ofMinutes(1));

        add("a", Map.of(Source.EVERY, "2h"));
        look(scheduler, Duration.ofHours(2));

        assertEquals(2, runs().size());
        assertEquals(harvested, stores.registry().checkpoint("a"));
    }

    @Test
    void leavesAloneWhatAPersonHarvestedMeanwhile() throws Exception {
        ManualScheduler scheduler = manual(COMPLETE);
        Source source = add("a", Map.of(Source.EVERY, "6h"));
        look(scheduler, Duration.ofMinutes(1));
        clock.tick(Duration.ofHours(5));
        harvests(COMPLETE).harvest(source, counts -> {});

        look(scheduler, Duration.ofHours(1));

        assertEquals(2, runs().size());
    }

    @Test
    void oneSlowHostHoldsUpNobodyElse() throws Exception {
        CountDownLatch others = new CountDownLatch(5);
        Harvester harvester = (source, checkpoint, sink) -> {
            if (source.address().contains("slow")) {
                others.await();
            } else {
                others.countDown();
            }
            return Harvester.Ending.COMPLETE;
        };
        for (int i = 0; i < 5; i++) {
            add("a-slow-" + i, "https://slow.kz/oai?library=" + i, Map.of());
            add("quick-" + i, "https://quick-" + i + ".kz/oai", Map.of());
        }

        try (Scheduler scheduler = scheduler(harvester, 2)) {
            scheduler.start();
            others.await();
        }

        assertTrue(
                runs().stream().filter(run -> run.source().startsWith("quick")).count() >= 5);
    }

    @Test
    void twoServersShareTheSourcesAndEachRunsOnce() throws Exception {
        Set<String> servers = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 40; i++) {
            add("source-" + i, "https://library-" + i + ".kz/oai", Map.of());
        }
        // Both must take part: neither goes on before the other has begun its first source.
        CyclicBarrier both = new CyclicBarrier(2);

        try (Scheduler one = scheduler(takingPart("one", servers, both), 1);
                Scheduler other = scheduler(takingPart("other", servers, both), 1)) {
            one.start();
            other.start();
            while (runs().stream()
                            .filter(run -> run.status() == RunStatus.COMPLETE)
                            .count()
                    < 40) {
                Thread.onSpinWait();
            }
        }

        assertEquals(Set.of("one", "other"), servers);
        assertEquals(40, runs().size());
        assertEquals(40, runs().stream().map(HarvestRun::source).distinct().count());
    }

    @Test
    void aServerThatStopsLeavesItsHarvestToTheOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Harvester waiting = (source, checkpoint, sink) -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return Harvester.Ending.COMPLETE;
        };
        add("a", Map.of());
        try (Scheduler stopping = scheduler(waiting, 1)) {
            stopping.start();
            begun.await();
        }
        clock.set(stores.runs().latestOf("a").orElseThrow().started());

        look(manual(COMPLETE), Duration.ofHours(2));

        assertEquals(
                List.of(RunStatus.COMPLETE, RunStatus.PARTIAL),
                runs().stream().map(HarvestRun::status).toList());
    }

    @Test
    void takesOverFromAServerThatDied() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ManualScheduler dying = manual((source, checkpoint, sink) -> {
            begun.countDown();
            end.await();
            sink.accept(new HarvestPage(List.of(), List.of(), List.of(), Checkpoint.START));
            return Harvester.Ending.COMPLETE;
        });
        add("a", Map.of());
        Thread server = Thread.ofVirtual().start(() -> look(dying, Duration.ofMinutes(1)));
        begun.await();
        // This process lives, so its lease is made that of a machine of which nothing is heard any more.
        execute("update leases set owner = 'another-machine/7/0'");
        ManualScheduler other = manual(COMPLETE);

        look(other, Duration.ofMinutes(5));
        int whileItMayLive = runs().size();
        look(other, Duration.ofMinutes(6));
        List<HarvestRun> after = runs();
        end.countDown();
        server.join();

        assertEquals(1, whileItMayLive);
        assertEquals(
                List.of(RunStatus.COMPLETE, RunStatus.FAILED),
                after.stream().map(HarvestRun::status).toList());
        assertEquals(after, runs());
    }

    @Test
    void aServerThatStartsGoesOnAtOnceWithWhatOneKilledOnThisMachineHadBegun() throws Exception {
        ManualScheduler killed = manual(FAILING);
        add("a", Map.of(Source.EVERY, "7d"));
        look(killed, Duration.ofMinutes(1));
        String host = Schedule.thisProcess().split("/", -1)[0];
        execute("update scheduled_tasks set picked = true, picked_by = '" + host
                + "/999999999/0' where task_name = 'harvest'");
        clock.tick(Duration.ofHours(1));

        new Schedule(stores.database()).forgetPlans();
        look(manual(COMPLETE), Duration.ofMinutes(1));

        assertEquals(2, runs().size());
    }

    private static Harvester takingPart(String server, Set<String> servers, CyclicBarrier both) {
        return (source, checkpoint, sink) -> {
            if (servers.add(server)) {
                try {
                    both.await();
                } catch (BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Harvester.Ending.COMPLETE;
        };
    }

    /** Lets time pass, and the scheduler look; the first look plans what the next ones harvest. */
    private void look(ManualScheduler scheduler, Duration after) {
        clock.tick(after);
        scheduler.runDeadExecutionDetection();
        for (int i = 0; i < 3; i++) {
            scheduler.runAnyDueExecutions();
        }
    }

    private ManualScheduler manual(Harvester harvester) throws SettingsException {
        HarvestTasks tasks = new HarvestTasks(stores, harvests(harvester), new Rhythm(settings(4)), clock());
        TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(
                        stores.database().source(), tasks.known())
                .clock(clock)
                .startTasks(tasks.atStart());
        Scheduler.on(stores.database(), builder);
        return builder.start();
    }

    private Scheduler scheduler(Harvester harvester, int parallel) throws SettingsException {
        return new Scheduler(stores, harvests(harvester), settings(parallel), Clock.systemUTC(), LOOK);
    }

    private static Settings.Harvest settings(int parallel) throws SettingsException {
        return SettingsReader.read(Path.of("none.yaml"), List.of("harvest.parallel=" + parallel))
                .harvest();
    }

    private Harvests harvests(Harvester harvester) {
        return new Harvests(stores, Map.of(SourceKind.OAI, harvester));
    }

    private Source add(String id, Map<String, String> options) {
        return add(id, "https://e.kz/oai", options);
    }

    private Source add(String id, String address, Map<String, String> options) {
        Source source = new Source(id, "semey", SourceKind.OAI, address, options, Source.State.ACTIVE);
        stores.registry().save(source);
        return source;
    }

    private List<HarvestRun> runs() {
        return new ArrayList<>(stores.runs().latest(1_000));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = stores.database().source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Clock clock() {
        InstantSource now = clock::now;
        return now.withZone(ZoneOffset.UTC);
    }
}
