package kz.ortaq.server.command;

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
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A library with sources, schedulers that look when a test tells them to, and a clock that a test sets by hand. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class SchedulerFixture {

    private static final Duration LOOK = Duration.ofMillis(10);
    static final Harvester COMPLETE = (source, checkpoint, sink) -> Harvester.Ending.COMPLETE;
    static final Harvester FAILING = (source, checkpoint, sink) -> Harvester.Ending.STOPPED;

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock();
    Stores stores;
    private @Nullable Net net;

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
        if (net != null) {
            net.close();
        }
        stores.close();
    }

    /** Lets time pass, and the scheduler look; the first look plans what the next ones harvest. */
    void look(ManualScheduler scheduler, Duration after) {
        clock.tick(after);
        scheduler.runDeadExecutionDetection();
        for (int i = 0; i < 3; i++) {
            scheduler.runAnyDueExecutions();
        }
    }

    ManualScheduler manual(Harvester harvester) throws SettingsException {
        HarvestTasks tasks = new HarvestTasks(
                stores,
                harvests(harvester),
                report -> {},
                new Rhythm(settings(4).harvest()),
                clock());
        TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(
                        stores.database().source(), tasks.known())
                .clock(clock)
                .startTasks(tasks.atStart());
        Scheduler.on(stores.database(), builder);
        return builder.start();
    }

    Scheduler scheduler(Harvester harvester, int parallel) throws SettingsException {
        Settings settings = settings(parallel);
        Clock now = Clock.systemUTC();
        // What the harvests write down has to be of the same time as what this scheduler reads there.
        clock.set(now.instant());
        net = new Net(settings, now);
        LinkHarvest links = new LinkHarvest(stores, net, folder, settings, now);
        return new Scheduler(stores, harvests(harvester), links, settings.harvest(), now, LOOK);
    }

    /** The settings beside the number of harvests. */
    List<String> assignments() {
        return List.of();
    }

    private Settings settings(int parallel) throws SettingsException {
        List<String> all = new ArrayList<>(assignments());
        all.add("harvest.parallel=" + parallel);
        return SettingsReader.read(Path.of("none.yaml"), all);
    }

    Harvests harvests(Harvester harvester) {
        return new Harvests(stores, Map.of(SourceKind.OAI, harvester));
    }

    Source add(String id, Map<String, String> options) {
        return add(id, "https://e.kz/oai", options);
    }

    Source add(String id, String address, Map<String, String> options) {
        Source source = new Source(id, "semey", SourceKind.OAI, address, options, Source.State.ACTIVE);
        stores.registry().save(source);
        return source;
    }

    List<HarvestRun> runs() {
        return new ArrayList<>(stores.runs().latest(1_000));
    }

    void execute(String sql) throws SQLException {
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
