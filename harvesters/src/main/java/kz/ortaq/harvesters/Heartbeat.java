package kz.ortaq.harvesters;

import java.time.Duration;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the holder of a lease lives while it stores nothing: a large file may take longer than any silence. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Runs runs;
    private final Lease lease;
    private final Duration every;
    private final Thread thread;
    private volatile boolean closed;

    private Heartbeat(Runs runs, Lease lease, Duration every) {
        this.runs = runs;
        this.lease = lease;
        this.every = every;
        this.thread = Thread.ofVirtual().name("heartbeat-" + lease.source()).unstarted(this::beat);
    }

    static Heartbeat start(Runs runs, Lease lease, Duration every) {
        Heartbeat heartbeat = new Heartbeat(runs, lease, every);
        heartbeat.thread.start();
        return heartbeat;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(every);
                renew();
            }
        } catch (InterruptedException e) {
            LOG.trace("{}: the harvest has ended", lease.source());
        } catch (LeaseRefused e) {
            // The harvester learns it when it stores its next page. One that has ended has given its lease back.
            if (!closed) {
                LOG.warn("{}: another process has taken the harvest over", lease.source());
            }
        }
    }

    private void renew() throws LeaseRefused {
        try {
            runs.renew(lease);
        } catch (RuntimeException e) {
            // The database may be away for a moment; the lease outlives several beats that are missed.
            if (!closed) {
                LOG.warn("{}: the lease could not be renewed: {}", lease.source(), e.toString());
            }
        }
    }
}
