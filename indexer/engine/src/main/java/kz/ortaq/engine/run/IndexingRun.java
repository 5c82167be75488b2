package kz.ortaq.engine.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.records.store.Change;
import kz.ortaq.records.store.Rereadings;
import kz.ortaq.records.store.Stores;

/**
 * Brings an index up with the store: has the records that changed placed in works, reads which works changed in the
 * order in which that was committed, builds and puts them. A kill loses what was put since the last commit; the cursor
 * stands before it, so it comes again.
 */
final class IndexingRun {

    // Records of so many works, without their texts, are in memory for each thread: few enough for the longest allowed.
    private static final int WORKS_A_TASK = 10;
    private static final int BATCHES_PLACED = 5;
    // Records without their texts are small, and the more are placed at once, the less often a page is written.
    private static final int PLACED_FOR_ONE_PUT = 4;

    private final Stores stores;
    private final Cataloguing cataloguing;
    private final WorkBuilder builder;
    private final SearchIndex index;
    private final Settings settings;
    private final Clock clock;

    IndexingRun(
            Stores stores,
            Cataloguing cataloguing,
            WorkBuilder builder,
            SearchIndex index,
            Settings settings,
            Clock clock) {
        this.stores = stores;
        this.cataloguing = cataloguing;
        this.builder = builder;
        this.index = index;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Indexes until no change is left, and commits.
     *
     * @param progress is told how many works were put or taken out so far
     * @return how many works were put or taken out
     */
    long catchUp(Consumer<Indexes.Progress> progress) throws IOException, InterruptedException {
        index.follow(stores.records().id());
        long done = 0;
        long placed = 0;
        Instant committed = clock.instant();
        // Each thread holds one work with its texts, so their number bounds the memory.
        int threads =
                Runtime.getRuntime().availableProcessors() + settings.extract().workers();
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("indexing-", 0).factory())) {
            while (true) {
                // A work that many records of a harvest belong to is put once, not once a batch of them.
                for (int batch = 0; batch < BATCHES_PLACED; batch++) {
                    int records = cataloguing.place(
                            PLACED_FOR_ONE_PUT * settings.index().batch(), workers);
                    if (records == 0) {
                        break;
                    }
                    placed += records;
                    progress.accept(new Indexes.Progress(placed, done));
                }
                List<Change> changes = stores.works()
                        .changedSince(index.cursor(), settings.index().batch());
                if (changes.isEmpty()) {
                    break;
                }
                while (!changes.isEmpty()) {
                    put(changes, workers);
                    index.advance(changes.getLast().version());
                    done += changes.size();
                    progress.accept(new Indexes.Progress(placed, done));
                    if (Duration.between(committed, clock.instant()).toSeconds()
                            >= settings.index().commitSeconds()) {
                        commit(workers);
                        committed = clock.instant();
                    }
                    changes = stores.works()
                            .changedSince(index.cursor(), settings.index().batch());
                }
            }
            if (done > 0) {
                commit(workers);
            }
        }
        return done;
    }

    /** In a thread that nobody interrupts: Lucene gives an index up that is interrupted while it writes. */
    private void commit(ExecutorService workers) throws IOException, InterruptedException {
        Tasks.all(workers, List.of(() -> {
            index.commit();
            index.refresh();
            return null;
        }));
    }

    private void put(List<Change> changes, ExecutorService workers) throws IOException, InterruptedException {
        Queue<Rereadings.Rereading> read = new ConcurrentLinkedQueue<>();
        List<String> all = changes.stream().map(Change::work).distinct().toList();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += WORKS_A_TASK) {
            List<String> some = all.subList(from, Math.min(from + WORKS_A_TASK, all.size()));
            tasks.add(() -> {
                builder.build(some, (id, built) -> put(id, built, read));
                return null;
            });
        }
        Tasks.all(workers, tasks);
        stores.rereadings().keep(read);
    }

    private void put(String id, WorkBuilder.Built built, Queue<Rereadings.Rereading> read) throws IOException {
        read.addAll(built.read());
        if (built.work().isPresent()) {
            index.put(built.work().get());
        } else {
            index.remove(id);
        }
    }
}
