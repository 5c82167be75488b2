package kz.ortaq.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.cluster.Clustering;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.quality.RecordQuality;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Problem;
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

    private static final int RECORDS_A_TASK = 20;
    private static final int ID = 20;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{1,6}");

    private final Stores stores;
    private final RecordReading reading;
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

    /** A record as read, and as it is to be placed. */
    private record Reading(
            RecordReading.Read read, @Nullable Arrival arrival) {}

    /** Records that are being read. */
    private record Batch(List<StoredRecord> changed, List<Future<List<Reading>>> readings) {}

    /** The records after a version, which {@code workers} look for. */
    private record Ahead(long after, int limit, ExecutorService workers, Future<Batch> batch) {

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
            Batch batch = batch(state.cursor(), limit, workers);
            if (batch.changed().isEmpty()) {
                return 0;
            }
            long last = batch.changed().getLast().version();
            next = new Ahead(last, limit, workers, workers.submit(() -> begin(last, limit, workers)));
            Map<RecordId, List<Problem>> problems = new HashMap<>();
            if (apply(state, arrivals(batch, problems), problems)) {
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

    private boolean apply(Works.State state, List<Arrival> arrivals, Map<RecordId, List<Problem>> problems) {
        if (!state.equals(remembered)) {
            // Another process placed records meanwhile, or this one could not.
            neighbourhood.forget();
        }
        remembered = null;
        WorkPlan plan = new Placement(stores, neighbourhood, state).plan(arrivals);
        boolean applied = stores.works().apply(plan, problems);
        remembered = applied ? new Works.State(plan.cursor(), state.epoch()) : null;
        return applied;
    }

    private Batch batch(long after, int limit, ExecutorService workers) throws IOException, InterruptedException {
        Ahead ahead = next;
        next = null;
        if (ahead != null && ahead.is(after, limit, workers)) {
            Batch begun = Tasks.results(List.of(ahead.batch())).getFirst();
            // Where there was nothing yet, something may have come.
            if (!begun.changed().isEmpty()) {
                return begun;
            }
        }
        return begin(after, limit, workers);
    }

    private Batch begin(long after, int limit, ExecutorService workers) {
        List<StoredRecord> changed = stores.records().changedSince(after, limit);
        List<Callable<List<Reading>>> tasks = new ArrayList<>();
        for (int from = 0; from < changed.size(); from += RECORDS_A_TASK) {
            List<StoredRecord> some = changed.subList(from, Math.min(from + RECORDS_A_TASK, changed.size()));
            tasks.add(() -> {
                List<Reading> readings = new ArrayList<>();
                for (StoredRecord record : some) {
                    if (!record.raw().deleted()) {
                        RecordReading.Read read = reading.read(record);
                        readings.add(new Reading(
                                read.withoutTexts(),
                                read.record()
                                        .map(mapped -> arrival(record, mapped, read.quality(mapped)))
                                        .orElse(null)));
                    }
                }
                return readings;
            });
        }
        return new Batch(changed, Tasks.begin(workers, tasks));
    }

    /** @param problems filled with what is wrong with the records of the batch */
    private List<Arrival> arrivals(Batch batch, Map<RecordId, List<Problem>> problems)
            throws IOException, InterruptedException {
        // A record that is gone, or has nothing wrong any more, keeps no problem of before.
        batch.changed().forEach(record -> problems.put(record.raw().id(), List.of()));
        Map<Long, Arrival> arrivals = new HashMap<>();
        for (List<Reading> readings : Tasks.results(batch.readings())) {
            for (Reading one : readings) {
                StoredRecord stored = one.read().stored();
                problems.put(stored.raw().id(), one.read().problems());
                if (one.arrival() != null) {
                    arrivals.put(stored.number(), one.arrival());
                }
            }
        }
        return batch.changed().stream()
                .map(record -> arrivals.getOrDefault(record.number(), gone(record)))
                .toList();
    }

    private static Arrival gone(StoredRecord record) {
        return new Arrival(
                record,
                null,
                "",
                "",
                0,
                RecordQuality.NONE,
                new Holding(record.library(), record.raw().id(), "", 0, "", ""));
    }

    private static Arrival arrival(StoredRecord stored, BibRecord record, RecordQuality quality) {
        Holding holding = new Holding(
                stored.library(),
                stored.raw().id(),
                record.callNumbers().stream()
                        .map(BibRecord.Value::text)
                        .findFirst()
                        .orElse(""),
                copies(record),
                record.links().stream().findFirst().orElse(""),
                record.access());
        Traits traits = Traits.of(record);
        return new Arrival(
                stored, traits, id(traits.signature()), id(traits.heading()), Merging.score(record), quality, holding);
    }

    /** A short name for a text, the same wherever and whenever it is said. */
    static String id(String says) {
        return RecordId.hash(says).substring(0, ID);
    }

    /** All copies that the record counts; what is no plain number counts for nothing. */
    private static int copies(BibRecord record) {
        return record.held().stream()
                .map(BibRecord.Held::copies)
                .filter(copies -> PLAIN_NUMBER.matcher(copies).matches())
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
