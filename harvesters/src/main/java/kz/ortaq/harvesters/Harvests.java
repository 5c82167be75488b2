package kz.ortaq.harvesters;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Runs;
import kz.ortaq.records.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs harvests: one lease a source, each page stored with its checkpoint, a status that follows from the numbers. */
public final class Harvests {

    private static final Logger LOG = LoggerFactory.getLogger(Harvests.class);
    private static final int REPORTED = 100;

    private final Stores stores;
    private final Map<SourceKind, Harvester> harvesters;

    public Harvests(Stores stores, Map<SourceKind, Harvester> harvesters) {
        this.stores = stores;
        this.harvesters = Map.copyOf(harvesters);
    }

    /**
     * Harvests a source from where its last run stopped.
     *
     * @param progress is told the run's counts after each page
     * @throws LeaseRefused while another process harvests it
     */
    public HarvestReport harvest(Source source, Consumer<Counts> progress) throws LeaseRefused, InterruptedException {
        Harvester harvester = harvesters.get(source.kind());
        if (harvester == null) {
            throw new IllegalArgumentException("no harvester for sources of kind " + source.kind());
        }
        Lease lease = Shielded.call(() -> stores.runs().begin(source.id()));
        RunStatus status = RunStatus.FAILED;
        try (Heartbeat _ =
                Heartbeat.start("harvest of " + source.id(), () -> stores.runs().renew(lease), Runs.BEAT)) {
            Sink sink = new Sink(lease, Shielded.call(() -> Usual.of(stores, source.id())), progress);
            Checkpoint checkpoint = Shielded.call(() -> stores.registry().checkpoint(source.id()));
            if (lease.interrupted() != 0) {
                Problem interrupted = new Problem(
                        Reason.RUN_INTERRUPTED,
                        Severity.INFO,
                        Stage.HARVEST,
                        "",
                        "",
                        String.valueOf(lease.interrupted()));
                sink.accept(HarvestPage.of(interrupted, checkpoint));
            }
            status = status(harvester.harvest(source, checkpoint, sink), sink.total);
        } catch (InterruptedException e) {
            // Whoever stops the program, the source did not fail.
            status = RunStatus.PARTIAL;
            throw e;
        } catch (LostLease e) {
            throw e.refused;
        } catch (Held e) {
            status = RunStatus.HELD;
        } finally {
            RunStatus ended = status;
            Shielded.call(() -> end(lease, ended));
        }
        HarvestReport report = Shielded.call(() -> new HarvestReport(
                source, stores.runs().run(lease.run()), stores.problems().ofRun(lease.run(), REPORTED)));
        LOG.info(
                "{}: {} {}",
                source.id(),
                report.run().status().code(),
                report.run().counts());
        return report;
    }

    private RunStatus end(Lease lease, RunStatus status) {
        if (status == RunStatus.COMPLETE) {
            stores.registry().confirm(lease.source(), false);
        }
        stores.runs().end(lease, status);
        return status;
    }

    /** More lost than kept is a failure, however the source ended. */
    private static RunStatus status(Harvester.Ending ending, Counts counts) {
        if (ending == Harvester.Ending.HELD) {
            return RunStatus.HELD;
        }
        if (counts.rejected() > counts.stored()) {
            return RunStatus.FAILED;
        }
        if (ending == Harvester.Ending.COMPLETE) {
            return RunStatus.COMPLETE;
        }
        return counts.stored() > 0 ? RunStatus.PARTIAL : RunStatus.FAILED;
    }

    /** Stores each page, and counts. */
    private final class Sink implements Consumer<HarvestPage> {

        private final Lease lease;
        private final Usual usual;
        private final Consumer<Counts> progress;
        private Counts total = Counts.NONE;
        private Counts refused = Counts.NONE;

        Sink(Lease lease, Usual usual, Consumer<Counts> progress) {
            this.lease = lease;
            this.usual = usual;
            this.progress = progress;
        }

        @Override
        public void accept(HarvestPage page) {
            try {
                Optional<Counts> stored = Shielded.call(() -> stores.records().store(lease, page, this::usual));
                if (stored.isEmpty()) {
                    hold();
                } else {
                    total = total.plus(stored.get());
                }
            } catch (LeaseRefused e) {
                throw new LostLease(e);
            }
            LOG.debug("{}: page stored, {}", lease.source(), total);
            progress.accept(total);
        }

        private boolean usual(Counts page) {
            refused = total.plus(page);
            return usual.allows(refused);
        }

        private void hold() throws LeaseRefused {
            Checkpoint here = stores.registry().checkpoint(lease.source());
            stores.records().store(lease, HarvestPage.of(usual.held(refused), here));
            throw new Held();
        }
    }

    /** Ends a run whose next page would do far more than usual; the pages before it stay. */
    private static final class Held extends RuntimeException {}

    /** Carries a lost lease through a harvester, which knows nothing of leases. */
    private static final class LostLease extends RuntimeException {

        private final LeaseRefused refused;

        LostLease(LeaseRefused refused) {
            super(refused);
            this.refused = refused;
        }
    }
}
