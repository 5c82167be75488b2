package kz.ortaq.server.command;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Runs;
import kz.ortaq.records.store.Schedule;
import kz.ortaq.records.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the scheduling library does for Ortaq: one task a source, which harvests it and says when to come again, and one
 * that plans the sources which have no task yet.
 */
final class HarvestTasks {

    private static final Logger LOG = LoggerFactory.getLogger(HarvestTasks.class);
    private static final String INTERRUPTED = "harvest of {} is interrupted, because the server stops";
    private static final Duration BETWEEN_PLANS = Duration.ofSeconds(20);
    // Long enough that sources of one host do not crowd the queue, short enough that the host does not idle for long.
    private static final Duration WHILE_ITS_HOST_IS_BUSY = Duration.ofSeconds(30);
    private static final Duration WHILE_ANOTHER_HARVESTS = Duration.ofMinutes(2);

    private final Stores stores;
    private final Harvests harvests;
    private final Consumer<HarvestReport> afterwards;
    private final Rhythm rhythm;
    private final Clock clock;
    private final Schedule schedule;
    private final Set<String> busyHosts = ConcurrentHashMap.newKeySet();
    private final Set<Thread> underWay = new HashSet<>();
    private boolean stopping;

    private final CustomTask<Void> harvest = Tasks.custom(Schedule.TASK, Void.class)
            // As the library's own revival does, but by our clock.
            .onDeadExecution((complete, operations) -> operations.reschedule(complete, now()))
            .onFailure((complete, operations) -> operations.reschedule(complete, soon()))
            .execute((instance, context) -> harvest(instance));

    private final RecurringTask<Void> plan = Tasks.recurring("plan", FixedDelay.of(BETWEEN_PLANS))
            .execute((instance, context) -> plan(context.getSchedulerClient()));

    /** @param afterwards is told of each harvest that ended, and must not take long over it */
    HarvestTasks(Stores stores, Harvests harvests, Consumer<HarvestReport> afterwards, Rhythm rhythm, Clock clock) {
        this.stores = stores;
        this.harvests = harvests;
        this.afterwards = afterwards;
        this.rhythm = rhythm;
        this.clock = clock;
        this.schedule = new Schedule(stores.database());
    }

    /** The tasks that wait in the table until they are due. */
    List<Task<?>> known() {
        return List.of(harvest);
    }

    /** The task that the library puts into the table when it starts. */
    List<RecurringTask<Void>> atStart() {
        return List.of(plan);
    }

    /** Interrupts the harvests under way, and lets no further one begin. */
    void stop() {
        synchronized (underWay) {
            stopping = true;
            underWay.forEach(Thread::interrupt);
        }
    }

    private boolean enter() {
        synchronized (underWay) {
            return !stopping && underWay.add(Thread.currentThread());
        }
    }

    /** From here on nothing is interrupted: what follows must reach the database. */
    private void leave() {
        synchronized (underWay) {
            underWay.remove(Thread.currentThread());
            if (Thread.interrupted()) {
                LOG.debug("interrupted at the end of a harvest");
            }
        }
    }

    private void plan(SchedulerClient client) {
        List<Source> unplanned = schedule.unplanned();
        if (unplanned.isEmpty()) {
            return;
        }
        Map<String, HarvestRun> latest = stores.runs().latestOfEach();
        Map<String, Runs.InARow> unfinished = stores.runs().unfinished();
        for (Source source : unplanned) {
            Runs.InARow inARow = unfinished.get(source.id());
            rhythm.next(
                            source,
                            past(
                                    source,
                                    Optional.ofNullable(latest.get(source.id())),
                                    inARow == null ? 0 : inARow.times()))
                    .ifPresent(due -> client.scheduleIfNotExists(harvest.instance(source.id()), due));
        }
    }

    private CompletionHandler<Void> harvest(TaskInstance<Void> instance) {
        Optional<Source> source = active(instance.getId());
        Optional<Instant> due = source.flatMap(this::due);
        if (source.isEmpty() || due.isEmpty()) {
            return (complete, operations) -> operations.remove();
        }
        // A person may have harvested it meanwhile.
        if (due.get().isAfter(clock.instant())) {
            return at(due.get());
        }
        String host = host(source.get());
        if (!host.isEmpty() && !busyHosts.add(host)) {
            return at(clock.instant().plus(WHILE_ITS_HOST_IS_BUSY));
        }
        try {
            return harvest(source.get());
        } finally {
            busyHosts.remove(host);
        }
    }

    private CompletionHandler<Void> harvest(Source source) {
        if (!enter()) {
            return at(clock.instant());
        }
        try {
            afterwards.accept(harvests.harvest(source, counts -> {}));
        } catch (LeaseRefused e) {
            LOG.info("{}", e.getMessage());
            return at(clock.instant().plus(WHILE_ANOTHER_HARVESTS));
        } catch (InterruptedException e) {
            LOG.info(INTERRUPTED, source.id());
        } catch (RuntimeException e) {
            // A wait for the database that is interrupted ends like this too.
            if (Thread.currentThread().isInterrupted()) {
                LOG.info(INTERRUPTED, source.id());
            } else {
                LOG.error("harvest of {} stopped: {}", source.id(), e.toString(), e);
            }
        } finally {
            leave();
        }
        // Its rhythm may have been changed meanwhile.
        return active(source.id())
                .flatMap(this::due)
                .map(HarvestTasks::at)
                .orElse((complete, operations) -> operations.remove());
    }

    private Optional<Source> active(String id) {
        return stores.registry().source(id).filter(source -> source.state() == Source.State.ACTIVE);
    }

    private Optional<Instant> due(Source source) {
        int unfinished =
                stores.runs().unfinished(source.id()).map(Runs.InARow::times).orElse(0);
        return rhythm.next(source, past(source, stores.runs().latestOf(source.id()), unfinished));
    }

    private Rhythm.Past past(Source source, Optional<HarvestRun> last, int unfinished) {
        boolean held = last.filter(run -> run.status() == RunStatus.HELD).isPresent();
        return new Rhythm.Past(last, unfinished, held && stores.registry().confirmed(source.id()));
    }

    private Instant now() {
        return clock.instant();
    }

    private Instant soon() {
        return clock.instant().plus(WHILE_ANOTHER_HARVESTS);
    }

    private static CompletionHandler<Void> at(Instant moment) {
        return (complete, operations) -> operations.reschedule(complete, moment);
    }

    /** The host that a source is fetched from; empty for what is read from a disk. */
    private static String host(Source source) {
        if (source.kind() == SourceKind.FOLDER) {
            return "";
        }
        try {
            String host = URI.create(source.address()).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
