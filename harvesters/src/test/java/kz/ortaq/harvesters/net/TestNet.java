package kz.ortaq.harvesters.net;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kz.ortaq.config.Settings;

/** Nets whose clock stands still, and whose waits are noted instead of waited. */
final class TestNet {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

    private TestNet() {}

    static Net net(Settings settings) {
        return net(settings, new ArrayList<>());
    }

    /** @param waits is told each wait between two tries */
    static Net net(Settings settings, List<Duration> waits) {
        return new Net(settings, CLOCK, InetAddress::getAllByName, waits::add);
    }

    /** Settings under which no private address may be asked. */
    static Settings closed() {
        return LocalServer.settings(List.of("network.retry-seconds=0"));
    }

    static NetException failure(Net net, String address) {
        return assertThrows(NetException.class, () -> net.get(address, answer -> false));
    }
}
