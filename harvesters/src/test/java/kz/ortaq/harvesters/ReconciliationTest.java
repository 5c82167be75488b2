package kz.ortaq.harvesters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that a source no longer has, and runs that would do more than usual. */
final class ReconciliationTest {

    private static final Source SOURCE =
            new Source("mektep", "mektep", SourceKind.MARC, "/export.mrc", Map.of(), Source.State.ACTIVE);

    @TempDir
    private Path folder;

    private Stores stores;

    @BeforeEach
    void register() throws Exception {
        stores = Stores.open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(new Library("mektep", Map.of(Language.KK, "Мектеп"), "", "", ""));
        stores.registry().save(SOURCE);
    }

    @Test
    void deletesWhatACompleteListingNoLongerNames() throws Exception {
        harvest(listing(0, 1_500, "a"));

        HarvestReport report = harvest(listing(300, 1_500, "a"));

        assertEquals(new Counts(0, 0, 1_200, 300, 0, 300), report.run().counts());
        assertEquals(1_200, stores.records().live());
    }

    @Test
    void sparesWhatCouldNotBeRead() throws Exception {
        harvest(listing(0, 20, "a"));

        HarvestReport report = harvest((source, checkpoint, sink) -> new Reconciliation(stores)
                .finish(source, seen(5, 20), identifier -> identifier.equals("2"), Checkpoint.START, sink));

        assertEquals(4, report.run().counts().deleted());
    }

    @Test
    void holdsAComparisonThatWouldDeleteMoreThanHalf() throws Exception {
        harvest(listing(0, 100, "a"));

        HarvestReport report = harvest(listing(60, 100, "a"));

        assertEquals(RunStatus.HELD, report.run().status());
        assertEquals(Reason.RUN_HELD, report.problems().getFirst().reason());
        assertEquals(100, stores.records().live());
    }

    @Test
    void letsAConfirmedRunThroughOnce() throws Exception {
        harvest(listing(0, 100, "a"));
        harvest(listing(60, 100, "a"));
        stores.registry().confirm(SOURCE.id(), true);

        HarvestReport confirmed = harvest(listing(60, 100, "a"));
        HarvestReport next = harvest(listing(90, 100, "a"));

        assertEquals(RunStatus.COMPLETE, confirmed.run().status());
        assertEquals(RunStatus.HELD, next.run().status());
        assertEquals(40, stores.records().live());
    }

    @Test
    void holdsARunThatChangesMoreThanHalfAndStoresNothingOfThatPage() throws Exception {
        harvest(listing(0, 300, "a"));

        HarvestReport report = harvest(listing(0, 300, "b"));

        assertEquals(RunStatus.HELD, report.run().status());
        assertEquals("300", report.problems().getFirst().place());
        assertEquals(100, report.run().counts().changed());
    }

    @Test
    void doesNotLetAHeldRunGetItsWayByHalves() throws Exception {
        harvest(listing(0, 300, "a"));
        harvest(listing(0, 300, "b"));

        HarvestReport again = harvest(listing(0, 300, "b"));

        assertEquals(RunStatus.HELD, again.run().status());
        assertEquals(0, again.run().counts().changed());
    }

    private HarvestReport harvest(Harvester harvester) throws Exception {
        return new Harvests(stores, Map.of(SourceKind.MARC, harvester)).harvest(SOURCE, counts -> {});
    }

    /** A harvester that lists the records from {@code first} on, in pages of a hundred. */
    private Harvester listing(int first, int end, String content) {
        return (source, checkpoint, sink) -> {
            List<RawRecord> records = new ArrayList<>(IntStream.range(first, end)
                    .mapToObj(i -> new RawRecord(
                            new RecordId(source.id(), String.valueOf(i)),
                            false,
                            "x",
                            "",
                            List.of(),
                            "record " + i,
                            content + i,
                            List.of()))
                    .toList());
            for (int from = 0; from < records.size(); from += 100) {
                List<RawRecord> page = records.subList(from, Math.min(from + 100, records.size()));
                sink.accept(new HarvestPage(page, List.of(), List.of(), checkpoint));
            }
            return new Reconciliation(stores).finish(source, seen(first, end), id -> false, Checkpoint.START, sink);
        };
    }

    private static Seen seen(int first, int end) {
        Seen seen = new Seen();
        IntStream.range(first, end).forEach(i -> seen.add(String.valueOf(i)));
        return seen;
    }

    @Test
    void holdsAComparisonWithAListInWhichThereIsNothing() throws Exception {
        harvest(listing(0, 5, "a"));

        HarvestReport report = harvest(listing(0, 0, "a"));
        stores.registry().confirm(SOURCE.id(), true);
        HarvestReport confirmed = harvest(listing(0, 0, "a"));

        assertEquals(RunStatus.HELD, report.run().status());
        assertEquals(RunStatus.COMPLETE, confirmed.run().status());
        assertEquals(0, stores.records().live());
    }

    @Test
    void goesOnWithAFirstHarvestThatHasManyRecordsOfOldDeletions() throws Exception {
        Harvester first = (source, checkpoint, sink) -> {
            listing(0, 100, "a").harvest(source, checkpoint, sink);
            sink.accept(deletions(100, 160, checkpoint));
            return Harvester.Ending.STOPPED;
        };

        harvest(first);
        HarvestReport rest = harvest((source, checkpoint, sink) -> {
            sink.accept(deletions(160, 200, checkpoint));
            return Harvester.Ending.COMPLETE;
        });

        assertEquals(RunStatus.COMPLETE, rest.run().status());
        assertEquals(100, stores.records().live());
    }

    private static HarvestPage deletions(int first, int end, Checkpoint next) {
        List<RawRecord> deletions = IntStream.range(first, end)
                .mapToObj(i -> RawRecord.deletion(new RecordId(SOURCE.id(), String.valueOf(i)), "", ""))
                .toList();
        return new HarvestPage(deletions, List.of(), List.of(), next);
    }
}
