package kz.ortaq.harvesters;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.ortaq.records.store.LeaseRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the holder of a lease lives while it stores nothing: a large file may take longer than any silence. */
public final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** Renews a lease. */
    public interface Beat {
        void renew() throws LeaseRefused;
    }

    private final String what;
    private final Beat beat;
    private final Duration every;
    // No interrupt ends the thread: one in the middle of a beat would cut the connection to the database.
    private final CountDownLatch closed = new CountDownLatch(1);

    private Heartbeat(String what, Beat beat, Duration every) {
        this.what = what;
        this.beat = beat;
        this.every = every;
    }

    /** @param what the work that the lease is for, as a log names it */
    public static Heartbeat start(String what, Beat beat, Duration every) {
        Heartbeat heartbeat = new Heartbeat(what, beat, every);
        Thread.ofVirtual().name("heartbeat of " + what).start(heartbeat::goOn);
        return heartbeat;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void goOn() {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LeaseRefused e) {
            // Whoever works learns it at its next step. One that has ended has given its lease back.
            if (closed.getCount() > 0) {
                LOG.warn("another process has taken the {} over", what);
            }
        }
    }

    private void renew() throws LeaseRefused {
        try {
            beat.renew();
        } catch (RuntimeException e) {
            // The database may be away for a moment; the lease outlives several beats that are missed.
            if (closed.getCount() > 0) {
                LOG.warn("the lease for the {} could not be renewed: {}", what, e.toString());
            }
        }
    }
}
