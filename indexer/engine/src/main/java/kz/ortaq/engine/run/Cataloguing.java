package kz.ortaq.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.cluster.Clustering;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.WorkPlan;
import kz.ortaq.records.store.Works;
import org.jspecify.annotations.Nullable;

/**
 * Follows the records of the store and places each that changed in its work. Several processes may do it to one store:
 * what another has placed meanwhile is seen, and done again from there.
 */
public final class Cataloguing {

    // Changes whenever records are read or put together in another way, so that all are placed once more.
    private static final String FINGERPRINT =
            String.join(";", "1", Clustering.VERSION, Tables.fingerprint(Crosswalks.TABLES), TextExtractor.VERSION);
    private static final int RECORDS_A_TASK = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stores stores;
    private final RecordReading reading;
    private final Neighbourhood neighbourhood;

    public Cataloguing(Stores stores, RecordReading reading) {
        this.stores = stores;
        this.reading = reading;
        this.neighbourhood = new Neighbourhood(stores);
    }

    /**
     * A record of the batch.
     *
     * @param traits null where it is gone or cannot be mapped
     */
    record Arrival(StoredRecord stored, @Nullable Traits traits, int score, Holding holding) {

        long number() {
            return stored.number();
        }
    }

    /**
     * Places up to {@code limit} records that changed.
     *
     * @return how many there were; 0 when all are placed
     */
    public int place(int limit, ExecutorService workers) throws IOException, InterruptedException {
        while (true) {
            Works.State state = stores.works().state(FINGERPRINT);
            List<StoredRecord> changed = stores.records().changedSince(state.cursor(), limit);
            if (changed.isEmpty()) {
                return 0;
            }
            WorkPlan plan = new Placement(stores, neighbourhood, state).plan(read(changed, workers));
            if (stores.works().apply(plan)) {
                return changed.size();
            }
            neighbourhood.forget();
        }
    }

    private List<Arrival> read(List<StoredRecord> changed, ExecutorService workers)
            throws IOException, InterruptedException {
        List<Callable<List<RecordReading.Read>>> tasks = new ArrayList<>();
        for (int from = 0; from < changed.size(); from += RECORDS_A_TASK) {
            List<StoredRecord> some = changed.subList(from, Math.min(from + RECORDS_A_TASK, changed.size()));
            tasks.add(() -> {
                List<RecordReading.Read> read = new ArrayList<>();
                for (StoredRecord record : some) {
                    if (!record.raw().deleted()) {
                        read.add(reading.read(record).withoutTexts());
                    }
                }
                return read;
            });
        }
        Map<RecordId, List<Problem>> problems = new HashMap<>();
        // A record that is gone, or has nothing wrong any more, keeps no problem of before.
        changed.forEach(record -> problems.put(record.raw().id(), List.of()));
        Map<Long, Arrival> read = new HashMap<>();
        for (List<RecordReading.Read> some : Tasks.all(workers, tasks)) {
            for (RecordReading.Read one : some) {
                problems.put(one.stored().raw().id(), one.problems());
                one.record().ifPresent(record -> read.put(one.stored().number(), arrival(one.stored(), record)));
            }
        }
        // Before the records are placed: killed in between, the same records come again.
        stores.problems().replace(problems, Set.of(Stage.CROSSWALK, Stage.TEXT));
        return changed.stream()
                .map(record -> read.getOrDefault(record.number(), gone(record)))
                .toList();
    }

    private static Arrival gone(StoredRecord record) {
        return new Arrival(
                record, null, 0, new Holding(record.library(), record.raw().id(), "", "", ""));
    }

    private static Arrival arrival(StoredRecord stored, BibRecord record) {
        Holding holding = new Holding(
                stored.library(),
                stored.raw().id(),
                record.callNumbers().stream()
                        .map(BibRecord.Value::text)
                        .findFirst()
                        .orElse(""),
                record.links().stream().findFirst().orElse(""),
                record.access());
        return new Arrival(stored, Traits.of(record), Merging.score(record), holding);
    }

    static String json(Traits traits) {
        try {
            return JSON.writeValueAsString(traits);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("traits are plain values", e);
        }
    }

    static Traits traits(String json) {
        try {
            return JSON.readValue(json, Traits.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds traits that are not readable", e);
        }
    }
}
