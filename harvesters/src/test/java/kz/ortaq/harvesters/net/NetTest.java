package kz.ortaq.harvesters.net;

import static kz.ortaq.harvesters.net.TestNet.failure;
import static kz.ortaq.harvesters.net.TestNet.net;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;

final class NetTest {

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
    void introducesItselfWithAContact() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.xml("<a/>"));
                Net net = net(server.settings("network.contact=https://kitap.example/"))) {
            net.get(server.address("/"), any -> false);

            assertEquals("Ortaq/0.1 (+https://kitap.example/)", server.header(0, "User-agent"));
            assertEquals("gzip", server.header(0, "Accept-encoding"));
        }
    }

    @Test
    void understandsAnAddressInKazakh() throws Exception {
        URI address = Addresses.parse("http://Мектеп.қаз/кітап");

        assertEquals("http://xn--e1aaogsq.xn--80ao21a/%D0%BA%D1%96%D1%82%D0%B0%D0%BF", address.toString());
    }

    @Test
    void namesNoPasswordOfAnAddressThatIsWrong() throws IOException {
        try (Net net = net(TestNet.closed())) {
            NetException failure = failure(net, "http://oqu:құпия/сөз@kitap.kz:порт/oai");

            assertEquals(Reason.ADDRESS_WRONG, failure.reason());
            assertEquals("http://kitap.kz:порт/oai", failure.value());
        }
    }
}
