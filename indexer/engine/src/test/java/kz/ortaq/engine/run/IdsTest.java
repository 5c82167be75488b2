package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.StoredRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the ids of works lead, as records come together, go, and come back. */
final class IdsTest {

    private static final String AUTHOR = "<dc:creator>Әуезов, Мұхтар</dc:creator>";

    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @SuppressWarnings("NullAway.Init") // JUnit calls open first
    private TestLibrary library;

    @BeforeEach
    void open() throws Exception {
        library = new TestLibrary(folder);
    }

    @AfterEach
    void close() {
        library.close();
        workers.shutdownNow();
    }

    private void place() throws Exception {
        Cataloguing cataloguing =
                new Cataloguing(library.stores(), library.builder().reading());
        while (cataloguing.place(10, workers) > 0) {}
    }

    private StoredRecord stored(String identifier) {
        return library.stores()
                .records()
                .find(new RecordId(TestLibrary.SOURCE, identifier))
                .orElseThrow();
    }

    private static RawRecord book(String identifier, String year) {
        return TestLibrary.described(
                identifier, "<dc:title>Абай жолы</dc:title><dc:date>" + year + "</dc:date>" + AUTHOR);
    }

    @Test
    void anIdOfBeforeLeadsToTheWorkOfNow() throws Exception {
        String book = "<dc:title>Абай жолы</dc:title><dc:creator>Әуезов, Мұхтар</dc:creator>";
        library.store(TestLibrary.described("a", "<dc:title>Ақ кеме</dc:title>"));
        library.store(TestLibrary.described("b", book));
        place();
        String before = stored("a").work();

        library.store(TestLibrary.described("a", book));
        place();
        assertEquals(before, stored("b").work());

        library.store(TestLibrary.deletion("a"));
        place();
        assertEquals(Optional.of(before), library.stores().works().leadsTo(before));
        assertEquals(before, stored("b").work());

        library.store(TestLibrary.deletion("b"));
        place();
        assertEquals(Optional.empty(), library.stores().works().leadsTo(before));
    }

    @Test
    void whatComesBackOfAWorkThatWentAtOnceHasItsIds() throws Exception {
        library.store(book("a", "1989"), book("b", "2009"), book("c", "2019"));
        place();
        String before = stored("b").work();

        library.store(TestLibrary.deletion("a"), TestLibrary.deletion("b"), TestLibrary.deletion("c"));
        place();
        library.store(book("c", "2019"));
        place();
        String back = stored("c").work();
        library.store(book("b", "2009"));
        place();

        assertEquals(new RecordId(TestLibrary.SOURCE, "a").minted("w"), before);
        assertEquals(before, back);
        assertEquals(before, stored("b").work());
        assertEquals(Optional.of(before), library.stores().works().leadsTo(before));
    }

    @Test
    void whatGoesWhileTheRestMovesLeavesItsIdsToTheRest() throws Exception {
        library.store(book("a", "1989"), book("b", "2009"));
        place();
        String before = stored("b").work();

        library.store(
                TestLibrary.deletion("a"),
                TestLibrary.described("b", "<dc:title>Қан мен тер</dc:title><dc:creator>Нұрпейісов Ә.</dc:creator>"));
        place();

        assertEquals(before, stored("b").work());
        assertEquals(Optional.of(before), library.stores().works().leadsTo(before));
    }
}
