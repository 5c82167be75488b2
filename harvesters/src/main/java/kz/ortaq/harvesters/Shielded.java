package kz.ortaq.harvesters;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kz.ortaq.records.store.LeaseRefused;

/**
 * Finishes what is being written though the thread is told to stop meanwhile. An interrupt of a virtual thread closes
 * the socket that it reads from, here the connection to the database, in the middle of a page.
 */
public final class Shielded {

    private Shielded() {}

    /** What {@code step} gives, done by a thread that nobody interrupts; an interrupt of this one is kept for later. */
    public static <T> T call(Callable<T> step) throws LeaseRefused {
        FutureTask<T> task = new FutureTask<>(step);
        Thread.ofVirtual().start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failure(ExecutionException failed) throws LeaseRefused {
        return switch (failed.getCause()) {
            case LeaseRefused refused -> throw refused;
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
