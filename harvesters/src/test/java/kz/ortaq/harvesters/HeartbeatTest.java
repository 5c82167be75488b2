package kz.ortaq.harvesters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.Library;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
final class HeartbeatTest {

    @TempDir
    private Path folder;

    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-11-24T07:00:00Z").toEpochMilli());
    private Stores stores;

    @BeforeEach
    void openStores() throws Exception {
        InstantSource source = () -> Instant.ofEpochMilli(now.get());
        stores = Stores.open(DataFolder.open(folder), source.withZone(ZoneOffset.UTC));
        stores.registry().save(new Library("kitap", Map.of(Language.KK, "Кітап"), "", "", ""));
        stores.registry()
                .save(new Source("a", "kitap", SourceKind.OAI, "https://e.kz/oai", Map.of(), Source.State.ACTIVE));
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void renewsTheLeaseWhileNothingIsStored() throws Exception {
        Lease lease = stores.runs().begin("a");
        try (Heartbeat _ = Heartbeat.start("harvest of a", () -> stores.runs().renew(lease), Duration.ofMillis(1))) {
            now.addAndGet(Duration.ofHours(1).toMillis());

            while (renewed() != now.get()) {
                Thread.onSpinWait();
            }
        }

        stores.runs().end(lease, RunStatus.COMPLETE);
        assertEquals(RunStatus.COMPLETE, stores.runs().run(lease.run()).status());
    }

    @Test
    void finishesWhatItWritesThoughItIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicReference<String> written = new AtomicReference<>("");
        AtomicBoolean kept = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                written.set(Shielded.call(() -> {
                    begun.countDown();
                    go.await();
                    return "жазылды";
                }));
            } catch (LeaseRefused e) {
                throw new IllegalStateException(e);
            }
            kept.set(Thread.currentThread().isInterrupted());
        });
        begun.await();
        writer.interrupt();
        go.countDown();
        writer.join();

        assertEquals("жазылды", written.get());
        assertTrue(kept.get());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void saysWhyALeaseIsRefused() throws Exception {
        stores.runs().begin("a");

        assertThrows(LeaseRefused.class, () -> Shielded.call(() -> stores.runs().begin("a")));
    }

    private long renewed() throws SQLException {
        try (Connection connection = stores.database().source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select renewed from leases")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
