package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Link;
import kz.ortaq.server.web.PagesFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How several servers on one database, whichever it is, fetch the documents that records point to. */
@SuppressWarnings("NullAway.Init") // JUnit calls serve first
abstract class SharedDocumentsContract extends SchedulerFixture {

    private static final int DOCUMENTS = 6;

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private HttpServer server;

    @Override
    List<String> assignments() {
        return List.of("network.private=allow", "network.retry-seconds=0");
    }

    @BeforeEach
    void serve() throws IOException, LeaseRefused {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        add("a", Map.of(Source.EVERY, "7d"));
        List<RawRecord> records = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + i + ".pdf";
            records.add(PagesFixture.raw(
                    "a", String.valueOf(i), "<dc:identifier>" + address + "</dc:identifier>", List.of()));
        }
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, new HarvestPage(records, List.of(), List.of(), Checkpoint.START));
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    @AfterEach
    void stop() {
        answer.countDown();
        server.stop(0);
    }

    @Test
    void oneOfTwoServersThatStartFetchesThem() throws Exception {
        try (Scheduler one = scheduler(COMPLETE, 2);
                Scheduler other = scheduler(COMPLETE, 2)) {
            one.start();
            first.await();
            other.start();
            await(() -> lease("more") == 1);
            answer.countDown();
            await(this::allFetched);
        }

        assertEquals(
                IntStream.range(0, DOCUMENTS).boxed().toList(),
                asked.keySet().stream().map(Integer::valueOf).sorted().toList());
        assertEquals(List.of(1), asked.values().stream().distinct().toList());
    }

    @Test
    void anotherGoesOnWhereAServerDied() throws Exception {
        answer.countDown();
        // Of this machine nothing was heard for long.
        execute("insert into document_leases (source, owner, renewed, more) values ('a', 'another-machine/7/0', 0, 0)");

        try (Scheduler scheduler = scheduler(COMPLETE, 2)) {
            scheduler.start();
            await(this::allFetched);
        }

        assertEquals(List.of(1), asked.values().stream().distinct().toList());
    }

    @Test
    void anotherWaitsForAServerThatLivesAndGoesOnWhenItDies() throws Exception {
        answer.countDown();
        execute("insert into document_leases (source, owner, renewed, more) values ('a', 'another-machine/7/0', "
                + Long.MAX_VALUE / 2 + ", 0)");

        try (Scheduler scheduler = scheduler(COMPLETE, 2)) {
            scheduler.start();
            await(() -> lease("more") == 1);
            assertEquals(Map.of(), asked);
            execute("update document_leases set renewed = 0");
            await(this::allFetched);
        }

        assertEquals(List.of(1), asked.values().stream().distinct().toList());
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private boolean allFetched() {
        return IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> stores.links().ofRecord(new RecordId("a", String.valueOf(i))))
                .allMatch(links -> !links.isEmpty()
                        && links.stream().allMatch(link -> link.outcome().state() == Link.State.FETCHED));
    }

    /** A number of the lease, −1 where there is none. */
    private long lease(String column) {
        try (Connection connection = stores.database().source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + column + " from document_leases")) {
            return row.next() ? row.getLong(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = ("%PDF-1.4\nАбай жолы " + path + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (path.equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            asked.merge(path.substring(1, path.indexOf('.')), 1, Integer::sum);
            first.countDown();
            answer.await();
            exchange.getResponseHeaders().add("Content-Type", "application/pdf");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
