package kz.ortaq.harvesters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.RecordStore;
import kz.ortaq.records.store.Stores;

/** Finds the records that a source no longer has, where it does not say so: by comparing what it lists with the store. */
public final class Reconciliation {

    private static final int CHUNK = 1_000;
    private static final int PAGE = 200;

    private final Stores stores;

    public Reconciliation(Stores stores) {
        this.stores = stores;
    }

    /**
     * Deletes what a complete listing did not name, unless that is far more than usual: then nothing is deleted, and the
     * run is held.
     *
     * @param seen all that the listing named
     * @param spared identifiers that are not deleted though they were not seen: what could not be read may still exist
     * @param next the checkpoint that stands when it is done
     */
    public Harvester.Ending finish(
            Source source, Seen seen, Predicate<String> spared, Checkpoint next, Consumer<HarvestPage> sink)
            throws InterruptedException {
        Missing counted = new Missing();
        missing(source, seen, spared, record -> counted.count++);
        Usual usual = Usual.of(stores, source.id());
        Counts planned = new Counts(0, 0, 0, counted.count, 0);
        // An empty list is a server in trouble, or an export that failed, sooner than a library without a book.
        boolean nothing = seen.size() == 0 && counted.count > 0 && !usual.confirmed();
        if (nothing || !usual.allows(planned)) {
            sink.accept(HarvestPage.of(usual.held(planned), stores.registry().checkpoint(source.id())));
            return Harvester.Ending.HELD;
        }
        List<RawRecord> deletions = new ArrayList<>();
        missing(source, seen, spared, record -> {
            deletions.add(RawRecord.deletion(new RecordId(source.id(), record.identifier()), "", record.place()));
            if (deletions.size() == PAGE) {
                sink.accept(HarvestPage.reconciled(deletions, stores.registry().checkpoint(source.id())));
                deletions.clear();
            }
        });
        sink.accept(HarvestPage.reconciled(deletions, next));
        return Harvester.Ending.COMPLETE;
    }

    private static final class Missing {
        private long count;
    }

    private void missing(Source source, Seen seen, Predicate<String> spared, Consumer<RecordStore.Listed> consumer)
            throws InterruptedException {
        String after = "";
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the harvest was stopped");
            }
            List<RecordStore.Listed> chunk = stores.records().listed(source.id(), after, CHUNK);
            chunk.stream()
                    .filter(record -> !seen.contains(record.identifier()) && !spared.test(record.identifier()))
                    .forEach(consumer);
            if (chunk.size() < CHUNK) {
                return;
            }
            after = chunk.getLast().identifier();
        }
    }
}
