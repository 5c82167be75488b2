package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may fetch the documents of a source, on every database. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class DocumentLeasesContract {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-24T07:00:00Z"));
    private Stores stores;
    private DocumentLeases ours;
    private DocumentLeases theirs;

    /** Stores on the database of this test, which is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    @BeforeEach
    void openStores() throws IOException {
        stores = open(DataFolder.open(folder), clock);
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        for (String source : List.of("a", "b")) {
            stores.registry()
                    .save(new Source(source, "semey", SourceKind.FOLDER, "/books", Map.of(), Source.State.ACTIVE));
        }
        ours = stores.documentLeases();
        theirs = new DocumentLeases(stores.database(), new Owner("another-host/7/0", clock));
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void letsOneFetchAndTellsItThatAnotherWantedTo() throws LeaseRefused {
        theirs.take("a");

        assertThrows(LeaseRefused.class, () -> ours.take("a"));
        ours.take("b");

        assertTrue(theirs.giveBack("a"));
        assertFalse(ours.giveBack("b"));
        ours.take("a");
        assertFalse(ours.giveBack("a"));
    }

    @Test
    void isNoMatterOfTheHarvestOfTheSource() throws LeaseRefused {
        Lease harvest = stores.runs().begin("a");

        theirs.take("a");

        stores.runs().renew(harvest);
        assertTrue(theirs.holds("a"));
    }

    @Test
    void anOwnerThatBeatsKeepsItHoweverLongADocumentTakes() throws LeaseRefused {
        theirs.take("a");
        for (int minute = 0; minute < 120; minute++) {
            clock.pass(Duration.ofMinutes(1));
            theirs.renew("a");
        }

        assertThrows(LeaseRefused.class, () -> ours.take("a"));
        assertTrue(theirs.holds("a"));
    }

    @Test
    void takesOverFromAnOwnerThatDiedAndTellsIt() throws LeaseRefused {
        theirs.take("a");
        clock.pass(Owner.LONGEST_SILENCE.plusSeconds(1));

        ours.take("a");

        assertFalse(theirs.holds("a"));
        assertThrows(LeaseRefused.class, () -> theirs.renew("a"));
        assertFalse(theirs.giveBack("a"));
        assertTrue(ours.holds("a"));
    }

    @Test
    void takesOverAtOnceFromAProcessOfThisMachineThatIsGone() throws LeaseRefused {
        String host = Owner.THIS.substring(0, Owner.THIS.indexOf('/'));
        new DocumentLeases(stores.database(), new Owner(host + "/999999999/0", clock)).take("a");

        ours.take("a");

        assertTrue(ours.holds("a"));
    }

    @Test
    void oneOfManyThatTakeItAtOnceFetches() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> takers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                DocumentLeases leases = new DocumentLeases(stores.database(), new Owner("host-" + i + "/7/0", clock));
                takers.add(() -> {
                    leases.take("a");
                    return true;
                });
            }

            int taken = 0;
            for (Future<Boolean> taker : threads.invokeAll(takers)) {
                try {
                    taken += taker.get() ? 1 : 0;
                } catch (ExecutionException e) {
                    assertInstanceOf(LeaseRefused.class, e.getCause());
                }
            }

            assertEquals(1, taken);
        }
    }
}
