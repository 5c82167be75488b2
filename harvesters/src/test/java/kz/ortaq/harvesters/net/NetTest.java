package kz.ortaq.harvesters.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NetTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<Duration> waits = new ArrayList<>();

    private Net net(Settings settings) {
        return new Net(settings, CLOCK, InetAddress::getAllByName, waits::add);
    }

    private static Settings closed() {
        return LocalServer.settings(List.of("network.retry-seconds=0"));
    }

    private static NetException failure(Net net, String address) {
        return assertThrows(NetException.class, () -> net.get(address, answer -> false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/oai",
                "http://localhost/oai",
                "http://[::1]/oai",
                "http://[::ffff:127.0.0.1]/oai",
                "http://[::ffff:7f00:1]/oai",
                "http://[64:ff9b::7f00:1]/oai",
                "http://[fe80::1]/oai",
                "http://[fd00::1]/oai",
                "http://0.0.0.0/oai",
                "http://10.1.2.3/oai",
                "http://172.31.0.1/oai",
                "http://192.168.1.1/oai",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/oai",
                "http://224.0.0.1/oai"
            })
    void refusesAPrivateAddress(String address) {
        try (Net net = net(closed())) {
            assertEquals(Reason.ADDRESS_FORBIDDEN, failure(net, address).reason());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://2130706433/oai", "http://0x7f000001/oai", "http://127.1/oai", "http://0177.0.0.1/oai"})
    void refusesLoopbackInDisguise(String address) {
        try (Net net = net(closed())) {
            assertEquals(Reason.ADDRESS_WRONG, failure(net, address).reason());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/", "oai", "http://", "http:///oai", "http://a:99999/"})
    void refusesWhatIsNoWebAddress(String address) {
        try (Net net = net(closed())) {
            assertEquals(Reason.ADDRESS_WRONG, failure(net, address).reason());
        }
    }

    @Test
    void refusesARedirectIntoAPrivateNetwork() throws IOException {
        try (LocalServer inner = new LocalServer(uri -> Reply.xml("secret"));
                LocalServer server =
                        new LocalServer(uri -> Reply.of(302, "").with("Location", inner.address("/admin")));
                Net net = net(server.settings())) {
            NetException failure = failure(net, server.address("/oai"));

            assertEquals(Reason.ADDRESS_FORBIDDEN, failure.reason());
            assertEquals(List.of(), inner.asked());
        }
    }

    @Test
    void connectsToTheAddressThatItChecked() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        Guard.Names names = host -> {
            // A name that leads elsewhere the second time: the first, checked answer is the one that counts.
            if (lookups.incrementAndGet() > 1) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        };
        try (LocalServer server = new LocalServer(uri -> Reply.xml("<a/>"));
                Net net = new Net(
                        LocalServer.settings(List.of("network.allowed=kitap.example:" + server.port())),
                        CLOCK,
                        names,
                        waits::add)) {
            Answer answer = net.get("http://kitap.example:" + server.port() + "/", any -> false);

            assertEquals("<a/>", new String(answer.body(), UTF_8));
            assertEquals("kitap.example:" + server.port(), server.header(0, "Host"));
            assertEquals(1, lookups.get());
        }
    }

    @Test
    void leavesOutThePrivateAddressesOfAName() throws Exception {
        InetAddress inner = InetAddress.getByName("10.0.0.7");
        InetAddress outer = InetAddress.getByName("93.184.216.34");
        Guard guard = new Guard(closed().network(), host -> new InetAddress[] {inner, outer});

        var checked = guard.check("kitap.example", 80);

        assertEquals(
                List.of(outer),
                checked.stream().map(socket -> socket.getAddress()).toList());
    }

    @Test
    void followsRedirectsAndSaysWhereItArrived() throws Exception {
        try (LocalServer server = new LocalServer(uri -> uri.getPath().equals("/oai")
                        ? Reply.of(301, "moved").with("Location", "/new oai?a=1|2")
                        : Reply.xml("<a/>"));
                Net net = net(server.settings())) {
            Answer answer = net.get(server.address("/oai"), any -> false);

            assertEquals(200, answer.status());
            assertTrue(answer.address().toString().endsWith("/new%20oai?a=1%7C2"));
        }
    }

    @Test
    void givesUpOnARedirectThatGoesInCircles() throws IOException {
        try (LocalServer server = new LocalServer(uri -> Reply.of(302, "").with("Location", "/oai"));
                Net net = net(server.settings("network.redirects=3"))) {
            NetException failure = failure(net, server.address("/oai"));

            assertEquals(Reason.HTTP_STATUS, failure.reason());
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void carriesAPasswordToItsOwnHostOnly() throws Exception {
        try (LocalServer other = new LocalServer(uri -> Reply.xml("<a/>"));
                LocalServer server = new LocalServer(uri -> Reply.of(302, "").with("Location", other.address("/")));
                Net net = net(LocalServer.settings(
                        List.of("network.allowed=127.0.0.1:" + server.port() + ",127.0.0.1:" + other.port())))) {
            net.get("http://kitap:qupia@127.0.0.1:" + server.port() + "/oai", any -> false);

            assertEquals("Basic a2l0YXA6cXVwaWE=", server.header(0, "Authorization"));
            assertEquals("", other.header(0, "Authorization"));
        }
    }

    @Test
    void introducesItselfWithAContact() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.xml("<a/>"));
                Net net = net(server.settings("network.contact=https://kitap.example/"))) {
            net.get(server.address("/"), any -> false);

            assertEquals("Ortaq/0.1 (+https://kitap.example/)", server.header(0, "User-agent"));
            assertEquals("gzip, deflate", server.header(0, "Accept-encoding"));
        }
    }

    @Test
    void unpacksWhatIsPackedWhateverTheHeaderSays() throws Exception {
        byte[] text = "Кітап".getBytes(UTF_8);
        Map<String, Reply> replies = Map.of(
                "/gzip", new Reply(200, Map.of("Content-Encoding", "gzip"), gzip(text), 0),
                "/unannounced", new Reply(200, Map.of(), gzip(text), 0),
                "/twice", new Reply(200, Map.of("Content-Encoding", "gzip"), gzip(gzip(text)), 0),
                "/deflate", new Reply(200, Map.of("Content-Encoding", "deflate"), deflate(text, false), 0),
                "/bare", new Reply(200, Map.of("Content-Encoding", "deflate"), deflate(text, true), 0),
                "/lie", new Reply(200, Map.of("Content-Encoding", "gzip"), text, 0));
        try (LocalServer server = new LocalServer(uri -> replies.getOrDefault(uri.getPath(), Reply.of(404, "")));
                Net net = net(server.settings())) {
            for (String path : replies.keySet()) {
                Answer answer = net.get(server.address(path), any -> false);

                assertEquals("Кітап", new String(answer.body(), UTF_8), path);
            }
        }
    }

    @Test
    void refusesABodyThatUnpacksBeyondTheBound() throws Exception {
        byte[] bomb = gzip(new byte[10_000_000]);
        try (LocalServer server = new LocalServer(uri -> new Reply(200, Map.of(), bomb, 0));
                Net net = net(server.settings("harvest.page-bytes=1000000"))) {
            NetException failure = failure(net, server.address("/"));

            assertEquals(Reason.ANSWER_TOO_LARGE, failure.reason());
            assertEquals("1000000", failure.value());
        }
    }

    @Test
    void refusesABodyThatIsLongerThanTheBound() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.xml("x".repeat(2_000)));
                Net net = net(server.settings("harvest.page-bytes=1024"))) {
            assertEquals(
                    Reason.ANSWER_TOO_LARGE, failure(net, server.address("/")).reason());
        }
    }

    @Test
    void triesAgainAfterATroubleOfTheMoment() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (LocalServer server = new LocalServer(
                        uri -> times.incrementAndGet() < 3 ? Reply.of(503, "busy") : Reply.xml("<a/>"));
                Net net = net(server.settings())) {
            Answer answer = net.get(server.address("/"), any -> false);

            assertEquals(200, answer.status());
            assertEquals(2, waits.size());
        }
    }

    @Test
    void doesNotTryAgainWhatWillNotChange() throws IOException {
        try (LocalServer server = new LocalServer(uri -> Reply.of(404, "none"));
                Net net = net(server.settings())) {
            NetException failure = failure(net, server.address("/"));

            assertEquals("404", failure.value());
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void waitsAsLongAsTheServerAsksUpToTheSetting() throws Exception {
        AtomicInteger times = new AtomicInteger();
        List<String> asks = List.of("7", "Sun, 22 Nov 2026 06:00:20 GMT", "86400");
        try (LocalServer server = new LocalServer(uri -> times.get() < 3
                        ? Reply.of(503, "busy").with("Retry-After", asks.get(times.getAndIncrement()))
                        : Reply.xml("<a/>"));
                Net net = net(server.settings("network.retry-seconds=60"))) {
            net.get(server.address("/"), any -> false);

            assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(20), Duration.ofSeconds(60)), waits);
        }
    }

    @Test
    void handsOverAnErrorThatSpeaksTheProtocolAtOnce() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.of(503, "<OAI-PMH/>"));
                Net net = net(server.settings())) {
            Answer answer = net.get(server.address("/"), any -> true);

            assertEquals(503, answer.status());
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
        try (Net net = net(settings)) {
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

    @Test
    void understandsAnAddressInKazakh() throws Exception {
        URI address = Addresses.parse("http://Мектеп.қаз/кітап");

        assertEquals("http://xn--e1aaogsq.xn--80ao21a/%D0%BA%D1%96%D1%82%D0%B0%D0%BF", address.toString());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, bare))) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }
}
