package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.Link;
import kz.ortaq.server.web.PagesFixture;
import org.junit.jupiter.api.Test;

/** What the scheduler of one server does on every database. */
abstract class SchedulerContract extends SchedulerFixture {

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
    void goesOnWithTheDocumentsThatAServerBeforeItLeft() throws Exception {
        add("a", Map.of());
        // The guard refuses this address, which is an answer too.
        RawRecord pointing =
                PagesFixture.raw("a", "1", "<dc:identifier>http://127.0.0.1/abai.pdf</dc:identifier>", List.of());
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, new HarvestPage(List.of(pointing), List.of(), List.of(), Checkpoint.START));
        stores.runs().end(lease, RunStatus.COMPLETE);

        try (Scheduler scheduler = scheduler(COMPLETE, 2)) {
            scheduler.start();
            while (stores.links().ofRecord(pointing.id()).stream()
                    .allMatch(link -> link.outcome().state() == Link.State.WAITING)) {
                Thread.sleep(Duration.ofMillis(20));
            }
        }

        assertEquals(
                Link.State.REFUSED,
                stores.links().ofRecord(pointing.id()).getFirst().outcome().state());
    }
}
