package kz.ortaq.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work that several threads share. */
final class Tasks {

    private Tasks() {}

    /** Does all of it, and gives the results in the order of the tasks; where one fails, what has not begun is left. */
    static <T> List<T> all(ExecutorService workers, List<Callable<T>> tasks) throws IOException, InterruptedException {
        return results(begin(workers, tasks));
    }

    /** Begins all of it. */
    static <T> List<Future<T>> begin(ExecutorService workers, List<Callable<T>> tasks) {
        List<Future<T>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(workers.submit(task)));
        return futures;
    }

    /** Waits for what was begun. */
    static <T> List<T> results(List<Future<T>> futures) throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            // An interrupt within Lucene would close the index; what is under way ends by itself.
            futures.forEach(future -> future.cancel(false));
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (InterruptedException e) {
            futures.forEach(future -> future.cancel(false));
            throw e;
        }
    }
}
