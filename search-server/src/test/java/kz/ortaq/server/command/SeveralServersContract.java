package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Schedule;
import org.junit.jupiter.api.Test;

/** What schedulers of several servers, or of one after the other, do on every database that they share. */
abstract class SeveralServersContract extends SchedulerFixture {

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
}
