package kz.ortaq.harvesters.net;

import static kz.ortaq.harvesters.net.TestNet.closed;
import static kz.ortaq.harvesters.net.TestNet.net;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;

final class RobotsTest {

    @Test
    void obeysTheRulesForEveryRobotAndThoseForOrtaqBeforeThem() throws Exception {
        String rules = """
                User-agent: *
                Disallow: /
                User-agent: Ortaq
                Disallow: /жабық
                Allow: /жабық/ашық
                Crawl-delay: 2
                Sitemap: http://мектеп.қаз/sitemap.xml
                """;
        try (LocalServer server = robots(200, rules);
                Net net = net(server.settings())) {
            assertTrue(net.robots(server.address("/kitap")));
            assertFalse(net.robots(server.address("/жабық/1.pdf")));
            assertTrue(net.robots(server.address("/жабық/ашық.pdf")));
            assertEquals(Duration.ofSeconds(2), net.rules(server.address("/")).delay());
            assertEquals(1, net.rules(server.address("/")).sitemaps().size());
        }
    }

    @Test
    void asksAHostOnceADay() throws Exception {
        Instant[] now = {Instant.parse("2026-11-22T06:00:00Z")};
        try (LocalServer server = robots(200, "User-agent: *\nDisallow: /a");
                Net net = net(server.settings())) {
            Robots robots = new Robots(clock(now));

            robots.rules(Addresses.parse(server.address("/1")), net::get);
            robots.rules(Addresses.parse(server.address("/2")), net::get);
            int today = server.asked().size();
            now[0] = now[0].plus(Duration.ofHours(25));
            robots.rules(Addresses.parse(server.address("/3")), net::get);

            assertEquals(1, today);
            assertEquals(2, server.asked().size());
        }
    }

    @Test
    void mayFetchEverythingWhereThereAreNoRules() throws Exception {
        for (int status : List.of(401, 403, 404, 410)) {
            try (LocalServer server = robots(status, "нет такой страницы");
                    Net net = net(server.settings())) {
                assertTrue(net.robots(server.address("/kitap")), "status " + status);
            }
        }
    }

    @Test
    void fetchesNothingWhileTheHostIsInTrouble() throws Exception {
        for (int status : List.of(500, 503, 429)) {
            try (LocalServer server = robots(status, "");
                    Net net = net(server.settings("network.retries=0"))) {
                assertFalse(net.robots(server.address("/kitap")), "status " + status);
                assertFalse(net.rules(server.address("/kitap")).known());
            }
        }
    }

    @Test
    void keepsTheLastRulesOfAHostThatFellSilent() throws Exception {
        Instant[] now = {Instant.parse("2026-11-22T06:00:00Z")};
        AtomicInteger asked = new AtomicInteger();
        try (LocalServer server = new LocalServer(uri -> asked.getAndIncrement() == 0
                        ? Reply.of(200, "User-agent: *\nDisallow: /a").with("Content-Type", "text/plain")
                        : Reply.of(503, ""));
                Net net = net(server.settings("network.retries=0"))) {
            Robots robots = new Robots(clock(now));

            robots.rules(Addresses.parse(server.address("/")), net::get);
            now[0] = now[0].plus(Duration.ofHours(25));
            RobotRules rules = robots.rules(Addresses.parse(server.address("/")), net::get);

            assertTrue(rules.allow(server.address("/b")));
            assertFalse(rules.allow(server.address("/a")));
        }
    }

    @Test
    void readsTheBeginningOfRulesWithoutEnd() throws Exception {
        String rules = "User-agent: *\nDisallow: /a\n" + "Disallow: /b\n".repeat(100_000);
        try (LocalServer server = robots(200, rules);
                Net net = net(server.settings())) {
            assertFalse(net.robots(server.address("/a")));
            assertTrue(net.robots(server.address("/c")));
        }
    }

    @Test
    void boundsTheDelayThatIsAskedFor() throws Exception {
        try (LocalServer server = robots(200, "User-agent: *\nCrawl-delay: 86400\n");
                Net net = net(server.settings())) {
            assertEquals(Duration.ofSeconds(30), net.rules(server.address("/")).delay());
            assertTrue(net.robots(server.address("/c")));
        }
    }

    @Test
    void takesRedirectsWithoutEndForNoRules() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.of(302, "").with("Location", uri.getPath() + "x"));
                Net net = net(server.settings())) {
            assertTrue(net.robots(server.address("/kitap")));
        }
    }

    @Test
    void leavesItToTheGuardToRefuse() throws Exception {
        try (Net net = net(closed())) {
            assertTrue(net.robots("http://127.0.0.1:1/kitap"));
            assertThrows(NetException.class, () -> net.robots("мектеп"));
        }
    }

    private static LocalServer robots(int status, String body) throws Exception {
        return new LocalServer(uri -> uri.getPath().equals("/robots.txt")
                ? Reply.of(status, body).with("Content-Type", "text/plain; charset=utf-8")
                : Reply.of(200, ""));
    }

    private static Clock clock(Instant[] now) {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
    }
}
