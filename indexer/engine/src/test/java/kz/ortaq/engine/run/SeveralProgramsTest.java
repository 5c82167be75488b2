package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.crosswalk.Crosswalk;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.quality.Criterion;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.TextStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that more than one program reads, or one reads more than once. */
final class SeveralProgramsTest {

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

    private List<Reason> problems() {
        return library.stores().problems().ofSource(TestLibrary.SOURCE, 100).stream()
                .map(Problem::reason)
                .toList();
    }

    private List<RecordId> withoutText() {
        return library.stores().qualities().lacking(List.of(TestLibrary.SOURCE), Criterion.TEXT.bit(), 10);
    }

    @Test
    void aProgramThatReadsSlowlyBringsNoOldProblemBack() throws Exception {
        library.store(TestLibrary.record("1", ""));
        Cataloguing fast = new Cataloguing(library.stores(), library.builder().reading());
        Crosswalks crosswalks = new Crosswalks();
        AtomicBoolean first = new AtomicBoolean(true);
        RecordReading slowly = new RecordReading(
                (raw, texts) -> {
                    if (first.getAndSet(false)) {
                        mendMeanwhile(fast);
                    }
                    return crosswalks.map(raw, texts);
                },
                library.builder().reading().texts());

        new Cataloguing(library.stores(), slowly).place(10, workers);

        assertEquals(List.of(), problems());
    }

    private void mendMeanwhile(Cataloguing fast) {
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            fast.place(10, others);
            assertEquals(List.of(Reason.NO_TITLE), problems());
            library.store(TestLibrary.record("1", "Абай жолы"));
            fast.place(10, others);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoProgramsWithOtherTablesDoNotBeginAfterEachOtherForEver() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"), TestLibrary.record("2", "Путь Абая"));
        Cataloguing one = new Cataloguing(library.stores(), library.builder().reading());
        Crosswalks crosswalks = new Crosswalks();
        Crosswalk otherTables = new Crosswalk() {
            @Override
            public Mapped map(RawRecord raw, List<FullText> texts) throws RecordRejected {
                return crosswalks.map(raw, texts);
            }

            @Override
            public String fingerprint() {
                return "other tables";
            }
        };
        Cataloguing other = new Cataloguing(
                library.stores(),
                new RecordReading(otherTables, library.builder().reading().texts()));

        assertEquals(2, one.place(10, workers));
        assertEquals(2, other.place(10, workers));
        assertEquals(0, one.place(10, workers));
        library.store(TestLibrary.record("3", "Abai's Way"));
        assertEquals(0, one.place(10, workers));
        assertEquals(1, other.place(10, workers));

        assertTrue(one.madeByAnother().isPresent());
        assertTrue(other.madeByAnother().isEmpty());
    }

    @Test
    void whatADocumentSaysLaterCountsForItsRecord() throws Exception {
        RawRecord scan = library.file("Аңыз.txt", "Қобыланды батыр туралы жыр.");
        String hash = scan.documents().getFirst().hash();
        library.store(scan);
        unread(hash, library.extractor().limits());
        library.indexes().bringUpToDate(done -> {});
        List<Reason> before = problems();
        List<RecordId> lacking = withoutText();
        unread(hash, "1 s");

        library.indexes().rebuild(done -> {});

        assertEquals(List.of(Reason.DOCUMENT_TIMED_OUT), before);
        assertEquals(List.of(scan.id()), lacking);
        assertEquals(List.of(), problems());
        assertEquals(List.of(), withoutText());
    }

    /** As where a document took longer than it may, under these bounds. */
    private void unread(String hash, String limits) throws Exception {
        Problem problem = new Problem(Reason.DOCUMENT_TIMED_OUT, Severity.WARNING, Stage.TEXT, "", "Аңыз.txt", "1 s");
        library.stores().texts().put(hash, TextExtractor.VERSION, new TextStore.Entry(FullText.NONE, problem, limits));
    }
}
