package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What writers do on every database: together, when they fail, and with what is hard to write. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class WritersContract {

    private static final Checkpoint NEXT = new Checkpoint("t2", "oai_dc", "", 1, "2026-11-22T00:00:00Z", "");

    @TempDir
    Path folder;

    private Stores stores;

    /** Stores on a database that nobody else uses, and that is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    /** Returns when a writer waits for another, as far as the database shows that. */
    abstract void awaitAWriterThatWaits(Stores stores);

    @BeforeEach
    void openStores() throws IOException {
        stores = open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей кітапханасы"), "", "", ""));
        for (String source : List.of("a", "b")) {
            stores.registry()
                    .save(new Source(
                            source, "semey", SourceKind.OAI, "https://e.kz/oai", Map.of(), Source.State.ACTIVE));
        }
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void aLowerVersionThatIsCommittedLastIsNeverSkipped() throws Exception {
        Lease second = stores.runs().begin("b");
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Handle first = stores.database().writing().open()) {
            first.begin();
            RecordWriter.write(first, List.of(touched(record("a", "бірінші"))));

            Future<Counts> later = threads.submit(() -> {
                begun.countDown();
                return stores.records().store(second, page(record("b", "екінші")));
            });
            begun.await();
            awaitAWriterThatWaits(stores);
            boolean overtook = later.isDone();
            List<StoredRecord> seenMeanwhile = stores.records().changedSince(0, 10);
            first.commit();
            first.close();
            later.get();

            assertFalse(overtook);
            assertEquals(List.of(), seenMeanwhile);
            assertEquals(
                    List.of("1 бірінші", "2 екінші"),
                    stores.records().changedSince(0, 10).stream()
                            .map(change ->
                                    change.version() + " " + change.raw().id().identifier())
                            .toList());
        }
    }

    @Test
    void keepsWhatWasStoredWhenAPageHasItAgainBehindAnother() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        RawRecord first = record("a", "1", "Абай жолы", "аңыз.pdf");
        RawRecord other = record("a", "1", "Путь Абая", "путь.pdf");
        stores.records().store(lease, page(first));

        Counts counts = stores.records().store(lease, page(other, first));

        assertEquals(new Counts(0, 2, 0, 0, 0), counts);
        StoredRecord stored = stores.records().find(first.id()).orElseThrow();
        assertEquals(first.payload(), stored.raw().payload());
        assertEquals(first.documents(), stored.raw().documents());
        assertEquals(
                first.hash(), stores.records().listed("a", "", 10).getFirst().hash());
        assertEquals(2, stores.records().latestVersion());
    }

    @Test
    void leavesTheCheckpointWhereItWasWhenAPageFailsHalfWay() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        HarvestPage broken = page(record("a", "1"), record("жоқ", "2"));

        assertThrows(RuntimeException.class, () -> stores.records().store(lease, broken));

        assertEquals(Checkpoint.START, stores.registry().checkpoint("a"));
        assertEquals(0, stores.records().live());
        assertEquals(0, stores.runs().run(lease.run()).counts().stored());
        stores.records().store(lease, page(record("a", "1")));
        assertEquals(1, stores.records().latestVersion());
        assertEquals(NEXT, stores.registry().checkpoint("a"));
    }

    @Test
    void theLaterOfTwoRecordsOfOneNameStands() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        RawRecord first = record("a", "1", "Абай", "аңыз.pdf");
        RawRecord later = record("a", "1", "Қожа", "ертегі.pdf");

        stores.records().store(lease, page(first, record("a", "2"), later));

        StoredRecord stored = stores.records().find(first.id()).orElseThrow();
        assertEquals("Қожа", stored.raw().payload());
        assertEquals("ертегі.pdf", stored.raw().documents().getFirst().name());
        assertEquals(1, stores.records().documents());
    }

    @Test
    void keepsTextsThatADatabaseCannotHold() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        RawRecord zero = record("a", "ко\0д", "Аб\0ай", "аңыз\0.pdf");
        RawRecord endless = record("a", "ұ".repeat(100_000));
        Problem problem = new Problem(
                Reason.RECORD_BROKEN, Severity.ERROR, Stage.HARVEST, "ы".repeat(10_000), "page 1", "U+0000");
        HarvestPage page = new HarvestPage(
                List.of(zero, endless), List.of(new HarvestPage.Rejected(problem, "<record>\0", 1)), List.of(), NEXT);

        Counts first = stores.records().store(lease, page);
        Counts again = stores.records().store(lease, page);

        assertEquals(new Counts(2, 0, 0, 0, 1, 0), first);
        assertEquals(new Counts(0, 0, 2, 0, 1, 0), again);
        StoredRecord stored = stores.records().find(zero.id()).orElseThrow();
        assertEquals("Аб\0ай", stored.raw().payload());
        assertEquals("ко\uFFFDд", stored.raw().id().identifier());
        assertEquals("аңыз\uFFFD.pdf", stored.raw().documents().getFirst().name());
        assertEquals(
                "<record>\0",
                stores.problems().rejected(lease.run(), 1).getFirst().payload());
    }

    @Test
    void ordersRecordsByTheirBytesWhateverTheLanguage() throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.records()
                .store(
                        lease,
                        page(record("a", "ә"), record("a", "b"), record("a", "я"), record("a", "B"), record("a", "-")));

        List<String> identifiers = new ArrayList<>();
        stores.records()
                .forEach("a", record -> identifiers.add(record.raw().id().identifier()));

        assertEquals(List.of("-", "B", "b", "я", "ә"), identifiers);
    }

    private static HarvestPage page(RawRecord... records) {
        return new HarvestPage(List.of(records), List.of(), List.of(), NEXT);
    }

    private static RawRecord record(String source, String identifier) {
        return new RawRecord(new RecordId(source, identifier), false, "f", "", List.of(), "page 1", "Абай", List.of());
    }

    private static RawRecord record(String source, String identifier, String payload, String document) {
        return new RawRecord(
                new RecordId(source, identifier),
                false,
                "f",
                "",
                List.of(),
                "page 1",
                payload,
                List.of(new StoredDocument(RecordId.hash(document), document, 12)));
    }

    private static RecordWriter.Touched touched(RawRecord record) {
        return new RecordWriter.Touched(Prepared.all(List.of(record), Map.of()).getFirst(), false);
    }
}
