package kz.ortaq.harvesters.site;

import static kz.ortaq.harvesters.TestLibrary.reasons;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.TestLibrary;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a crawl must not go, and where it must end. */
final class SiteBoundsTest {

    private static final String BOOK = "<meta name=DC.title content='%s'>";

    @TempDir
    private Path folder;

    @Test
    void obeysRobotsTxtAndItsDelay() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href=/ok>1</a><a href=/no/2>2</a>")
                    .text("/robots.txt", "User-agent: *\nDisallow: /no\nCrawl-delay: 3")
                    .page("/ok", BOOK.formatted("Ашық"))
                    .page("/no/2", BOOK.formatted("Жабық"));

            site.harvest();

            assertEquals(1, site.library().fields().size());
            assertFalse(site.asked().contains("/no/2"));
            assertEquals(Duration.ofSeconds(3), site.waits().getFirst());
        }
    }

    @Test
    void readsNothingThatRobotsTxtForbidsOrCannotBeAskedAbout() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", BOOK.formatted("Кітап")).text("/robots.txt", "User-agent: *\nDisallow: /");
            assertEquals(List.of(Reason.ROBOTS_FORBID), reasons(site.harvest()));

            site.page("/robots.txt", Reply.of(503, ""));
            assertEquals(List.of(Reason.ROBOTS_UNREACHABLE), reasons(site.harvest("network.retries=0")));
        }
    }

    @Test
    void deletesNothingByACrawlThatABoundCutShort() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            String links = IntStream.range(0, 20)
                    .mapToObj(i -> "<a href=/" + i + ">x</a>")
                    .collect(Collectors.joining());
            site.page("/", links);
            IntStream.range(0, 20).forEach(i -> site.page("/" + i, BOOK.formatted("Кітап " + i)));
            site.harvest();

            HarvestReport report = site.harvest("site.pages=5");

            assertEquals(RunStatus.PARTIAL, report.run().status());
            assertEquals(List.of(Reason.SITE_CUT), reasons(report));
            assertEquals("site.pages=5", report.problems().getFirst().value());
            assertEquals(20, site.library().fields().size());
        }
    }

    @Test
    void deletesNothingWhileAPageIsInTrouble() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href=/1>1</a><a href=/2>2</a>")
                    .page("/1", BOOK.formatted("Бір"))
                    .page("/2", "<a href=/3.pdf>Екі</a>");
            site.harvest();
            site.page("/2", Reply.of(500, ""));

            HarvestReport report = site.harvest("network.retries=0");

            assertEquals(RunStatus.PARTIAL, report.run().status());
            assertEquals(0, report.run().counts().deleted());
            assertEquals(List.of(Reason.HTTP_STATUS), reasons(report));
        }
    }

    @Test
    void respectsPagesThatAskNotToBeIndexedOrFollowed() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href=/1>1</a><a href=/2>2</a><a rel=nofollow href=/4>4</a>")
                    .page("/1", "<meta name=robots content=noindex>" + BOOK.formatted("Жасырын"))
                    .page("/2", "<meta name=ROBOTS content='NOFOLLOW'>" + BOOK.formatted("Ашық") + "<a href=/3>3</a>")
                    .page("/3", BOOK.formatted("Үш"))
                    .page("/4", BOOK.formatted("Төрт"));

            site.harvest();

            assertEquals(
                    List.of(site.address("/2")),
                    List.copyOf(site.library().fields().keySet()));
        }
    }

    @Test
    void endsInACalendarWithoutEnd() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href='/cal?month=1&year=1'>күнтізбе</a><a href=/1>1</a>")
                    .page("/1", BOOK.formatted("Бір"));
            int[] month = {1};
            site.page(
                    "/cal*",
                    "<a href=/1>x</a>"
                            + IntStream.range(0, 400)
                                    .mapToObj(i -> "<a href='/cal?month=" + month[0]++ + "&year=2026'>келесі</a>")
                                    .collect(Collectors.joining()));

            HarvestReport report = site.harvest();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(List.of(Reason.SITE_TRAP), reasons(report));
            assertTrue(
                    site.asked().size() < Frontier.SAME_QUERY + 20,
                    () -> "" + site.asked().size());
        }
    }

    @Test
    void endsInPathsThatRepeatThemselves() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            for (String path : List.of("/", "/a/", "/a/b/", "/a/b/a/", "/a/b/a/b/", "/a/b/a/b/a/", "/a/b/a/b/a/b/")) {
                site.page(path, "<a href=a/>a</a><a href=b/>b</a>" + BOOK.formatted("Кітап " + path));
            }

            assertEquals(RunStatus.COMPLETE, site.harvest().run().status());
            assertFalse(site.asked().contains("/a/b/a/b/a/b/"));
        }
    }

    @Test
    void sendsSocialNetworksToWhatCanBeRegistered() throws Exception {
        Map<String, String> instead = Map.of(
                "https://www.youtube.com/channel/UC1234567890abcdefghij", "channel_id=UC1234567890abcdefghij",
                "https://t.me/kitaphana", "Telegram Desktop",
                "https://instagram.com/kitap", "site:",
                "https://m.vk.com/kitap", "site:");
        for (Map.Entry<String, String> entry : instead.entrySet()) {
            TestLibrary library = new TestLibrary(
                    folder.resolve(Integer.toHexString(entry.hashCode())), SourceKind.SITE, entry.getKey(), Map.of());
            var settings = LocalServer.settings(List.of());
            try (Net net = new Net(settings, Clock.systemUTC())) {
                HarvestReport report =
                        library.harvest(new SiteHarvester(library.stores(), net, settings.site(), Clock.systemUTC()));

                assertEquals(List.of(Reason.SOCIAL_NETWORK), reasons(report));
                assertTrue(report.problems().getFirst().value().contains(entry.getValue()), entry::getKey);
            }
        }
    }

    @Test
    void givesUpOnASiteThatFallsSilent() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            String links = IntStream.range(0, 100)
                    .mapToObj(i -> "<a href=/" + i + ">x</a>")
                    .collect(Collectors.joining());
            site.page("/", links);
            IntStream.range(0, 100).forEach(i -> site.page("/" + i, Reply.of(500, "")));

            HarvestReport report = site.harvest("network.retries=0");

            assertEquals(RunStatus.FAILED, report.run().status());
            assertTrue(reasons(report).contains(Reason.SITE_CUT));
            assertTrue(site.asked().size() < 20);
        }
    }
}
