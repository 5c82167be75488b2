package kz.ortaq.engine.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Change;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/**
 * Brings an index up with the store: reads changes in the order in which they were committed, builds the works that they
 * touch, and puts them. A kill loses what was put since the last commit; the cursor stands before it, so it comes again.
 */
final class IndexingRun {

    // Records of so many works are in memory at once for each thread: few enough for the longest records allowed.
    private static final int WORKS_A_TASK = 10;

    private final Stores stores;
    private final WorkBuilder builder;
    private final SearchIndex index;
    private final Settings settings;
    private final Clock clock;

    IndexingRun(Stores stores, WorkBuilder builder, SearchIndex index, Settings settings, Clock clock) {
        this.stores = stores;
        this.builder = builder;
        this.index = index;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Indexes until no change is left, and commits.
     *
     * @param progress is told how many changes were indexed so far
     * @return how many changes there were
     */
    long catchUp(LongConsumer progress) throws IOException, InterruptedException {
        index.follow(stores.records().id());
        long done = 0;
        Instant committed = clock.instant();
        // Each thread holds one work with its texts, so their number bounds the memory.
        int threads =
                Runtime.getRuntime().availableProcessors() + settings.extract().workers();
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("indexing-", 0).factory())) {
            while (true) {
                List<Change> changes = stores.records()
                        .changedSince(index.cursor(), settings.index().batch());
                if (changes.isEmpty()) {
                    break;
                }
                put(changes, workers);
                index.advance(changes.getLast().version());
                done += changes.size();
                progress.accept(done);
                if (Duration.between(committed, clock.instant()).toSeconds()
                        >= settings.index().commitSeconds()) {
                    index.commit();
                    index.refresh();
                    committed = clock.instant();
                }
            }
        }
        if (done > 0) {
            index.commit();
            index.refresh();
        }
        return done;
    }

    private void put(List<Change> changes, ExecutorService workers) throws IOException, InterruptedException {
        Map<RecordId, List<Problem>> problems = new ConcurrentHashMap<>();
        Set<String> works = new LinkedHashSet<>();
        for (Change change : changes) {
            works.add(change.work());
            // A record that is gone, or has nothing wrong any more, keeps no problem of before.
            problems.put(change.record(), List.of());
        }
        List<String> all = List.copyOf(works);
        List<Future<?>> tasks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += WORKS_A_TASK) {
            List<String> some = all.subList(from, Math.min(from + WORKS_A_TASK, all.size()));
            tasks.add(workers.submit(() -> {
                Map<String, List<StoredRecord>> records = stores.records().ofWorks(some);
                for (String work : some) {
                    put(work, records.getOrDefault(work, List.of()), problems);
                }
                return null;
            }));
        }
        try {
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            // An interrupt within Lucene would close the index; what is under way ends by itself.
            tasks.forEach(task -> task.cancel(false));
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (InterruptedException e) {
            tasks.forEach(task -> task.cancel(false));
            throw e;
        }
        stores.problems().replace(problems);
    }

    private void put(String work, List<StoredRecord> records, Map<RecordId, List<Problem>> problems)
            throws IOException, InterruptedException {
        WorkBuilder.Built built = builder.build(work, records);
        problems.putAll(built.problems());
        if (built.work().isPresent()) {
            index.put(built.work().get());
        } else {
            index.remove(work);
        }
    }
}
