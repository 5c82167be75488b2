package kz.ortaq.harvesters.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.net.TestNet.failure;
import static kz.ortaq.harvesters.net.TestNet.net;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;

/** When a request is made again, and how long after. */
final class RetriesTest {

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void triesAgainAfterATroubleOfTheMoment() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (LocalServer server = new LocalServer(
                        uri -> times.incrementAndGet() < 3 ? Reply.of(503, "busy") : Reply.xml("<a/>"));
                Net net = net(server.settings(), waits)) {
            Answer answer = net.get(server.address("/"), any -> false);

            assertEquals(200, answer.status());
            assertEquals(2, waits.size());
        }
    }

    @Test
    void doesNotTryAgainWhatWillNotChange() throws IOException {
        try (LocalServer server = new LocalServer(uri -> Reply.of(404, "none"));
                Net net = net(server.settings(), waits)) {
            NetException failure = failure(net, server.address("/"));

            assertEquals("404", failure.value());
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        AtomicInteger times = new AtomicInteger();
        List<String> asks = List.of("7", "Sun, 22 Nov 2026 06:00:20 GMT");
        try (LocalServer server = new LocalServer(uri -> times.get() < 2
                        ? Reply.of(503, "busy").with("Retry-After", asks.get(times.getAndIncrement()))
                        : Reply.xml("<a/>"));
                Net net = net(server.settings("network.retry-seconds=60"), waits)) {
            net.get(server.address("/"), any -> false);

            assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(20)), waits);
        }
    }

    @Test
    void leavesAServerAloneThatAsksForMoreThanWeWait() throws IOException {
        try (LocalServer server = new LocalServer(uri -> Reply.of(503, "busy").with("Retry-After", "86400"));
                Net net = net(server.settings("network.retry-seconds=60"), waits)) {
            NetException failure = failure(net, server.address("/"));

            assertEquals("503", failure.value());
            assertEquals(List.of(), waits);
        }
    }

    @Test
    void asksLaterWhereAnErrorOfTheProtocolSaysThatTheServerIsBusy() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (LocalServer server = new LocalServer(uri -> times.incrementAndGet() < 2
                        ? Reply.of(503, "<OAI-PMH/>").with("Retry-After", "3")
                        : Reply.xml("<OAI-PMH>list</OAI-PMH>"));
                Net net = net(server.settings("network.retry-seconds=60"), waits)) {
            Answer answer = net.get(server.address("/"), any -> true);

            assertEquals(200, answer.status());
            assertEquals(List.of(Duration.ofSeconds(3)), waits);
        }
    }

    @Test
    void handsOverAnErrorThatSpeaksTheProtocolAtOnce() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.of(422, "<OAI-PMH/>"));
                Net net = net(server.settings(), waits)) {
            Answer answer = net.get(server.address("/"), any -> true);

            assertEquals(422, answer.status());
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void keepsWhatArrivedOfAnAnswerThatIsCutEachTime() throws Exception {
        try (LocalServer server = new LocalServer(uri -> new Reply(200, Map.of(), "<half".getBytes(UTF_8), 100));
                Net net = net(server.settings("network.retries=2"))) {
            Answer answer = net.get(server.address("/"), any -> false);

            assertTrue(answer.cut());
            assertEquals("<half", new String(answer.body(), UTF_8));
            assertEquals(3, server.asked().size());
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        Settings settings;
        try (LocalServer server = new LocalServer(uri -> Reply.xml(""))) {
            port = server.port();
            settings = server.settings();
        }
        try (Net net = net(settings, waits)) {
            NetException failure = failure(net, "http://127.0.0.1:" + port + "/oai?resumptionToken=secret");

            assertEquals(Reason.ADDRESS_UNREACHABLE, failure.reason());
            assertEquals(3, waits.size());
            assertTrue(!String.valueOf(failure.getMessage()).contains("secret"));
        }
    }

    @Test
    void waitsForAnAnswerOnlySoLong() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (LocalServer server = new LocalServer(uri -> {
                    done.await();
                    return Reply.xml("<late/>");
                });
                Net net = net(server.settings("network.timeout-seconds=1", "network.retries=0"))) {
            NetException failure = failure(net, server.address("/"));

            assertEquals(Reason.ADDRESS_UNREACHABLE, failure.reason());
            assertEquals("no answer within 1 s", failure.value());
            done.countDown();
        }
    }
}
