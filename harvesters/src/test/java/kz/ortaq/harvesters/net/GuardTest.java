package kz.ortaq.harvesters.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.net.TestNet.closed;
import static kz.ortaq.harvesters.net.TestNet.failure;
import static kz.ortaq.harvesters.net.TestNet.net;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are asked, whatever a name or a redirect says. */
final class GuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/oai",
                "http://localhost/oai",
                "http://[::1]/oai",
                "http://[::ffff:127.0.0.1]/oai",
                "http://[::ffff:7f00:1]/oai",
                "http://[64:ff9b::7f00:1]/oai",
                "http://[64:ff9b:1:7f00:0:100:808:808]/oai",
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
                        TestNet.CLOCK,
                        names,
                        wait -> {})) {
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
}
