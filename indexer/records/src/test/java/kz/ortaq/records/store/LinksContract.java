package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.Link.Outcome;
import kz.ortaq.records.store.Link.State;
import kz.ortaq.records.store.Link.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What links do on every database. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class LinksContract {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final StoredDocument ABAI = new StoredDocument("aa11", "абай.pdf", 7);
    private static final StoredDocument OTHER = new StoredDocument("bb22", "өлең.pdf", 9);

    @TempDir
    Path folder;

    private Stores stores;

    /** Stores on a database that nobody else uses, and that is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    @BeforeEach
    void openStores() throws IOException {
        stores = open(DataFolder.open(folder), Clock.fixed(NOW, ZoneOffset.UTC));
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        for (String id : List.of("a", "b")) {
            stores.registry()
                    .save(new Source(id, "semey", SourceKind.OAI, "https://e.kz/oai", Map.of(), Source.State.ACTIVE));
        }
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void givesARecordTheDocumentOfItsLinkAndANewVersion() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf")));
        long before = stores.records().latestVersion();

        stores.links().settle(link("a", "1"), fetched(ABAI));

        assertEquals(List.of(ABAI), documents("a", "1"));
        assertEquals(before + 1, stores.records().latestVersion());
        assertEquals(
                "1",
                stores.records().changedSince(before, 10).getFirst().raw().id().identifier());
    }

    @Test
    void givesNoNewVersionWhereTheDocumentIsTheSame() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf")));
        stores.links().settle(link("a", "1"), fetched(ABAI));
        long before = stores.records().latestVersion();

        stores.links().settle(link("a", "1"), fetched(ABAI));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf")));

        assertEquals(before, stores.records().latestVersion());
    }

    @Test
    void keepsOneLinkForAllRecordsThatPointThere() throws LeaseRefused {
        store(record("a", "1", "I том"), record("a", "2", "II том"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf"), "2", List.of("https://e.kz/1.pdf")));

        List<Link> due = stores.links().due("a", Optional.empty(), 10);
        stores.links().settle(due.getFirst(), fetched(ABAI));

        assertEquals(1, due.size());
        assertEquals(List.of(ABAI), documents("a", "1"));
        assertEquals(List.of(ABAI), documents("a", "2"));
    }

    @Test
    void keepsLinkedDocumentsWhenARecordChangesAndItsOwnInFront() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf")));
        stores.links().settle(link("a", "1"), fetched(ABAI));

        store(record("a", "1", "Абай жолы. Роман-эпопея", OTHER));

        assertEquals(List.of(OTHER, ABAI), documents("a", "1"));
    }

    @Test
    void takesADocumentOffWhenItsLinkIsGone() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf", "https://e.kz/2.pdf")));
        stores.links().settle(link("a", "1"), fetched(ABAI));
        long before = stores.records().latestVersion();

        point("a", Map.of("1", List.of("https://e.kz/2.pdf")));

        assertEquals(List.of(), documents("a", "1"));
        assertTrue(stores.records().latestVersion() > before);
        assertEquals(1, stores.links().due("a", Optional.empty(), 10).size());
    }

    @Test
    void dropsTheLinksDocumentsAndProblemsOfADeletedRecord() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf", "https://e.kz/2.pdf")));
        stores.links().settle(link("a", "1"), fetched(ABAI));
        stores.links().settle(stores.links().due("a", Optional.empty(), 1).getFirst(), gone());

        store(RawRecord.deletion(new RecordId("a", "1"), "", ""));
        point("a", Map.of("1", List.of()));

        assertEquals(List.of(), stores.links().ofRecord(new RecordId("a", "1")));
        assertEquals(List.of(), stores.problems().ofSource("a", 10));
        stores.records()
                .forEach("a", record -> assertEquals(List.of(), record.raw().documents()));
    }

    @Test
    void saysWhyARecordHasNoDocumentUntilItHasOne() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf")));

        stores.links().settle(link("a", "1"), gone());
        List<Problem> missing = stores.problems().ofSource("a", 10);
        stores.links().settle(link("a", "1"), fetched(ABAI));

        assertEquals("1", missing.getFirst().identifier());
        assertEquals("https://e.kz/1.pdf", missing.getFirst().place());
        assertTrue(missing.getFirst().message(Language.KK).contains("404"));
        assertEquals(List.of(), stores.problems().ofSource("a", 10));
    }

    @Test
    void givesWhatIsDueInOrderAndNothingBeforeItsTime() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1", "https://e.kz/2", "https://e.kz/3", "https://e.kz/4")));
        List<Link> all = stores.links().due("a", Optional.empty(), 10);
        stores.links().settle(all.get(0), fetched(ABAI));
        stores.links().settle(all.get(1), new Outcome(State.FAILED, 1, NOW, null, null));

        List<Link> first = stores.links().due("a", Optional.empty(), 2);
        List<Link> rest = stores.links().due("a", Optional.of(first.getLast()), 2);

        assertEquals(List.of("https://e.kz/3", "https://e.kz/4"), addresses(first));
        assertEquals(List.of("https://e.kz/2"), addresses(rest));
    }

    @Test
    void needsAnAlternativeOnlyWhereThereIsNoDocument() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf", "https://e.kz/1/alternative")));
        List<Link> links = stores.links().ofRecord(new RecordId("a", "1"));

        boolean before = stores.links().needed(links.getLast());
        stores.links().settle(links.getFirst(), fetched(ABAI));

        assertTrue(before);
        assertFalse(stores.links().needed(links.getLast()));
        assertTrue(stores.links().needed(links.getFirst()));
    }

    @Test
    void knowsWhatCameOfAnAddressForAnotherSource() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        store(record("b", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf")));
        point("b", Map.of("1", List.of("https://e.kz/1.pdf")));

        Optional<Outcome> before = stores.links().elsewhere(link("b", "1"));
        stores.links().settle(link("a", "1"), fetched(ABAI));

        assertEquals(Optional.empty(), before);
        assertEquals(fetched(ABAI), stores.links().elsewhere(link("b", "1")).orElseThrow());
    }

    @Test
    void asksRecordsOnceByTheSameRules() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        Links.Changed record = stores.links().changed("a", 0, 10).getFirst();

        stores.links().point("a", Map.of(record.number(), List.of()), record.version(), "rules");

        assertEquals("Абай жолы", record.payload());
        assertEquals(record.version(), stores.links().cursor("a", "rules"));
        assertEquals(0, stores.links().cursor("a", "other rules"));
        assertEquals(List.of(), stores.links().changed("a", record.version(), 10));
    }

    private void store(RawRecord... records) throws LeaseRefused {
        Lease lease = stores.runs().begin(records[0].id().source());
        stores.records().store(lease, new HarvestPage(List.of(records), List.of(), List.of(), Checkpoint.START));
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    private void point(String source, Map<String, List<String>> pointed) {
        Map<Long, List<Links.Pointer>> byNumber = new HashMap<>();
        List<Links.Changed> records = stores.links().changed(source, 0, 100);
        // The records of one test are numbered in the order of their identifiers.
        List<Long> numbers =
                records.stream().map(Links.Changed::number).sorted().toList();
        pointed.forEach((identifier, addresses) -> byNumber.put(
                numbers.get(Integer.parseInt(identifier) - 1),
                addresses.stream()
                        .map(address -> new Links.Pointer(address, address.endsWith("alternative")))
                        .toList()));
        stores.links().point(source, byNumber, 0, "rules");
    }

    private Link link(String source, String identifier) {
        return stores.links().ofRecord(new RecordId(source, identifier)).getFirst();
    }

    private List<StoredDocument> documents(String source, String identifier) {
        RecordId id = new RecordId(source, identifier);
        return stores.records().find(id).orElseThrow().raw().documents();
    }

    private static List<String> addresses(List<Link> links) {
        return links.stream().map(Link::address).toList();
    }

    private static RawRecord record(String source, String identifier, String payload, StoredDocument... documents) {
        RecordId id = new RecordId(source, identifier);
        return new RawRecord(id, false, "f", "", List.of(), "page 1", payload, Arrays.asList(documents));
    }

    private static Outcome fetched(StoredDocument document) {
        return new Outcome(State.FETCHED, 0, LATER, new Link.Copy(document, "https://e.kz/1.pdf", "\"1\"", ""), null);
    }

    private static Outcome gone() {
        return new Outcome(State.REFUSED, 0, LATER, null, new Trouble(Reason.LINK_GONE, Severity.WARNING, "404"));
    }

    @Test
    void learnsNothingFromASourceThatDidNotNeedTheAddress() throws LeaseRefused {
        store(record("a", "1", "Абай жолы"));
        store(record("b", "1", "Абай жолы"));
        point("a", Map.of("1", List.of("https://e.kz/1.pdf")));
        point("b", Map.of("1", List.of("https://e.kz/1.pdf")));

        stores.links().settle(link("a", "1"), new Outcome(State.SPARED, 0, LATER, null, null));

        assertEquals(Optional.empty(), stores.links().elsewhere(link("b", "1")));
    }
}
