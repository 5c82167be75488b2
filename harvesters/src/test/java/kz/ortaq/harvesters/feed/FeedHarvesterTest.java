package kz.ortaq.harvesters.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.TestLibrary;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.Counts;
import kz.ortaq.records.store.StoredRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedHarvesterTest {

    private static final String NEWS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Абай кітапханасы</title><language>kk</language>
            <item><title>Ай кітабы: «Қан мен тер»</title><link>/news/1</link><guid isPermaLink="false">n-1</guid>
              <pubDate>Mon, 23 Nov 2026 09:00:00 +0500</pubDate><dc:creator>Әсел Нұрланова</dc:creator>
              <category>Ә. Нұрпейісов</category><description>&lt;p&gt;Роман туралы&lt;/p&gt;</description></item>
            <item><title>Выставка новых книг</title><link>https://kitap.example/news/2</link>
              <enclosure url="/files/list.pdf" type="application/pdf" length="1"/></item>
            <item><title>Reading club</title><pubDate>23 қараша 2026</pubDate></item>
            </channel></rss>""";

    @TempDir
    private Path folder;

    @Test
    void readsNewsOfRssWithAllThatItSays() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, NEWS);

        assertEquals(3, library.fields().size());
        assertTrue(library.fields().containsKey("n-1"));
        assertEquals("2026-11-23", library.value("Ай кітабы: «Қан мен тер»", "date"));
        assertEquals("Әсел Нұрланова", library.value("Ай кітабы: «Қан мен тер»", "creator"));
        assertEquals("Ә. Нұрпейісов", library.value("Ай кітабы: «Қан мен тер»", "subject"));
        assertEquals("kk", library.value("Ай кітабы: «Қан мен тер»", "language"));
        assertTrue(library.value("Ай кітабы: «Қан мен тер»", "link").endsWith("/news/1"));
        assertTrue(library.value("Выставка новых книг", "document").endsWith("/files/list.pdf"));
        assertEquals("23 қараша 2026", library.value("Reading club", "date"));
        assertEquals("Абай кітапханасы", library.value("Reading club", "part-of"));
    }

    @Test
    void keepsTheItemAsItWasSent() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, NEWS);

        for (StoredRecord record : library.stored()) {
            String original = new String(record.raw().original().toArray(), StandardCharsets.UTF_8);
            assertTrue(original.startsWith("<item><title>") && NEWS.contains(original), original);
        }
    }

    @Test
    void takesWhatFallsOffAFeedForNoDeletion() throws Exception {
        String[] feed = {NEWS};
        try (LocalServer server = new LocalServer(uri -> Reply.xml(feed[0]))) {
            TestLibrary library = TestFeed.library(folder, server.address("/feed"));
            TestFeed.harvest(library, server);
            feed[0] = NEWS.replaceAll("(?s)<item><title>Ай.*?</item>", "");

            HarvestReport report = TestFeed.harvest(library, server);

            assertEquals(new Counts(0, 0, 2, 0, 0), report.run().counts());
            assertEquals(3, library.fields().size());
        }
    }

    @Test
    void readsAVideoOfAChannel() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
                    xmlns="http://www.w3.org/2005/Atom"><title>Кітапхана арнасы</title>
                  <author><name>Кітапхана</name></author>
                  <entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>Абай оқулары</title>
                    <link rel="alternate" href="https://www.youtube.com/watch?v=abc"/>
                    <published>2026-10-01T10:00:00+00:00</published>
                    <media:group><media:title>Абай оқулары</media:title>
                      <media:content url="https://www.youtube.com/v/abc" type="application/x-shockwave-flash" duration="754"/>
                      <media:thumbnail url="https://i.ytimg.com/abc.jpg"/>
                      <media:description>Оқушылар Абайды жатқа оқиды</media:description></media:group></entry></feed>""");

        assertEquals("video", library.value("Абай оқулары", "kind-hint"));
        assertEquals("https://www.youtube.com/watch?v=abc", library.value("Абай оқулары", "link"));
        assertEquals("12:34", library.value("Абай оқулары", "extent"));
        assertEquals("Оқушылар Абайды жатқа оқиды", library.value("Абай оқулары", "description"));
        assertEquals("Кітапхана", library.value("Абай оқулары", "creator"));
        assertEquals("https://i.ytimg.com/abc.jpg", library.value("Абай оқулары", "image"));
    }

    @Test
    void readsThePodcastOfALibrary() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Подкаст</title>
                <item><title>Разговор о Степи</title><itunes:duration>3723</itunes:duration><itunes:author>Айгүл</itunes:author>
                <enclosure url="https://kitap.example/1.mp3" type="audio/mpeg"/></item></channel></rss>""");

        assertEquals("audio", library.value("Разговор о Степи", "kind-hint"));
        assertEquals("1:02:03", library.value("Разговор о Степи", "extent"));
        assertEquals("https://kitap.example/1.mp3", library.value("Разговор о Степи", "link"));
    }

    @Test
    void readsACatalogueOfBooksAndNotItsSignposts() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/" xml:base="https://kitap.example/opds/">
                <title>OPDS</title>
                <entry><id>urn:1</id><title>Қара сөздер</title><author><name>Абай</name></author><dc:language>kk</dc:language>
                  <dc:issued>1918</dc:issued><category term="x" label="Философия"/>
                  <link rel="http://opds-spec.org/acquisition/open-access" type="application/epub+zip" href="abai.epub"/></entry>
                <entry><id>urn:2</id><title>Жаңа кітаптар</title>
                  <link type="application/atom+xml;profile=opds-catalog;kind=acquisition" href="new.xml"/></entry></feed>""");

        assertEquals(1, library.fields().size());
        assertEquals("book", library.value("Қара сөздер", "kind-hint"));
        assertEquals("https://kitap.example/opds/abai.epub", library.value("Қара сөздер", "document"));
        assertEquals("1918", library.value("Қара сөздер", "date"));
        assertEquals("kk", library.value("Қара сөздер", "language"));
    }

    @Test
    void readsOldDialects() throws Exception {
        TestLibrary rdf = TestFeed.harvested(folder, """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel rdf:about="x"><title>Новости</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel>
                <item rdf:about="https://kitap.example/a"><title>Степь</title><link>https://kitap.example/a</link></item></rdf:RDF>""");

        assertEquals("https://kitap.example/a", rdf.value("Степь", "link"));
    }

    @Test
    void followsTheNextPageAndStopsInACircle() throws Exception {
        try (LocalServer server = new LocalServer(uri ->
                Reply.xml("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><link rel="next" href="/feed?page=%s"/>
                <entry><id>urn:%s</id><title>Кітап %s</title></entry></feed>""".formatted("page=2".equals(uri.getQuery()) ? 1 : 2, uri.getQuery(), uri.getQuery())))) {
            TestLibrary library = TestFeed.library(folder, server.address("/feed?page=1"));

            HarvestReport report = TestFeed.harvest(library, server);

            assertEquals(2, library.fields().size());
            assertEquals(List.of(Reason.FEED_CIRCLE), TestLibrary.reasons(report));
        }
    }

    @Test
    void namesItemsByTheirAddressWhereOneGuidStandsInAll() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                <rss version="2.0"><channel>
                <item><guid>https://a.kz</guid><link>https://a.kz/1</link><title>Бір</title></item>
                <item><guid>https://a.kz</guid><link>https://a.kz/2</link><title>Екі</title></item></channel></rss>""");

        assertEquals(
                List.of("https://a.kz/1", "https://a.kz/2"),
                List.copyOf(library.fields().keySet()));
    }

    @Test
    void losesNoItemWhereAllLinkToTheFrontPage() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                <rss version="2.0"><channel>
                <item><link>https://a.kz</link><title>Бір</title></item>
                <item><link>https://a.kz</link><title>Екі</title></item></channel></rss>""");

        assertEquals(2, library.fields().size());
    }

    @Test
    void readsJsonFeed() throws Exception {
        TestLibrary library = TestFeed.harvested(folder, """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Кітап", "language": "kk", "items": [
                {"id": "1", "url": "https://a.kz/1", "title": "Кеш", "content_html": "<p>Өтті</p>", "tags": ["Абай"],
                 "attachments": [{"url": "https://a.kz/1.pdf", "mime_type": "application/pdf"}]}]}""");

        assertEquals("https://a.kz/1.pdf", library.value("Кеш", "document"));
        assertEquals("Абай", library.value("Кеш", "subject"));
    }
}
