package kz.ortaq.harvesters.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of repositories, and the document that each names. */
final class LandingPageTest {

    private static final LinkTable TABLE = LinkTable.read();

    @TempDir
    private Path folder;

    @Test
    void believesTheMetaTagBeforeAllElse() throws Exception {
        assertEquals("http://cdn.kz/7.pdf", document("""
                <head><meta name="citation_title" content="Абай жолы">
                <meta name="citation_pdf_url" content="http://cdn.kz/7.pdf"></head>
                <a href="/other.pdf">Ереже</a>"""));
    }

    @Test
    void takesTheLinksOfThePageItself() throws Exception {
        assertEquals("http://elib.kz/7.epub", document("""
                <head><link rel="stylesheet" href="/a.css"><link rel="alternate" type="application/rss+xml" href="/rss">
                <link rel="item" type="application/epub+zip" href="/7.epub"></head>"""));
    }

    @Test
    void findsTheBitstreamOfDspaceSixAndNotWhatStandsBesideIt() throws Exception {
        assertEquals("http://elib.kz/bitstream/handle/1/2/%D0%B0%D0%B1%D0%B0%D0%B9.pdf?sequence=1", document("""
                <a href="/bitstream/handle/1/2/abai.pdf.jpg?sequence=4">Мұқаба</a>
                <a href="/bitstream/handle/1/2/abai.pdf.txt?sequence=3">Мәтін</a>
                <a href="/bitstream/handle/1/2/license.txt?sequence=2">Лицензия</a>
                <a href="/bitstream/handle/1/2/closed.pdf?sequence=5&amp;isAllowed=n">Жабық</a>
                <a href="/bitstream/handle/1/2/%D0%B0%D0%B1%D0%B0%D0%B9.pdf?sequence=1">Ашу</a>"""));
    }

    @Test
    void findsTheBitstreamOfDspaceSeven() throws Exception {
        assertEquals("http://elib.kz/bitstreams/0f8fad5b-d9cb-469f-a165-70867728950e/download", document("""
                <base href="/"><a href="items/1">Жазба</a>
                <a href="bitstreams/0f8fad5b-d9cb-469f-a165-70867728950e/download">abai.pdf (2 MB)</a>"""));
    }

    @Test
    void findsTheDocumentOfEprints() throws Exception {
        assertEquals("http://elib.kz/id/eprint/77/1/abai.pdf", document("""
                <a href="/77/1/cover.jpg">Мұқаба</a>
                <a class="ep_document_link" href="/id/eprint/77/1/abai.pdf">PDF</a>"""));
        assertEquals("http://elib.kz/77/1/abai.pdf", document("<a href='/77/1/abai.pdf'>PDF</a> <a href='/78/'>→</a>"));
    }

    @Test
    void takesTheOnlyFileOfItsHost() throws Exception {
        assertEquals("http://elib.kz/files/abai.djvu", document("""
                <a href="http://other.kz/a.pdf">Басқа</a> <a href="/about">Біз туралы</a>
                <a href="/files/abai.djvu#p2">Оқу</a> <a href="/files/abai.djvu">Жүктеу</a>"""));
    }

    @Test
    void takesTheFileBelowThePageWhereThereAreSeveral() throws Exception {
        assertEquals("http://elib.kz/item/7/abai.pdf", document("""
                <a href="/rules.pdf">Правила</a> <a href="/item/7/abai.pdf">Читать</a>"""));
    }

    @Test
    void choosesNoneWhereItCannotKnow() throws Exception {
        LandingPage page = page("<a href='/1.pdf'>1</a><a href='/2.pdf'>2</a>");

        assertEquals(Optional.empty(), page.document());
        assertEquals(2, page.files());
    }

    @Test
    void followsNoScriptsAndNoOtherKindsOfAddresses() throws Exception {
        assertEquals(Optional.empty(), page("""
                <meta name="citation_pdf_url" content="file:///etc/passwd.pdf">
                <a href="javascript:open('/bitstream/1/a.pdf')">Open</a>
                <a href="data:application/pdf,%25PDF/bitstream/a.pdf">Open</a>""").document());
    }

    @Test
    void recognisesALoginPage() throws Exception {
        assertTrue(page("<form>Логин <input> Құпиясөз <input type=password></form>")
                .asksForLogin());
        assertFalse(page("<form><input type=search></form>").asksForLogin());
    }

    @Test
    void readsThePageInItsOwnCharset() throws Exception {
        Charset charset = Charset.forName("windows-1251");
        Files.write(folder.resolve("page"), "<a href='/книга.pdf'>Открыть</a>".getBytes(charset));

        LandingPage page = LandingPage.read(
                folder.resolve("page"), URI.create("http://elib.kz/7"), "text/html; charset=windows-1251", TABLE);

        assertEquals("http://elib.kz/книга.pdf", page.document().orElseThrow());
    }

    private String document(String html) throws IOException {
        return page(html).document().orElseThrow();
    }

    private LandingPage page(String html) throws IOException {
        Path file = folder.resolve("page");
        Files.writeString(file, "<html>" + html + "</html>", UTF_8);
        return LandingPage.read(file, URI.create("http://elib.kz/item/7"), "text/html", TABLE);
    }
}
