package kz.ortaq.server.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Says how far long work is, now and then. Safe for use by many threads. */
final class ProgressLine implements LongConsumer {

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final String what;
    private final String counted;
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    /** @param counted what is counted, for instance {@code records} */
    ProgressLine(String what, String counted) {
        this.what = what;
        this.counted = counted;
    }

    @Override
    public void accept(long count) {
        if (due()) {
            Output.say(what + ": " + count + " " + counted + " so far");
        }
    }

    /** Whether it is time for another line; true for one caller alone. */
    boolean due() {
        long last = told.get();
        long now = System.nanoTime();
        return now - last > BETWEEN.toNanos() && told.compareAndSet(last, now);
    }
}
