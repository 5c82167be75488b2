package kz.ortaq.server.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import kz.ortaq.engine.run.Indexes;

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

    /** For an index that is made: records are placed in works before these are put into it. */
    static Consumer<Indexes.Progress> ofIndexing() {
        ProgressLine line = new ProgressLine("indexing", "works");
        return done -> {
            if (line.due()) {
                Output.say("indexing: " + done.placed() + " records placed in works, " + done.works()
                        + " works indexed so far");
            }
        };
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
