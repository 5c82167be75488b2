package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What works, and what is known of their records, do on every database. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class WorksContract {

    static final Works.Maker MAKER = new Works.Maker(5, "tables");
    private static final int TEXT = TestWorks.TEXT;
    private static final long[] NONE = {};

    @TempDir
    Path folder;

    private Stores stores;
    private TestWorks works;

    /** Stores on a database that nobody else uses, and that is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    @BeforeEach
    void openStores() throws IOException {
        stores = open(DataFolder.open(folder), Clock.systemUTC());
        works = new TestWorks(stores);
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void aBookOfThousandsIsReadAPageAtATimeTheNearestFirst() throws LeaseRefused {
        List<RawRecord> all = works.harvested(70, 100);
        assertTrue(stores.works().apply(works.plan(all, 3), Map.of()));
        String work = all.getFirst().id().minted("w");
        List<Set<String>> near = List.of(Set.of("s44"), Set.of(), Set.of("s10", "s69"));

        Works.Standing standing = standing(work);
        List<Holding> first = page(work, near, 0, 40);
        Set<RecordId> everyone = new HashSet<>();
        for (int from = 0; from < 2_400; from += 400) {
            Map<String, List<Holding>> page =
                    stores.holdings().of(work, standing.editions().keySet(), near, from, 400);
            page.values().forEach(holdings -> {
                assertTrue(holdings.size() <= 400);
                holdings.forEach(holding -> assertTrue(everyone.add(holding.record()), holding::toString));
            });
        }

        assertEquals(
                List.of(2_334, 2_333, 2_333), List.copyOf(standing.editions().values()));
        assertEquals(15, standing.telling().size());
        assertEquals(
                all.getFirst().id(), standing.telling().getFirst().holding().record());
        assertEquals(7_000, everyone.size());
        assertEquals(
                List.of("s44", "s10", "s10"),
                List.of(source(first.get(0)), source(first.get(34)), source(first.get(39))));
        assertEquals("l44", first.getFirst().library());
        assertEquals("22.14", first.getFirst().callNumber());
        assertEquals(List.of(), page(work, near, 7_000, 40));
        assertEquals(
                70,
                stores.works()
                        .holders(List.of(work))
                        .getOrDefault(work, List.of())
                        .size());
    }

    private Works.Standing standing(String work) {
        Map<String, Works.Standing> found = stores.works().of(List.of(work, "w0"));
        assertEquals(Set.of(work), found.keySet());
        return Objects.requireNonNull(found.get(work));
    }

    private List<Holding> page(String work, List<Set<String>> near, int first, int most) {
        String edition = standing(work).editions().keySet().iterator().next();
        return stores.holdings().of(work, List.of(edition), near, first, most).getOrDefault(edition, List.of());
    }

    private static String source(Holding holding) {
        return holding.record().source();
    }

    @Test
    void whatIsWrongIsWrittenWithThePlanOrNotAtAll() throws LeaseRefused {
        RawRecord record = works.harvested(1, 1).getFirst();
        WorkPlan plan = works.plan(List.of(record), 1);
        Problem mended = TestWorks.problem(record, Stage.CROSSWALK, Reason.NO_TITLE);

        assertTrue(stores.works().apply(plan, Map.of(record.id(), List.of())));
        boolean late = stores.works().apply(plan, Map.of(record.id(), List.of(mended)));

        assertFalse(late);
        assertEquals(List.of(), stores.problems().ofSource("s0", 10));
    }

    @Test
    void whatIsReadLaterCountsForTheRecordThatWasRead() throws LeaseRefused {
        RawRecord record = works.harvested(1, 1).getFirst();
        Problem unread = TestWorks.problem(record, Stage.TEXT, Reason.DOCUMENT_NEEDS_OCR);
        stores.works().apply(works.plan(List.of(record), 1), Map.of(record.id(), List.of(unread)));
        StoredRecord stored = stores.records().find(record.id()).orElseThrow();
        List<RecordId> lacking = stores.qualities().lacking(List.of("s0"), TEXT, 10);

        keep(stored, stored.version() - 1);
        List<Problem> ofAnother = stores.problems().ofSource("s0", 10);
        keep(stored, stored.version());

        assertEquals(List.of(record.id()), lacking);
        assertEquals(List.of(unread), ofAnother);
        assertEquals(List.of(), stores.problems().ofSource("s0", 10));
        assertEquals(List.of(), stores.qualities().lacking(List.of("s0"), TEXT, 10));
    }

    private void keep(StoredRecord stored, long version) {
        stores.rereadings()
                .keep(List.of(new Rereadings.Rereading(
                        stored.number(), version, stored.raw().id(), List.of(), TEXT, 0)));
    }

    @Test
    void anOlderProgramNeverBeginsAfterANewerOneNorOneThatWasFollowed() {
        Works made = stores.works();

        Optional<Works.State> first = made.state(MAKER, true);
        assertEquals(first, made.state(MAKER, false));
        assertEquals(Optional.empty(), made.state(new Works.Maker(4, "tables"), true));
        Optional<Works.State> other = made.state(new Works.Maker(5, "others"), true);
        assertEquals(Optional.empty(), made.state(MAKER, false));
        Optional<Works.State> newer = made.state(new Works.Maker(10, "tables"), true);

        assertEquals(
                List.of(1, 2, 3),
                List.of(
                        first.orElseThrow().epoch(),
                        other.orElseThrow().epoch(),
                        newer.orElseThrow().epoch()));
        assertTrue(made.madeByAnotherThan(MAKER));
        assertFalse(made.madeByAnotherThan(new Works.Maker(10, "tables")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAKeyThatVeryManyShareNoMoreIsReadThanIsAskedFor(boolean inOrder) throws LeaseRefused {
        WorkPlan placed = works.plan(works.harvested(1, 1), 1);
        List<WorkPlan.Heading> headings = new ArrayList<>();
        for (long number = 1; number <= 50; number++) {
            headings.add(new WorkPlan.Heading(
                    number, "h" + number, number % 10 == 0 ? Set.of(Long.MIN_VALUE, 7L) : Set.of(7L)));
        }
        stores.works()
                .apply(
                        new WorkPlan(
                                placed.state(),
                                placed.cursor(),
                                placed.descriptions(),
                                placed.placed(),
                                headings,
                                Set.of(),
                                Set.of(),
                                inOrder,
                                List.of(),
                                placed.works(),
                                Map.of()),
                        Map.of());

        List<Long> keys = List.of(7L, Long.MIN_VALUE, 8L);
        Map<Long, long[]> sharing = stores.descriptions().sharing(keys, 20);

        assertEquals(Set.of(7L, Long.MIN_VALUE), sharing.keySet());
        // What waits to be put in order is in memory anyway.
        assertEquals(inOrder ? 20 : 50, sharing.getOrDefault(7L, NONE).length);
        assertArrayEquals(
                new long[] {10, 20, 30, 40, 50},
                Arrays.stream(sharing.getOrDefault(Long.MIN_VALUE, NONE))
                        .sorted()
                        .toArray());
    }
}
