package kz.ortaq.harvesters.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.TestLibrary;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that break the rules, and those that mean harm. */
final class FeedMendingTest {

    @TempDir
    private Path folder;

    @Test
    void readsNetscapesDialectPastItsDoctype() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                <?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://example/rss.dtd">
                <rss version="0.91"><channel><title>Жаңалық</title><item><title>Көрме</title><link>http://a.kz/1</link></item>
                </channel></rss>""");

        assertEquals("http://a.kz/1", library.value("Көрме", "link"));
    }

    @Test
    void readsNothingThatADoctypeDefines() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                <!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <rss version="2.0"><channel><item><title>Кітап &x; &a;</title></item></channel></rss>""");

        assertEquals("&x; &a;", library.value("Кітап &x; &a;", "title").replace("Кітап ", ""));
    }

    @Test
    void mendsBlanksEntitiesControlsAndPrefixesAndSaysSo() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.xml("""


                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Кітап&nbsp;үйі</title>
                <item><title>Абай&nbsp;&mdash; ақын \u0003& ойшыл</title><media:thumbnail url="a.png"/></item>
                </channel></rss>"""))) {
            TestLibrary library = TestFeed.library(folder, server.address("/feed"));

            HarvestReport report = TestFeed.harvest(library, server);

            assertEquals("Абай\u00A0— ақын & ойшыл", library.value("Абай\u00A0— ақын & ойшыл", "title"));
            List<String> values = report.problems().stream()
                    .filter(problem -> problem.reason() == Reason.FEED_MENDED)
                    .map(problem -> problem.value())
                    .toList();
            assertTrue(
                    values.containsAll(List.of("␣", "&nbsp;", "&mdash;", "U+0003", "&", "xmlns:media")), "" + values);
        }
    }

    @Test
    void salvagesAnItemWithOpenTagsAndLosesNoOther() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.xml("""
                <rss version="2.0"><channel><title>Кітап</title>
                <item><title>Бірінші</title><description><p>жол<br>жол</description></item>
                <item><title>Вторая</title></item><item><title>Third</title>"""))) {
            TestLibrary library = TestFeed.library(folder, server.address("/feed"));

            HarvestReport report = TestFeed.harvest(library, server);

            assertEquals(2, library.fields().size());
            assertEquals(1, report.run().counts().rejected());
            assertEquals(
                    List.of(Reason.PAGE_TRUNCATED, Reason.FEED_MENDED),
                    TestLibrary.reasons(report).stream().sorted().toList());
        }
    }

    @Test
    void believesTheBytesBeforeTheDeclaration() throws Exception {
        String feed =
                "<?xml version='1.0' encoding='%s'?><rss version='2.0'><channel><item><title>Чтение</title></item></channel></rss>";
        byte[] windows = feed.formatted("iso-8859-1").getBytes(Charset.forName("windows-1251"));
        byte[] utf8 = feed.formatted("windows-1251").getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(windows, utf8)) {
            FeedPage page = new FeedReader(1_000).read(bytes, "", "", "лента").orElseThrow();

            assertEquals("Чтение", page.items().getFirst().fields().first("title"));
        }
    }

    @Test
    void saysWhatAnAddressHoldsThatIsNoFeed() throws Exception {
        try (LocalServer server =
                new LocalServer(uri -> Reply.of(200, "<!DOCTYPE html><html><body>Сайт</body></html>"))) {
            TestLibrary library = TestFeed.library(folder, server.address("/"));

            HarvestReport report = TestFeed.harvest(library, server);

            assertEquals(RunStatus.FAILED, report.run().status());
            assertEquals(List.of(Reason.NOT_A_FEED), TestLibrary.reasons(report));
        }
    }

    @Test
    void endsOnHostileFeeds() {
        String deep = "<rss><channel><item><title>a</title>" + "<b>".repeat(200_000) + "</item></channel></rss>";
        String open = "<rss><channel>" + "<item><![CDATA[".repeat(50_000);
        String tags = "<rss><channel>" + "<item ".repeat(200_000);
        for (String feed : List.of(deep, open, tags, "<rss", "<rss><channel>" + "&a;".repeat(100_000))) {
            FeedPage page = new FeedReader(500_000)
                    .read(feed.getBytes(StandardCharsets.UTF_8), "", "", "feed")
                    .orElseThrow();

            assertFalse(page.items().size() > 1);
        }
    }
}
