package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.index.OtherProgram;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.records.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes over a store: up to date, rebuilt, shared. */
final class IndexesTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open first
    private TestLibrary library;

    @BeforeEach
    void open() throws Exception {
        library = new TestLibrary(folder);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Optional<Long> bringUpToDate() throws Exception {
        return library.indexes().bringUpToDate(done -> {});
    }

    private List<String> titles(String typed) throws Exception {
        return TestLibrary.titles(library.search(typed));
    }

    private List<Reason> problems() {
        return library.stores().problems().ofSource(TestLibrary.SOURCE, 100).stream()
                .map(Problem::reason)
                .toList();
    }

    @Test
    void thereIsNothingToSearchBeforeTheFirstRun() throws Exception {
        assertEquals(Optional.empty(), library.indexes().openForReading());
    }

    @Test
    void indexesWhatChanged() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"), TestLibrary.record("2", "Путь Абая"));
        assertEquals(Optional.of(2L), bringUpToDate());

        library.store(TestLibrary.record("2", "Дорога Абая"), TestLibrary.record("3", "The Way of Abai"));
        assertEquals(Optional.of(2L), bringUpToDate());

        assertEquals(List.of("The Way of Abai", "Абай жолы", "Дорога Абая"), titles(""));
        assertEquals(List.of(), titles("Путь"));
        assertEquals(Optional.of(0L), bringUpToDate());
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        for (int i = 0; i < 14; i++) {
            library.store(TestLibrary.record("r" + i, "Кітап " + i));
        }
        List<String> progress = new ArrayList<>();

        library.indexes().bringUpToDate(done -> progress.add(done.placed() + "/" + done.works()));

        assertEquals(List.of("12/0", "14/0", "14/3", "14/6", "14/9", "14/12", "14/14"), progress);
    }

    @Test
    void removesTheWorksOfDeletedRecords() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"), TestLibrary.record("2", "Қан мен тер"));
        bringUpToDate();

        library.store(TestLibrary.deletion("1"));
        bringUpToDate();
        assertEquals(List.of("Қан мен тер"), titles(""));

        library.stores().records().deleteAll(TestLibrary.SOURCE);
        bringUpToDate();
        assertEquals(List.of(), titles(""));

        library.store(TestLibrary.record("1", "Абай жолы"));
        bringUpToDate();
        assertEquals(List.of("Абай жолы"), titles(""));
    }

    @Test
    void aRecordWithoutATitleIsAProblemUntilItIsMended() throws Exception {
        library.store(TestLibrary.record("1", ""), TestLibrary.record("2", "Қан мен тер"));
        bringUpToDate();

        assertEquals(List.of(Reason.NO_TITLE), problems());
        assertEquals(List.of("Қан мен тер"), titles(""));

        library.store(TestLibrary.record("1", "Абай жолы"));
        bringUpToDate();

        assertEquals(List.of(), problems());
        assertEquals(List.of("Абай жолы", "Қан мен тер"), titles(""));
    }

    @Test
    void aWorkWhoseRecordLosesItsTitleIsFoundNoMore() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        bringUpToDate();

        library.store(TestLibrary.record("1", ""));
        bringUpToDate();

        assertEquals(List.of(), titles(""));
        assertEquals(List.of(Reason.NO_TITLE), problems());
    }

    @Test
    void aProblemGoesWithItsRecord() throws Exception {
        library.store(TestLibrary.record("1", ""));
        bringUpToDate();

        library.store(TestLibrary.deletion("1"));
        bringUpToDate();

        assertEquals(List.of(), problems());
    }

    @Test
    void findsTheTextOfAFileThatAnExtractorReads() throws Exception {
        library.store(library.file("Аңыздар/Қобыланды.txt", "Қобыланды батыр туралы жыр. Былина о богатыре."));

        bringUpToDate();

        SearchResult.Hit hit = library.search("богатыре").hits().getFirst();
        assertEquals("Қобыланды", hit.work().title());
        var page = hit.page();
        assertTrue(page != null && page.number() == 1 && page.document().equals("Аңыздар/Қобыланды.txt"));
        assertEquals(List.of(), problems());
    }

    @Test
    void rebuildsBesideTheLiveIndexAndSwaps() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"), TestLibrary.record("2", "Қан мен тер"));
        bringUpToDate();
        library.store(TestLibrary.deletion("2"), TestLibrary.record("3", "Ақ кеме"));
        Path before = library.indexes().current();
        try (SearchIndex live = library.indexes().openForReading().orElseThrow()) {
            assertEquals(Optional.of(3L), library.indexes().rebuild(done -> {}));

            assertEquals(List.of("Абай жолы", "Қан мен тер"), TestLibrary.titles(live.search(TestLibrary.request(""))));
        }

        assertNotEquals(before, library.indexes().current());
        assertEquals(List.of("Абай жолы", "Ақ кеме"), titles(""));
        assertEquals(Optional.of(0L), bringUpToDate());
    }

    @Test
    void aRebuiltIndexStoresWhatTheLiveOneDoes() throws Exception {
        for (int i = 0; i < 10; i++) {
            library.store(TestLibrary.record("r" + i, "Кітап " + i), library.file("f" + i + ".txt", "Мәтін " + i));
            bringUpToDate();
        }
        library.store(TestLibrary.record("r3", "Басқа кітап"), TestLibrary.deletion("r4"));
        bringUpToDate();
        Map<String, String> live = stored();

        library.indexes().rebuild(done -> {});

        assertEquals(19, live.size());
        assertEquals(live, stored());
    }

    @Test
    void beginsARebuildAgainThatWasStopped() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        bringUpToDate();
        Path left =
                Files.createDirectories(library.data().indexes().resolve("2").resolve("half"));

        library.indexes().rebuild(done -> {});

        assertFalse(Files.exists(left));
        assertEquals(List.of("Абай жолы"), titles(""));
    }

    @Test
    void leavesTheIndexToWhoeverWritesItAlready() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));

        try (SearchIndex writer = library.indexes().open(library.indexes().current())) {
            assertEquals(Optional.empty(), bringUpToDate());
            assertEquals(0, writer.works());
        }

        assertEquals(Optional.of(1L), bringUpToDate());
    }

    @Test
    void leavesARebuildToWhoeverBuildsAlready() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        List<Optional<Long>> second = new ArrayList<>();

        Optional<Long> first = library.indexes().rebuild(done -> {
            try {
                second.add(library.indexes().rebuild(any -> {}));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        assertEquals(Optional.of(1L), first);
        assertEquals(List.of(Optional.empty(), Optional.empty()), second);
    }

    @Test
    void rebuildsAnIndexThatAnotherProgramBuilt() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        bringUpToDate();
        Path old = library.indexes().current();
        OtherProgram.claims(old);

        assertEquals(Optional.of(1L), bringUpToDate());

        assertFalse(Files.exists(old));
        assertEquals(List.of("Абай жолы"), titles("жолы"));
        try (SearchIndex index = library.indexes().openForReading().orElseThrow()) {
            assertTrue(index.matchesProgram());
        }
    }

    @Test
    void rebuildsAnIndexThatFollowedAnotherStore() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"), TestLibrary.record("2", "Қан мен тер"));
        bringUpToDate();
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        try (TestLibrary other = new TestLibrary(foreign)) {
            other.store(TestLibrary.record("9", "Ақ кеме"));
            Path mine = library.data().indexes().resolve("1");
            Path theirs = Files.createDirectories(other.data().indexes().resolve("1"));
            try (Stream<Path> files = Files.list(mine)) {
                for (Path file : files.toList()) {
                    Files.copy(file, theirs.resolve(String.valueOf(file.getFileName())));
                }
            }

            other.indexes().bringUpToDate(done -> {});

            try (SearchIndex index = other.indexes().openForReading().orElseThrow()) {
                assertEquals(List.of("Ақ кеме"), TestLibrary.titles(index.search(TestLibrary.request(""))));
            }
        }
    }

    private Map<String, String> stored() throws IOException {
        Map<String, String> stored = new TreeMap<>();
        try (SearchIndex index = library.indexes().openForReading().orElseThrow()) {
            index.forEachStored(stored::put);
        }
        return stored;
    }
}
