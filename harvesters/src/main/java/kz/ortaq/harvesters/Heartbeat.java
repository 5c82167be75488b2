package kz.ortaq.harvesters;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    // No interrupt ends the thread: one in the middle of a beat would cut the connection to the database.
    private final CountDownLatch closed = new CountDownLatch(1);

    private Heartbeat(Runs runs, Lease lease, Duration every) {
        this.runs = runs;
        this.lease = lease;
        this.every = every;
    }

    static Heartbeat start(Runs runs, Lease lease, Duration every) {
        Heartbeat heartbeat = new Heartbeat(runs, lease, every);
        Thread.ofVirtual().name("heartbeat-" + lease.source()).start(heartbeat::beat);
        return heartbeat;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void beat() {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LeaseRefused e) {
            // The harvester learns it when it stores its next page. One that has ended has given its lease back.
            if (closed.getCount() > 0) {
                LOG.warn("{}: another process has taken the harvest over", lease.source());
            }
        }
    }

    private void renew() throws LeaseRefused {
        try {
            runs.renew(lease);
        } catch (RuntimeException e) {
            // The database may be away for a moment; the lease outlives several beats that are missed.
            if (closed.getCount() > 0) {
                LOG.warn("{}: the lease could not be renewed: {}", lease.source(), e.toString());
            }
        }
    }
}
