package kz.ortaq.server.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.LeaseRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Harvests the sources of a running server when they are due: at once when they were never harvested, then as often as
 * the settings say. What another process harvests, or has just harvested, is left alone.
 */
final class Scheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final Ortaq ortaq;
    private final Clock clock;
    private final Duration every;
    private final Semaphore places;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Scheduler(Ortaq ortaq, Clock clock) {
        this.ortaq = ortaq;
        this.clock = clock;
        this.every = Duration.ofHours(ortaq.settings().harvest().everyHours());
        this.places = new Semaphore(ortaq.settings().harvest().parallel());
    }

    /** Begins to look for sources that are due, unless the settings say that nothing is harvested by itself. */
    void start() {
        if (!every.isZero()) {
            threads.submit(this::look);
        }
    }

    /** Interrupts harvests under way; each has its last page stored, and goes on from there the next time. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (Source source : ortaq.stores().registry().sources()) {
                    if (due(source) && underWay.add(source.id())) {
                        threads.submit(() -> harvest(source));
                    }
                }
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the scheduler looks again in a moment: {}", e.toString(), e);
            }
        }
    }

    private boolean due(Source source) {
        Instant now = clock.instant();
        return source.state() == Source.State.ACTIVE
                && ortaq.stores()
                        .runs()
                        .latestOf(source.id())
                        .filter(run -> run.started().plus(pause(run)).isAfter(now))
                        .isEmpty();
    }

    /** A source that failed, or was cut short, is tried again sooner. */
    private Duration pause(HarvestRun run) {
        boolean settled = run.status() == RunStatus.COMPLETE || run.status() == RunStatus.HELD;
        return settled || every.compareTo(AFTER_FAILURE) < 0 ? every : AFTER_FAILURE;
    }

    private void harvest(Source source) {
        try {
            places.acquire();
            try {
                ortaq.harvests().harvest(source, counts -> {});
            } finally {
                places.release();
            }
        } catch (LeaseRefused e) {
            LOG.info("{}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("harvest of {} stopped: {}", source.id(), e.toString(), e);
        } finally {
            underWay.remove(source.id());
        }
    }
}
