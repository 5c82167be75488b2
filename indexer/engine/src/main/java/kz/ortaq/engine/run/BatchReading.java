package kz.ortaq.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import kz.ortaq.engine.cluster.Keys;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.engine.quality.RecordQuality;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;
import org.jspecify.annotations.Nullable;

/** Reads records that changed, several side by side, with what of the neighbourhood can be read before it is their turn. */
final class BatchReading {

    private static final int RECORDS_A_TASK = 20;
    private static final int READ_AT_ONCE = 500;
    // A batch of the longest records that are allowed is a short one.
    private static final int MOST_LETTERS = 16_000_000;
    private static final long[] NONE = {};
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{1,6}");

    private final Stores stores;
    private final RecordReading reading;
    private final Neighbourhood neighbourhood;

    BatchReading(Stores stores, RecordReading reading, Neighbourhood neighbourhood) {
        this.stores = stores;
        this.reading = reading;
        this.neighbourhood = neighbourhood;
    }

    /** A record as read, and as it is to be placed. */
    record Reading(RecordReading.Read read, Cataloguing.@Nullable Arrival arrival) {}

    /**
     * Some records as read.
     *
     * @param sharing which headings have the keys that they may give, of those that are in order
     */
    record Part(List<Reading> readings, Map<Long, long[]> sharing) {}

    /**
     * Records that are being read.
     *
     * @param order what the neighbourhood said of keys in order, before that
     */
    record Batch(List<StoredRecord> changed, List<Future<Part>> parts, int order) {}

    /** Begins to read up to {@code limit} records that changed after a version. */
    Batch begin(long after, int limit, ExecutorService workers) {
        int order = neighbourhood.keys().order();
        List<StoredRecord> changed = changed(after, limit);
        List<Callable<Part>> tasks = new ArrayList<>();
        for (int from = 0; from < changed.size(); from += RECORDS_A_TASK) {
            List<StoredRecord> some = changed.subList(from, Math.min(from + RECORDS_A_TASK, changed.size()));
            tasks.add(() -> read(some));
        }
        return new Batch(changed, Tasks.begin(workers, tasks), order);
    }

    private List<StoredRecord> changed(long after, int limit) {
        List<StoredRecord> changed = new ArrayList<>();
        long last = after;
        long letters = 0;
        while (changed.size() < limit && letters < MOST_LETTERS) {
            int most = Math.min(READ_AT_ONCE, limit - changed.size());
            List<StoredRecord> some = stores.records().changedSince(last, most);
            changed.addAll(some);
            if (some.size() < most) {
                break;
            }
            last = some.getLast().version();
            letters += some.stream()
                    .mapToLong(record -> record.raw().payload().length())
                    .sum();
        }
        return changed;
    }

    private Part read(List<StoredRecord> records) throws IOException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        Set<Long> keys = new HashSet<>();
        for (StoredRecord record : records) {
            if (!record.raw().deleted()) {
                RecordReading.Read read = reading.read(record);
                Cataloguing.Arrival arrival = read.record()
                        .map(mapped -> arrival(record, mapped, read.quality(mapped)))
                        .orElse(null);
                readings.add(new Reading(read.withoutTexts(), arrival));
                if (arrival != null && arrival.traits() != null) {
                    keys.addAll(Linking.keys(Keys.of(arrival.traits())));
                }
            }
        }
        Map<Long, long[]> sharing = new HashMap<>(stores.descriptions().sharingInOrder(keys, SharedKeys.READ_AHEAD));
        keys.forEach(key -> sharing.putIfAbsent(key, NONE));
        return new Part(readings, sharing);
    }

    /**
     * What a batch brings, once it is read.
     *
     * @param problems all that is wrong with its records; empty where nothing is
     * @param sharing which headings have the keys that they may give, of those that are in order
     * @param order what the neighbourhood said of keys in order, before that
     */
    record Brought(
            List<Cataloguing.Arrival> arrivals,
            Map<RecordId, List<Problem>> problems,
            Map<Long, long[]> sharing,
            int order) {}

    /** Waits until a batch is read. */
    Brought brought(Batch batch) throws IOException, InterruptedException {
        Map<RecordId, List<Problem>> problems = new HashMap<>();
        // A record that is gone, or has nothing wrong any more, keeps no problem of before.
        batch.changed().forEach(record -> problems.put(record.raw().id(), List.of()));
        Map<Long, Cataloguing.Arrival> arrivals = new HashMap<>();
        Map<Long, long[]> sharing = new HashMap<>();
        for (Part part : Tasks.results(batch.parts())) {
            sharing.putAll(part.sharing());
            for (Reading one : part.readings()) {
                StoredRecord stored = one.read().stored();
                problems.put(stored.raw().id(), one.read().problems());
                if (one.arrival() != null) {
                    arrivals.put(stored.number(), one.arrival());
                }
            }
        }
        List<Cataloguing.Arrival> all = batch.changed().stream()
                .map(record -> arrivals.getOrDefault(record.number(), gone(record)))
                .toList();
        return new Brought(all, problems, sharing, batch.order());
    }

    private static Cataloguing.Arrival gone(StoredRecord record) {
        return new Cataloguing.Arrival(
                record,
                null,
                "",
                "",
                0,
                RecordQuality.NONE,
                new Holding(record.library(), record.raw().id(), "", 0, "", ""));
    }

    private static Cataloguing.Arrival arrival(StoredRecord stored, BibRecord record, RecordQuality quality) {
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
        return new Cataloguing.Arrival(
                stored,
                traits,
                Cataloguing.id(traits.signature()),
                Cataloguing.id(traits.heading()),
                Merging.score(record),
                quality,
                holding);
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
