package kz.ortaq.harvesters.site;

import static kz.ortaq.harvesters.TestLibrary.reasons;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.Counts;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteHarvesterTest {

    private static final String BOOK = "<meta name=DC.title content='%s'>";

    @TempDir
    private Path folder;

    @Test
    void followsLinksWithinTheSectionOnly() throws Exception {
        try (TestSite site = new TestSite(folder, "/kitap/")) {
            site.page(
                            "/kitap/",
                            "<a href=1.html>1</a> <a href=/other/2.html>2</a> <a href='http://127.0.0.1:1/kitap/3'>3</a>")
                    .page("/kitap/1.html", BOOK.formatted("Абай жолы"))
                    .page("/other/2.html", BOOK.formatted("Бөтен"));

            HarvestReport report = site.harvest();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(
                    List.of(site.address("/kitap/1.html")),
                    List.copyOf(site.library().fields().keySet()));
        }
    }

    @Test
    void readsPagesThatOnlySitemapsName() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<p>Сайт</p>")
                    .text("/robots.txt", "Sitemap: " + site.address("/maps.xml"))
                    .page("/maps.xml", Reply.xml("""
                            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                            <sitemap><loc>%s</loc></sitemap></sitemapindex>""".formatted(site.address("/map1.xml"))))
                    .page("/map1.xml", Reply.xml("""
                            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                            <url><loc>%s</loc></url><url><loc>http://other.example/x</loc></url></urlset>""".formatted(site.address("/deep/book"))))
                    .page("/deep/book", BOOK.formatted("Книга"));

            site.harvest();

            assertEquals(
                    List.of(site.address("/deep/book")),
                    List.copyOf(site.library().fields().keySet()));
        }
    }

    @Test
    void saysThatASitemapIsBrokenAndFollowsLinks() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href=/1>1</a>")
                    .text("/robots.txt", "Sitemap: " + site.address("/map.xml"))
                    .page("/map.xml", Reply.xml("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset>&x;"))
                    .page("/1", BOOK.formatted("Book"));

            HarvestReport report = site.harvest();

            assertTrue(reasons(report).contains(Reason.SITEMAP_BROKEN), () -> "" + report.problems());
            assertEquals(1, site.library().fields().size());
        }
    }

    @Test
    void makesNoSecondRecordOfADocumentThatAPageDescribes() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            String book = BOOK.formatted("Абай жолы") + "<a href=%s>Жүктеу</a>";
            site.page("/", "<a href=/1>1</a><a href=/2>2</a>")
                    .page("/1", book.formatted("/abai.pdf"))
                    .page("/2", "<meta name=citation_pdf_url content=/download/5>" + book.formatted("/download/5"))
                    .page("/abai.pdf", Reply.of(200, "%PDF-1.7").with("Content-Type", "application/pdf"))
                    .page("/download/5", Reply.of(200, "%PDF-1.7").with("Content-Type", "application/pdf"));

            site.harvest();

            assertEquals(
                    List.of(site.address("/1"), site.address("/2")),
                    site.library().fields().keySet().stream().sorted().toList());
            // The document itself is fetched with those of other records, within their bounds.
            assertEquals(false, site.asked().contains("/abai.pdf"));
        }
    }

    @Test
    void deletesWhatACompleteCrawlNoLongerFinds() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href=/1>1</a><a href=/2>2</a><a href=/3>3</a>")
                    .page("/1", BOOK.formatted("Бір"))
                    .page("/2", BOOK.formatted("Екі"))
                    .page("/3", BOOK.formatted("Үш"));
            site.harvest();
            site.remove("/2");

            HarvestReport report = site.harvest();

            assertEquals(new Counts(0, 0, 2, 1, 0, 1), report.run().counts());
        }
    }

    @Test
    void seesAnUnchangedSiteAsUnchanged() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href=/1?utm_source=x>1</a><a href='/1?PHPSESSID=1'>1</a><a href='/a.pdf#2'>Абай</a>")
                    .page("/1", BOOK.formatted("Бір"));
            site.harvest();

            assertEquals(new Counts(0, 0, 2, 0, 0), site.harvest().run().counts());
        }
    }

    @Test
    void takesCanonicalAddressesForThePagesThatTheyName() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            String page = "<link rel=canonical href=/kitap/1>" + BOOK.formatted("Бір");
            site.page("/", "<a href='/view?id=1'>a</a><a href=/kitap/1>b</a>")
                    .page("/view?id=1", page)
                    .page("/kitap/1", page);

            site.harvest();

            assertEquals(
                    List.of(site.address("/kitap/1")),
                    List.copyOf(site.library().fields().keySet()));
        }
    }

    @Test
    void readsASiteThatMovedToItsNewAddress() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", Reply.of(301, "").with("Location", "/kk/home"))
                    .page("/kk/home", "<a href=/kk/1>1</a>")
                    .page("/kk/1", BOOK.formatted("Бір"));

            site.harvest();

            assertEquals(1, site.library().fields().size());
        }
    }

    @Test
    void readsCyrillicPagesOfWindowsThatSayNothing() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            byte[] page =
                    "<a href=1.pdf>Сборник рассказов</a>".getBytes(java.nio.charset.Charset.forName("windows-1251"));
            site.page("/", new Reply(200, Map.of("Content-Type", "text/html"), page, 0));

            site.harvest();

            assertEquals(site.address("/1.pdf"), site.library().value("Сборник рассказов", "document"));
        }
    }

    @Test
    void takesADocumentBehindAnAddressWithoutEnding() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<a href='/download?id=5'>Физика, 8-сынып</a>")
                    .page("/download?id=5", Reply.of(200, "%PDF-1.4").with("Content-Type", "application/pdf"));

            site.harvest();

            assertEquals(site.address("/download?id=5"), site.library().value("Физика, 8-сынып", "document"));
        }
    }

    @Test
    void saysThatASiteHasNothingForALibrary() throws Exception {
        try (TestSite site = new TestSite(folder)) {
            site.page("/", "<h1>Добро пожаловать</h1>");

            assertEquals(List.of(Reason.SITE_NOTHING), reasons(site.harvest()));
        }
    }
}
