package kz.ortaq.harvesters.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.TestLibrary;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.SourceKind;

/** Libraries whose source is a feed on a real server. */
final class TestFeed {

    private TestFeed() {}

    static TestLibrary harvested(Path folder, String feed) throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.xml(feed))) {
            TestLibrary library = library(folder, server.address("/feed"));
            HarvestReport report = harvest(library, server);
            assertEquals(RunStatus.COMPLETE, report.run().status(), () -> "" + report.problems());
            return library;
        }
    }

    static TestLibrary library(Path folder, String address) throws Exception {
        return new TestLibrary(folder, SourceKind.FEED, address, Map.of());
    }

    static HarvestReport harvest(TestLibrary library, LocalServer server) throws Exception {
        Settings settings = server.settings();
        try (Net net = new Net(settings, Clock.systemUTC())) {
            return library.harvest(new FeedHarvester(library.stores(), net, settings.harvest(), Clock.systemUTC()));
        }
    }
}
