package kz.ortaq.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.cluster.Clustering;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.quality.RecordQuality;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.Holding;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.WorkPlan;
import kz.ortaq.records.store.Works;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the records of the store and places each that changed in its work. Several processes may do it to one store:
 * what another has placed meanwhile is seen, and done again from there. Safe for use by many threads.
 */
public final class Cataloguing {

    private static final Logger LOG = LoggerFactory.getLogger(Cataloguing.class);
    private static final String OTHERS = "a program of another version, or with other tables, makes the works of this"
            + " database; give all servers that share it the same version and the same tables, and start this one again";

    /** Rises whenever records are read, judged or put together in another way, so that all are placed once more. */
    static final int NUMBER = 5;

    private static final int ID = 20;

    private final Stores stores;
    private final RecordReading reading;
    private final BatchReading batches;
    private final Neighbourhood neighbourhood;
    private @Nullable Ahead next;
    // As whom this program began to make works; where another began after it, that one goes on.
    private Works.@Nullable Maker begun;
    private boolean waiting;
    // Up to where the neighbourhood knows of what was placed.
    private Works.@Nullable State remembered;

    public Cataloguing(Stores stores, RecordReading reading) {
        this.stores = stores;
        this.reading = reading;
        this.neighbourhood = new Neighbourhood(stores);
        this.batches = new BatchReading(stores, reading, neighbourhood);
    }

    /** Read when it is first asked for: most commands place nothing, and the tables are many. */
    private static final class Program {

        private static final String TABLES =
                String.join(";", Clustering.VERSION, Tables.fingerprint(Crosswalks.TABLES), TextExtractor.VERSION);
    }

    /**
     * A record of the batch.
     *
     * @param traits null where it is gone or cannot be mapped
     * @param description a hash of all that it says
     * @param heading a hash of what it says of the book
     */
    record Arrival(
            StoredRecord stored,
            @Nullable Traits traits,
            String description,
            String heading,
            int score,
            RecordQuality quality,
            Holding holding) {

        long number() {
            return stored.number();
        }
    }

    /** The records after a version, which {@code workers} look for. */
    private record Ahead(long after, int limit, ExecutorService workers, Future<BatchReading.Batch> batch) {

        boolean is(long wanted, int most, ExecutorService readers) {
            return after == wanted && limit == most && workers == readers;
        }
    }

    /**
     * Places up to {@code limit} records that changed. While it does, {@code workers} read those that come next.
     *
     * @return how many there were; 0 when all are placed, and where {@link #madeByAnother}
     */
    public synchronized int place(int limit, ExecutorService workers) throws IOException, InterruptedException {
        while (true) {
            Optional<Works.State> mine = state();
            if (mine.isEmpty()) {
                return 0;
            }
            Works.State state = mine.get();
            BatchReading.Batch batch = batch(state.cursor(), limit, workers);
            if (batch.changed().isEmpty()) {
                return 0;
            }
            long last = batch.changed().getLast().version();
            next = new Ahead(last, limit, workers, workers.submit(() -> batches.begin(last, limit, workers)));
            if (apply(state, batches.brought(batch), batch.changed().size() < limit)) {
                return batch.changed().size();
            }
        }
    }

    /** Up to where works are made in this program's way; empty where another makes them since this one began. */
    private Optional<Works.State> state() {
        Works.Maker maker = maker();
        Optional<Works.State> state = stores.works().state(maker, !maker.equals(begun));
        if (state.isEmpty() && !waiting) {
            LOG.warn("records are placed no more: {}", OTHERS);
        }
        waiting = state.isEmpty();
        begun = waiting ? begun : maker;
        return state;
    }

    private Works.Maker maker() {
        return new Works.Maker(NUMBER, Program.TABLES + ";" + reading.fingerprint());
    }

    /** Says so where another program, or one with other tables, makes the works of the store, and what to do then. */
    public Optional<String> madeByAnother() {
        return stores.works().madeByAnotherThan(maker()) ? Optional.of(OTHERS) : Optional.empty();
    }

    private boolean apply(Works.State state, BatchReading.Brought brought, boolean last) {
        if (!state.equals(remembered)) {
            // Another process placed records meanwhile, or this one could not.
            neighbourhood.forget();
        }
        remembered = null;
        neighbourhood.keys().expect(brought.sharing(), brought.order());
        WorkPlan plan = new Placement(stores, neighbourhood, state).plan(brought.arrivals(), last);
        boolean applied = stores.works().apply(plan, brought.problems());
        if (plan.inOrder()) {
            // What others read of keys since the plan was made may be of before it was written.
            neighbourhood.keys().changeOrder();
        }
        remembered = applied ? new Works.State(plan.cursor(), state.epoch()) : null;
        return applied;
    }

    private BatchReading.Batch batch(long after, int limit, ExecutorService workers)
            throws IOException, InterruptedException {
        Ahead ahead = next;
        next = null;
        if (ahead != null && ahead.is(after, limit, workers)) {
            BatchReading.Batch begun = Tasks.results(List.of(ahead.batch())).getFirst();
            // Where there was nothing yet, something may have come.
            if (!begun.changed().isEmpty()) {
                return begun;
            }
        }
        return batches.begin(after, limit, workers);
    }

    /** A short name for a text, the same wherever and whenever it is said. */
    static String id(String says) {
        return RecordId.hash(says).substring(0, ID);
    }
}
