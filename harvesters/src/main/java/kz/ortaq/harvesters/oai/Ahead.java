package kz.ortaq.harvesters.oai;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kz.ortaq.harvesters.net.NetException;
import org.jspecify.annotations.Nullable;

/** Fetches and reads one page while another is stored. Used by one thread, which has one page under way at most. */
final class Ahead implements AutoCloseable {

    /** Gives a page, or tells why not. */
    interface Question {
        Fetched ask() throws NetException, InterruptedException;
    }

    /** A page, and how many bytes it was. */
    record Fetched(Page page, long bytes) {}

    private @Nullable FutureTask<Fetched> task;
    private @Nullable Thread thread;

    /** Begins to ask. */
    void start(Question question) {
        FutureTask<Fetched> next = new FutureTask<>(question::ask);
        task = next;
        thread = Thread.ofVirtual().name("oai-ahead").start(next);
    }

    /** The page that was asked for last, once it is there. */
    Fetched take() throws NetException, InterruptedException {
        FutureTask<Fetched> begun = task;
        if (begun == null) {
            throw new IllegalStateException("nothing was asked for");
        }
        try {
            Fetched fetched = begun.get();
            task = null;
            return fetched;
        } catch (ExecutionException e) {
            task = null;
            switch (e.getCause()) {
                case NetException net -> throw net;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Gives up what is under way, and waits until it has ended: nothing is asked behind the back of the caller. */
    @Override
    public void close() {
        FutureTask<Fetched> begun = task;
        Thread asking = thread;
        if (begun == null || asking == null) {
            return;
        }
        begun.cancel(true);
        boolean interrupted = false;
        while (asking.isAlive()) {
            try {
                asking.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
