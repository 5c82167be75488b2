package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Link;
import kz.ortaq.records.store.Stores;
import kz.ortaq.server.web.PagesFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents that are fetched beside the harvests, from a real server that a test holds up. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit calls open first
final class DocumentFetchingTest {

    private static final Source SOURCE =
            new Source("a", "semey", SourceKind.OAI, "https://e.kz/oai", Map.of(), Source.State.ACTIVE);

    @TempDir
    private Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private HttpServer server;
    private Stores stores;
    private Net net;
    private DocumentFetching fetching;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        Settings settings = SettingsReader.read(
                Path.of("none.yaml"),
                List.of("network.allowed=127.0.0.1:" + server.getAddress().getPort(), "network.retry-seconds=0"));
        DataFolder data = DataFolder.open(folder);
        stores = Stores.open(data, Clock.systemUTC());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        stores.registry().save(SOURCE);
        net = new Net(settings, Clock.systemUTC());
        fetching = new DocumentFetching(
                new LinkHarvest(stores, net, data.temporary(), settings, Clock.systemUTC()), 2, Duration.ZERO);
    }

    @AfterEach
    void close() {
        answer.countDown();
        fetching.close();
        net.close();
        server.stop(0);
        stores.close();
    }

    @Test
    void looksOnceMoreWhereAHarvestEndsMeanwhile() throws Exception {
        has("1", "/slow.pdf");
        fetching.fetch(SOURCE);
        asked.await();
        has("2", "/абай.pdf");

        fetching.fetch(SOURCE);
        answer.countDown();
        fetching.await();

        assertEquals(List.of(Link.State.FETCHED), states("1"));
        assertEquals(List.of(Link.State.FETCHED), states("2"));
    }

    @Test
    void leavesADocumentToTheProcessThatFetchesThoseOfItsSource() throws Exception {
        has("1", "/1.pdf");
        stores.documentLeases().take("a");

        fetching.fetch(SOURCE);
        fetching.await();

        assertEquals(List.of(), states("1"));
        assertTrue(stores.documentLeases().giveBack("a"), "it knows that there is more");
    }

    @Test
    void leavesWhatAHarvestBringsAfterTheStopToTheNextStart() throws Exception {
        has("1", "/slow.pdf");
        fetching.fetch(SOURCE);
        asked.await();

        fetching.stop();
        fetching.fetch(SOURCE);
        fetching.close();

        assertEquals(List.of(Link.State.WAITING), states("1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "REMOVED"})
    void stopsWhereTheSourceIsPausedOrRemovedMeanwhile(Source.State state) throws Exception {
        has("1", "/slow.pdf");
        has("2", "/2.pdf");
        fetching.fetch(SOURCE);
        asked.await();

        stores.registry().setState("a", state);
        answer.countDown();
        fetching.await();

        assertEquals(List.of(Link.State.FETCHED), states("1"));
        assertEquals(List.of(Link.State.WAITING), states("2"));
    }

    private List<Link.State> states(String record) {
        return stores.links().ofRecord(new RecordId("a", record)).stream()
                .map(link -> link.outcome().state())
                .toList();
    }

    private void has(String record, String path) throws LeaseRefused {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        Lease lease = stores.runs().begin("a");
        stores.records()
                .store(
                        lease,
                        new HarvestPage(
                                List.of(PagesFixture.raw(
                                        "a", record, "<dc:identifier>" + address + "</dc:identifier>", List.of())),
                                List.of(),
                                List.of(),
                                Checkpoint.START));
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = ("%PDF-1.4\nАбай жолы " + path + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (path.equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (path.startsWith("/slow")) {
                asked.countDown();
                answer.await();
            }
            exchange.getResponseHeaders().add("Content-Type", "application/pdf");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
