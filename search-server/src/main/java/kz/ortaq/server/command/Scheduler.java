package kz.ortaq.server.command;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Database;
import kz.ortaq.records.store.Runs;
import kz.ortaq.records.store.Schedule;
import kz.ortaq.records.store.Stores;

/**
 * Harvests the sources of a running server when they are due. Servers that share a database share the sources, and one
 * takes over what another that died had begun. The library db-scheduler keeps the queue, in a table of the store.
 */
final class Scheduler implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final int MISSED_BEATS = 10;

    /** So many looks later it looks again whether another server still fetches the documents of a source. */
    private static final int LOOKS_BETWEEN_TRIES = 24;

    private final Stores stores;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final DocumentFetching documents;
    private final HarvestTasks tasks;
    private final com.github.kagkarlsson.scheduler.Scheduler scheduler;

    Scheduler(Stores stores, Harvests harvests, LinkHarvest links, Settings.Harvest settings, Clock clock) {
        this(stores, harvests, links, settings, clock, BETWEEN_LOOKS);
    }

    Scheduler(
            Stores stores,
            Harvests harvests,
            LinkHarvest links,
            Settings.Harvest settings,
            Clock clock,
            Duration betweenLooks) {
        this.stores = stores;
        this.documents =
                new DocumentFetching(links, settings.parallel(), betweenLooks.multipliedBy(LOOKS_BETWEEN_TRIES));
        this.tasks = new HarvestTasks(stores, harvests, documents::after, new Rhythm(settings), clock);
        this.scheduler = on(
                        stores.database(),
                        com.github.kagkarlsson.scheduler.Scheduler.create(
                                        stores.database().source(), tasks.known())
                                .startTasks(tasks.atStart()))
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(Schedule.thisProcess()))
                .threads(settings.parallel())
                .executorService(Executors.newFixedThreadPool(
                        settings.parallel(),
                        Thread.ofVirtual().name("harvest-", 0).factory()))
                .pollingInterval(betweenLooks)
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    /** The library's builder, told which database it works on, and after how long a silence a server is dead. */
    static SchedulerBuilder on(Database database, SchedulerBuilder builder) {
        builder.heartbeatInterval(Runs.BEAT).missedHeartbeatsLimit(MISSED_BEATS);
        return switch (database.kind()) {
            case SQLITE -> builder.jdbcCustomization(new SqliteTasks());
            case POSTGRESQL -> builder.alwaysPersistTimestampInUTC();
        };
    }

    /** Begins to look for sources that are due, and goes on with documents that a server before it left. */
    void start() {
        new Schedule(stores.database()).forgetPlans();
        scheduler.start();
        Set<String> waiting = stores.links().waiting();
        stores.registry().sources().stream()
                .filter(source -> source.state() == Source.State.ACTIVE && waiting.contains(source.id()))
                .forEach(documents::fetch);
    }

    /** Interrupts harvests under way; each has its last page stored, and goes on from there the next time. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        scheduler.pause();
        documents.stop();
        tasks.stop();
        scheduler.stop();
        documents.close();
    }
}
