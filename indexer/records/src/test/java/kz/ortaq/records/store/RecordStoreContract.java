package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What records do on every database. */
abstract class RecordStoreContract {

    private static final Checkpoint NEXT = new Checkpoint("t2", "oai_dc", "", 1, "2026-11-22T00:00:00Z", "");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls openStores first
    private Stores stores;

    /** Stores on a database that nobody else uses, and that is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    @BeforeEach
    void openStores() throws IOException {
        stores = open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей кітапханасы"), "", "", ""));
        for (String source : List.of("a", "b")) {
            stores.registry()
                    .save(new Source(
                            source,
                            "semey",
                            SourceKind.OAI,
                            "https://example.org/oai",
                            Map.of("prefix", "oai_dc"),
                            Source.State.ACTIVE));
        }
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void storesAPageAndItsCheckpointTogether() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");

        Counts counts = stores.records().store(lease, page(record("a", "1", "Абай"), record("a", "2", "Steppe")));

        assertEquals(new Counts(2, 0, 0, 0, 0), counts);
        assertEquals(NEXT, stores.registry().checkpoint("a"));
        List<StoredRecord> changes = stores.records().changedSince(0, 10);
        assertEquals(
                List.of("1", "2"),
                changes.stream().map(change -> change.raw().id().identifier()).toList());
        StoredRecord stored = first();
        assertEquals("Абай", stored.raw().payload());
        assertEquals("semey", stored.library());
    }

    @Test
    void seesUnchangedContentAsUnchanged() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, page(record("a", "1", "Абай"), record("a", "2", "Қожа")));
        long version = stores.records().latestVersion();

        Counts counts = stores.records().store(lease, page(record("a", "1", "Абай"), record("a", "2", "Қожа!")));

        assertEquals(new Counts(0, 1, 1, 0, 0), counts);
        List<StoredRecord> changes = stores.records().changedSince(version, 10);
        assertEquals(
                List.of("2"),
                changes.stream().map(change -> change.raw().id().identifier()).toList());
    }

    @Test
    void listsLiveRecordsWithTheHashesOfWhatWasSent() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        RawRecord kept = record("a", "2", "Қожа");
        RawRecord deletion = RawRecord.deletion(new RecordId("a", "1"), "", "");
        stores.records().store(lease, page(record("a", "1", "Абай"), kept, record("a", "3", "Steppe"), deletion));

        List<RecordStore.Listed> first = stores.records().listed("a", "", 1);

        assertEquals(List.of(new RecordStore.Listed("2", kept.place(), kept.hash())), first);
        assertEquals("3", stores.records().listed("a", "2", 10).getFirst().identifier());
    }

    @Test
    void countsADeletionOnceAndARecordThatComesBackAsNew() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, page(record("a", "1", "Абай")));
        RawRecord deletion = RawRecord.deletion(new RecordId("a", "1"), "2026-01-01", "page 1");

        Counts first = stores.records().store(lease, page(deletion));
        Counts second = stores.records().store(lease, page(deletion));
        Counts third = stores.records().store(lease, page(record("a", "1", "Абай")));

        assertEquals(new Counts(0, 0, 0, 1, 0), first);
        assertEquals(new Counts(0, 0, 1, 0, 0), second);
        assertEquals(new Counts(1, 0, 0, 0, 0), third);
    }

    @Test
    void keepsTheIdsOfEditionAndWorkThroughEveryChange() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, page(record("a", "1", "Абай")));
        StoredRecord before = first();

        stores.records().store(lease, page(record("a", "1", "Абай жолы")));

        StoredRecord after = first();
        assertEquals(before.work(), after.work());
        assertEquals(before.edition(), after.edition());
        assertEquals(before.number(), after.number());
    }

    @Test
    void storesNothingOfAPageWhoseLeaseWasTakenOver() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.runs().end(lease, RunStatus.COMPLETE);

        assertThrows(LeaseRefused.class, () -> stores.records().store(lease, page(record("a", "1", "Абай"))));

        assertEquals(0, stores.records().live());
        assertEquals(Checkpoint.START, stores.registry().checkpoint("a"));
    }

    @Test
    void keepsDocumentsProblemsAndRejectedBytesWithTheirRecord() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        StoredDocument document = new StoredDocument("ab".repeat(32), "Өлкетану/аңыз.pdf", 12);
        RawRecord record = new RawRecord(
                new RecordId("a", "1"), false, "file", "", List.of("s"), "аңыз.pdf", "{}", List.of(document));
        Problem problem =
                new Problem(Reason.RECORD_BROKEN, Severity.ERROR, Stage.HARVEST, "2", "page 1, record 2", "\u0003");

        stores.records()
                .store(
                        lease,
                        new HarvestPage(
                                List.of(record),
                                List.of(new HarvestPage.Rejected(problem, "<record>", 1)),
                                List.of(),
                                NEXT));

        assertEquals(List.of(document), first().raw().documents());
        assertEquals(
                List.of(new KnownFile("1", "аңыз.pdf", "ab".repeat(32))),
                stores.records().files("a"));
        assertEquals(List.of(problem), stores.problems().ofRun(lease.run(), 10));
        assertEquals(
                "<record>",
                stores.problems().rejected(lease.run(), 10).getFirst().payload());
        assertEquals(1, stores.runs().run(lease.run()).counts().rejected());
    }

    @Test
    void neverSkipsAChangeWhileTwoWritersCommit() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        int pages = 60;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (String source : List.of("a", "b")) {
                writers.add(threads.submit(() -> {
                    Random random = new Random(seed + source.hashCode());
                    Lease lease = stores.runs().begin(source);
                    for (int page = 0; page < pages; page++) {
                        List<RawRecord> records = new ArrayList<>();
                        for (int i = 0; i <= random.nextInt(5); i++) {
                            records.add(record(source, page + "-" + i, "қазақ " + page));
                        }
                        stores.records().store(lease, new HarvestPage(records, List.of(), List.of(), NEXT));
                    }
                    return null;
                }));
            }

            long cursor = 0;
            List<RecordId> seen = new ArrayList<>();
            while (writers.stream().anyMatch(writer -> !writer.isDone())
                    || cursor < stores.records().latestVersion()) {
                for (StoredRecord change : stores.records().changedSince(cursor, 7)) {
                    assertTrue(change.version() > cursor);
                    cursor = change.version();
                    seen.add(change.raw().id());
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }

            List<RecordId> stored = new ArrayList<>();
            stores.records().forEach("", record -> stored.add(record.raw().id()));
            assertEquals(
                    stored, seen.stream().sorted(RecordStoreContract::compare).toList());
        }
    }

    @Test
    void turnsAllRecordsOfARemovedSourceIntoDeletions() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, page(record("a", "1", "Абай"), record("a", "2", "Қожа")));
        long version = stores.records().latestVersion();

        long deleted = stores.records().deleteAll("a");

        assertEquals(2, deleted);
        assertEquals(2, stores.records().changedSince(version, 10).size());
        assertEquals(0, stores.records().live());
    }

    @Test
    void storesNothingMoreOfASourceThatIsRemovedDuringItsHarvest() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.registry().setState("a", Source.State.REMOVED);

        assertThrows(LeaseRefused.class, () -> stores.records().store(lease, page(record("a", "1", "Абай"))));

        assertEquals(0, stores.records().live());
    }

    @Test
    void refusesASecondHarvestOfTheSameSource() throws LeaseRefused {
        stores.runs().begin("a");

        assertThrows(LeaseRefused.class, () -> stores.runs().begin("a"));
        stores.runs().begin("b");
    }

    private StoredRecord first() {
        List<StoredRecord> records = new ArrayList<>();
        stores.records().forEach("", records::add);
        return records.getFirst();
    }

    private static int compare(RecordId left, RecordId right) {
        int bySource = left.source().compareTo(right.source());
        return bySource != 0 ? bySource : left.identifier().compareTo(right.identifier());
    }

    private static HarvestPage page(RawRecord... records) {
        return new HarvestPage(List.of(records), List.of(), List.of(), NEXT);
    }

    private static RawRecord record(String source, String identifier, String payload) {
        return new RawRecord(
                new RecordId(source, identifier),
                false,
                "http://www.openarchives.org/OAI/2.0/oai_dc/",
                "2026-01-01",
                List.of("books"),
                "page 1",
                payload,
                List.of());
    }
}
