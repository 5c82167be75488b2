package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Reason;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of placed records, and what libraries recommend of them, on every database. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class QualitiesContract {

    private static final int TEXT = TestWorks.TEXT;
    private static final int LINK = TestWorks.LINK;

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
    void recordsAreCountedByHowTheyAreJudged() throws LeaseRefused {
        List<RawRecord> all = works.harvested(2, 3);
        stores.works().apply(works.plan(all, 1), Map.of());
        RawRecord broken = all.getFirst();
        stores.database()
                .writing()
                .useTransaction(handle -> Problems.replaceLinks(
                        handle,
                        Clock.systemUTC(),
                        broken.id(),
                        List.of(TestWorks.problem(broken, Stage.LINK, Reason.LINK_GONE))));
        Qualities qualities = stores.qualities();

        assertEquals(
                List.of(
                        new Qualities.Alike(LINK + TEXT, TEXT, false, 2),
                        new Qualities.Alike(LINK + TEXT, TEXT, true, 1)),
                qualities.of(List.of("s0")));
        assertEquals(List.of(), qualities.of(List.of()));
        assertEquals(2, qualities.lacking(List.of("s0", "s1"), TEXT, 2).size());
        assertEquals(List.of(broken.id()), qualities.withBrokenLinks(List.of("s0", "s1"), LINK, 10));
        assertTrue(qualities.hasBrokenLink(broken.id()));
        assertFalse(qualities.hasBrokenLink(all.getLast().id()));
    }

    @Test
    void aListIsKeptAndFoundByItsLibraryAndItsWorks() throws LeaseRefused {
        List<RawRecord> all = works.harvested(1, 2);
        stores.works().apply(works.plan(all, 1), Map.of());
        // What the second record would have been called by, had it not come to the work of the first.
        String work = all.getFirst().id().minted("w");
        CuratedList list = new CuratedList(
                "l1",
                "l0",
                "",
                "Айдың кітабы",
                "kk",
                "Книга месяца",
                "",
                List.of(
                        new CuratedList.Entry(work, "Абай жолы", "Read it"),
                        new CuratedList.Entry("w0", "Қан мен тер", "")));
        CuratedLists lists = stores.lists();

        lists.save(list);
        lists.save(list);

        assertEquals(Optional.of(list), lists.list("l1"));
        assertEquals(List.of("l1"), ids(lists.ofLibrary("l0")));
        assertEquals(List.of("l1"), ids(lists.ofLibrary("")));
        assertEquals(List.of("l1"), ids(lists.ofWork(work)));
        assertEquals(List.of(), ids(lists.ofWork("w0")));
        assertTrue(lists.remove("l1"));
        assertFalse(lists.remove("l1"));
        assertEquals(Optional.empty(), lists.list("l1"));
    }

    private static List<String> ids(List<CuratedList> lists) {
        return lists.stream().map(CuratedList::id).toList();
    }
}
