package kz.ortaq.harvesters.net;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Bounds the bytes in flight: many answers are read at once as long as they are small, but only a few large ones, and
 * the others wait with their connections open. Thread-safe.
 */
final class LargeBodies {

    /** What is larger than this is large. */
    static final int SMALL = 1 << 20;

    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** The room of one body, given back when it is closed. Used by one thread. */
    final class Room implements AutoCloseable {

        private boolean taken;

        /** Waits until a body of so many bytes has room. */
        void need(int bytes) throws InterruptedIOException {
            if (bytes <= SMALL || taken) {
                return;
            }
            try {
                places.acquire();
                taken = true;
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted while waiting for room");
            }
        }

        @Override
        public void close() {
            if (taken) {
                places.release();
            }
        }
    }

    Room room() {
        return new Room();
    }
}
