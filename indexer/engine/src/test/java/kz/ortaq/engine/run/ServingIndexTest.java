package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import kz.ortaq.engine.index.OtherProgram;
import kz.ortaq.engine.index.SearchIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The index of a running server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ServingIndexTest {

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

    /** Waits until {@code value} is as expected; JUnit ends a wait that is in vain. */
    private static <T> void await(T expected, Callable<T> value) throws Exception {
        while (!expected.equals(value.call())) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private static List<String> titles(ServingIndex serving, String typed) throws Exception {
        return TestLibrary.titles(serving.search(TestLibrary.request(typed)));
    }

    @Test
    void followsTheStore() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        try (ServingIndex serving = new ServingIndex(library.indexes())) {
            serving.start();
            await(List.of("Абай жолы"), () -> titles(serving, ""));

            library.store(TestLibrary.record("2", "Қан мен тер"), TestLibrary.deletion("1"));
            await(List.of("Қан мен тер"), () -> titles(serving, ""));

            assertEquals(1, serving.works());
            assertEquals(Optional.empty(), library.indexes().bringUpToDate(done -> {}));
        }
    }

    @Test
    void turnsToAnIndexThatIsRebuiltAndKeepsFollowing() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        library.indexes().bringUpToDate(done -> {});
        Path old = library.indexes().current();
        try (ServingIndex serving = new ServingIndex(library.indexes())) {
            serving.start();
            await(1L, serving::works);

            assertEquals(Optional.of(1L), library.indexes().rebuild(done -> {}));
            await(false, () -> Files.exists(old));

            assertEquals(List.of("Абай жолы"), titles(serving, "жолы"));
            library.store(TestLibrary.record("2", "Қан мен тер"));
            await(2L, serving::works);
        }
    }

    @Test
    void servesAnIndexOfAnotherProgramWhileItBuildsItsOwn() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        library.indexes().bringUpToDate(done -> {});
        Path old = library.indexes().current();
        OtherProgram.claims(old);
        try (ServingIndex serving = new ServingIndex(library.indexes())) {
            assertEquals(List.of("Абай жолы"), titles(serving, "жолы"));

            serving.start();
            await(false, () -> Files.exists(old));

            assertEquals(List.of("Абай жолы"), titles(serving, "жолы"));
            library.store(TestLibrary.record("2", "Қан мен тер"));
            await(2L, serving::works);
        }
    }

    @Test
    void buildsAnIndexBesideTheOneThatFollowsWhereAProgramIsNew() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        library.indexes().bringUpToDate(done -> {});
        Path old = library.indexes().current();
        Files.writeString(library.data().indexes().resolve("programs"), "with");
        assumeTrue(library.indexes().readsMore(), "neither Tesseract nor djvulibre is installed");
        try (ServingIndex serving = new ServingIndex(library.indexes());
                FileChannel lock = FileChannel.open(
                        library.data().indexes().resolve("build.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            // Held, as while an index is built for days.
            FileLock building = lock.lock();
            serving.start();
            library.store(TestLibrary.record("2", "Путь Абая"), TestLibrary.record("3", "The Way of Abai"));

            await(3L, serving::works);

            assertEquals(old, library.indexes().current());
            building.release();
        }
        try (ServingIndex serving = new ServingIndex(library.indexes())) {
            serving.start();
            await(false, () -> Files.exists(old));

            assertEquals(List.of("The Way of Abai", "Абай жолы", "Путь Абая"), titles(serving, ""));
            assertFalse(library.indexes().readsMore());
        }
    }

    @Test
    void keepsWhatItIndexedForTheNextStart() throws Exception {
        library.store(TestLibrary.record("1", "Абай жолы"));
        try (ServingIndex serving = new ServingIndex(library.indexes())) {
            serving.start();
            await(1L, serving::works);
        }

        try (ServingIndex serving = new ServingIndex(library.indexes())) {
            assertEquals(1, serving.works());
        }
    }

    @Test
    void isRefusedWhileAnotherServes() throws Exception {
        try (ServingIndex first = new ServingIndex(library.indexes())) {
            assertThrows(SearchIndex.Busy.class, () -> new ServingIndex(library.indexes()));

            assertEquals(0, first.works());
        }
        assertFalse(library.indexes().bringUpToDate(done -> {}).isEmpty());
    }
}
