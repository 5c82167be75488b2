package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class PageReaderTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <responseDate>2026-11-22T06:00:00Z</responseDate>
            <request verb="ListRecords">http://kitap.example/oai</request>
            <ListRecords>
            """;

    private static Page read(byte[] body, String contentType) {
        Answer answer =
                new Answer(URI.create("http://kitap.example/oai?verb=ListRecords"), 200, contentType, body, false);
        return new PageReader("kitap", 5_000).read("page 1", answer);
    }

    private static Page read(String body) {
        return read(body.getBytes(UTF_8), "text/xml; charset=utf-8");
    }

    private static String record(String identifier, String title) {
        return """
                <record><header><identifier>%s</identifier><datestamp>2026-11-01</datestamp></header><metadata>\
                <dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/"><title>%s</title></dc></metadata></record>
                """.formatted(identifier, title);
    }

    private static String page(String... records) {
        return HEAD + String.join("", records) + "</ListRecords></OAI-PMH>";
    }

    private static List<String> identifiers(Page page) {
        return page.records().stream().map(record -> record.id().identifier()).toList();
    }

    private static List<Reason> reasons(Page page) {
        return page.rejected().stream()
                .map(rejected -> rejected.problem().reason())
                .toList();
    }

    private static Document dom(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void slicesARecordCharacterForCharacter() throws Exception {
        String record = "<record >\r\n<!-- ескерту --><header  status = 'x'><identifier> oai:1 </identifier>"
                + "<datestamp>2026-11-01T10:00:00Z</datestamp><setSpec> a:b </setSpec><setSpec>c</setSpec></header>"
                + "<metadata><dc:dc xmlns:dc='urn:dc' xsi:type='x'><dc:t><![CDATA[Абай & <жолы> 😀]]></dc:t></dc:dc></metadata>"
                + "<about><a/></about><about><b/></about></record>";

        Page page = read(page(record));

        RawRecord raw = page.records().getFirst();
        assertEquals(
                record.replace(
                        "<record ",
                        "<record xmlns=\"http://www.openarchives.org/OAI/2.0/\""
                                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "),
                raw.payload());
        assertEquals("oai:1", raw.id().identifier());
        assertEquals("kitap", raw.id().source());
        assertEquals("2026-11-01T10:00:00Z", raw.datestamp());
        assertEquals(List.of("a:b", "c"), raw.sets());
        assertEquals("urn:dc", raw.format());
        assertEquals("page 1", raw.place());
        assertEquals(
                "http://www.openarchives.org/OAI/2.0/",
                dom(raw.payload()).getDocumentElement().getNamespaceURI());
    }

    @Test
    void carriesNamespacesDeclaredOnTheRootIntoEachRecord() throws Exception {
        Page page = read("""
                <oai:OAI-PMH xmlns:oai="http://www.openarchives.org/OAI/2.0/" xmlns:dc="urn:one?a=1&amp;b=2" xmlns:own="urn:x">
                <oai:ListRecords xmlns:dc="urn:two&quot;">
                <oai:record xmlns:own="urn:own"><oai:header><oai:identifier>1</oai:identifier></oai:header>
                <oai:metadata><dc:dc own:a="b"/></oai:metadata></oai:record></oai:ListRecords></oai:OAI-PMH>""");

        RawRecord raw = page.records().getFirst();
        assertEquals("urn:two\"", raw.format());
        Element dc = (Element) dom(raw.payload()).getElementsByTagName("dc:dc").item(0);
        assertEquals("urn:two\"", dc.getNamespaceURI());
        assertTrue(dc.hasAttributeNS("urn:own", "a"));
    }

    @Test
    void readsAPageWithoutTheNamespaceOfOai() {
        Page page = read("<OAI-PMH><ListRecords><record><header><identifier>1</identifier></header>"
                + "<metadata><dc/></metadata></record></ListRecords></OAI-PMH>");

        assertEquals(List.of("1"), identifiers(page));
        assertEquals("", page.records().getFirst().format());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n  ", "\uFEFF", "<br />\n<b>Notice</b>: Undefined index: x in <b>oai.php</b><br />\n"})
    void passesOverWhatStandsBeforeTheDeclaration(String junk) {
        Page page = read(junk + page(record("1", "Абай жолы")));

        assertEquals(List.of("1"), identifiers(page));
        assertEquals(List.of(), page.problems());
    }

    @Test
    void passesOverNoticesOfPhpBehindTheEnd() {
        Page page = read(
                page(record("1", "Абай"), "<resumptionToken>t&amp;2</resumptionToken>") + "\n<b>Notice</b>: x & y");

        assertEquals(List.of("1"), identifiers(page));
        assertEquals(Optional.of("t&2"), page.token());
        assertEquals(List.of(), page.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<resumptionToken/>", "<resumptionToken cursor=\"7\"> \n</resumptionToken>", ""})
    void takesAnEmptyTokenForTheEndOfTheList(String token) {
        assertEquals(Optional.empty(), read(page(record("1", "a"), token)).token());
    }

    @Test
    void keepsADeletionWithItsDatestamp() {
        Page page = read(
                page(
                        "<record><header status='deleted'><identifier>1</identifier><datestamp>2026</datestamp></header></record>"));

        RawRecord raw = page.records().getFirst();
        assertTrue(raw.deleted());
        assertEquals("2026", raw.datestamp());
        assertEquals("", raw.payload());
    }

    @Test
    void rejectsAloneTheRecordThatCannotBeTaken() {
        Page page = read(page(
                record("1", "бір"),
                record(" ", "екі"),
                "<record><header><identifier>3</identifier></header></record>",
                "<record><header><identifier>4</identifier></header><metadata/></record>",
                record("5", "x".repeat(6_000)),
                record("6", "алты"),
                record("6", "алты, тағы")));

        assertEquals(List.of("1", "6", "6"), identifiers(page));
        assertEquals(
                List.of(Reason.NO_IDENTIFIER, Reason.NO_METADATA, Reason.NO_METADATA, Reason.RECORD_TOO_LARGE),
                reasons(page));
        assertEquals("page 1, record 3", page.rejected().get(1).problem().place());
        assertEquals("3", page.rejected().get(1).problem().identifier());
        assertEquals(List.of(), page.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U+0003 \u0003",
                "U+FFFE \uFFFE",
                "U+001A \u001A",
                "U+D835 \uD835",
                "&#3;",
                "&#55349;&#56320;",
                "&nbsp;",
                "a & b",
                "<b>",
                "</i>",
                "x:y <x:y/>",
                "<?xml version=\"1.0\"?>",
                "]]>",
                "<a b='1' b='2'/>"
            })
    void rejectsAloneTheRecordThatIsNotWellFormed(String fault) throws Exception {
        // UTF-16 lets a lone surrogate through to the reader, as UTF-8 does not.
        byte[] body = page(
                        record("1", "бір"),
                        record("2", fault),
                        record("3", "үш"),
                        "<resumptionToken>a&amp;b</resumptionToken>")
                .getBytes(Charset.forName("UTF-16BE"));
        if (fault.contains("\uD835")) {
            body = withLoneSurrogate(body);
        }

        Page page = read(body, "text/xml");

        assertEquals(List.of("1", "3"), identifiers(page));
        HarvestPage.Rejected rejected = page.rejected().getFirst();
        assertEquals(Reason.RECORD_BROKEN, rejected.problem().reason());
        assertEquals("2", rejected.problem().identifier());
        assertEquals("page 1, record 2", rejected.problem().place());
        assertTrue(
                rejected.problem().value().contains("(line 7"),
                rejected.problem().value());
        assertTrue(rejected.payload().startsWith("<record>"));
        assertEquals(
                List.of(Reason.PAGE_BROKEN),
                page.problems().stream().map(problem -> problem.reason()).toList());
        assertEquals(Optional.of("a&b"), page.token());
        assertEquals("2026-11-22T06:00:00Z", page.responseDate());
        for (RawRecord raw : page.records()) {
            dom(raw.payload());
        }
    }

    private static byte[] withLoneSurrogate(byte[] body) {
        // getBytes wrote U+FFFD for it.
        for (int i = 0; i + 1 < body.length; i += 2) {
            if (body[i] == (byte) 0xFF && body[i + 1] == (byte) 0xFD) {
                body[i] = (byte) 0xD8;
                body[i + 1] = 0x35;
            }
        }
        return body;
    }

    @Test
    void rejectsAloneTheRecordWithABadByteAndKeepsTheCyrillicOfTheRest() {
        String text = page(record("1", "Әуезов"), record("2", "it~s"), record("3", "Құнанбайұлы"));
        byte[] body = text.getBytes(UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '~' ? (byte) 0x92 : body[i];
        }

        Page page = read(body, "text/xml; charset=ISO-8859-1");

        assertEquals(List.of("1", "3"), identifiers(page));
        assertTrue(page.records().getLast().payload().contains("Құнанбайұлы"));
        assertTrue(page.rejected().getFirst().problem().value().contains("byte"));
    }

    @Test
    void readsACharsetThatIsDeclaredAndOneThatIsDeclaredWrongly() {
        String text = page(record("1", "Мұхтар Әуезов"));
        String russian = page(record("1", "Мухтар Ауэзов")).replace("UTF-8", "windows-1251");

        Page utf8 = read(text.replace("UTF-8", "ISO-8859-1").getBytes(UTF_8), "text/xml; charset=ISO-8859-1");
        Page windows = read(russian.getBytes(Charset.forName("windows-1251")), "text/xml");
        Page header = read(
                russian.replace(" encoding=\"windows-1251\"", "").getBytes(Charset.forName("windows-1251")),
                "text/xml; charset=\"windows-1251\"");
        Page wide = read(("\uFEFF" + text).getBytes(Charset.forName("UTF-16LE")), "text/xml");

        assertTrue(utf8.records().getFirst().payload().contains("Мұхтар Әуезов"));
        assertTrue(windows.records().getFirst().payload().contains("Мухтар Ауэзов"));
        assertTrue(header.records().getFirst().payload().contains("Мухтар Ауэзов"));
        assertTrue(wide.records().getFirst().payload().contains("Мұхтар Әуезов"));
    }

    @Test
    void isNotConfusedByRecordsOfMarcInsideARecord() {
        String marc = "<record><header><identifier>%s</identifier></header><metadata><collection xmlns='urn:marc'>"
                + "<record><leader>x</leader></record><record><leader>%s</leader></record></collection></metadata></record>";

        Page page = read(page(marc.formatted("1", "y"), marc.formatted("2", "\u0003"), marc.formatted("3", "z")));

        assertEquals(List.of("1", "3"), identifiers(page));
        assertEquals(List.of("2"), List.of(page.rejected().getFirst().problem().identifier()));
        assertEquals("urn:marc", page.records().getLast().format());
    }

    @Test
    void keepsTheGoodRecordsOfAPageCutInHalf() {
        String whole = page(record("1", "бір"), record("2", "екі"), record("3", "үш"));
        String half = whole.substring(0, whole.indexOf("үш"));

        Page page = read(half);

        assertEquals(Page.Shape.CUT, page.shape());
        assertEquals(List.of("1", "2"), identifiers(page));
        assertEquals(List.of(Reason.PAGE_TRUNCATED), reasons(page));
        assertEquals("3", page.rejected().getFirst().problem().identifier());
        assertEquals(Reason.PAGE_TRUNCATED, page.problems().getFirst().reason());
    }

    @Test
    void goesOnFromAPageThatIsCutBehindItsToken() {
        Page page = read(HEAD + record("1", "бір") + "<resumptionToken>next</resumptionToken></ListRec");

        assertEquals(Page.Shape.LIST, page.shape());
        assertEquals(Optional.of("next"), page.token());
    }

    @Test
    void everyCutOfAPageKeepsTheRecordsBeforeIt() {
        String whole = page(record("1", "бір"), record("2", "екі"), "<resumptionToken>n</resumptionToken>");
        int second = whole.indexOf("</record>", whole.indexOf("</record>") + 1) + "</record>".length();

        for (int end = second; end < whole.length(); end++) {
            Page page = read(whole.substring(0, end));

            assertEquals(List.of("1", "2"), identifiers(page), "cut at " + end);
            assertEquals(List.of(), page.rejected(), "cut at " + end);
        }
    }

    @Test
    void anyDamageLeavesTheReaderStanding() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole =
                page(record("1", "бір"), record("2", "екі"), record("3", "үш")).getBytes(UTF_8);

        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Page page = read(damaged, "text/xml");

            for (RawRecord raw : page.records()) {
                assertFalse(raw.id().identifier().isBlank(), "seed " + seed);
            }
        }
    }

    @Test
    void opensNoEntityAndNoFile() {
        Page page = read(
                """
                <?xml version="1.0"?>
                <!DOCTYPE OAI-PMH [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY lol "lol">]>
                <OAI-PMH><ListRecords>
                """ + record("1", "&file;") + record("2", "&lol;") + record("3", "үш") + "</ListRecords></OAI-PMH>");

        assertEquals(List.of("3"), identifiers(page));
        assertTrue(page.rejected().getFirst().payload().contains("&file;"));
    }

    @Test
    void rejectsARecordThatIsNestedWithoutEnd() {
        Page page = read(page(record("1", "<a>".repeat(400) + "</a>".repeat(400)), record("2", "екі")));

        assertEquals(List.of("2"), identifiers(page));
        assertEquals(List.of(Reason.RECORD_BROKEN), reasons(page));
    }

    @Test
    void saysOfAWebPageHowItBegins() {
        Page page = read("<!DOCTYPE html><html><body>Жөндеу жүріп жатыр</body></html>");

        assertEquals(Page.Shape.OTHER, page.shape());
        HarvestPage.Rejected rejected = page.rejected().getFirst();
        assertEquals(Reason.NOT_OAI, rejected.problem().reason());
        assertTrue(rejected.problem().value().contains("Жөндеу"));
        assertEquals(0, rejected.records());
    }

    @Test
    void takesTheAnswerToAnotherVerbForNoList() {
        Page page = read("<OAI-PMH><Identify><repositoryName>x</repositoryName></Identify></OAI-PMH>");

        assertEquals(Page.Shape.OTHER, page.shape());
    }

    @Test
    void saysOfNothingThatItIsNothing() {
        Page page = read(" \n ");

        assertEquals(Page.Shape.EMPTY, page.shape());
        assertEquals(Reason.ANSWER_EMPTY, page.problems().getFirst().reason());
    }

    @Test
    void readsAnErrorEvenWhenItIsNotWellFormed() {
        Page plain = read("<OAI-PMH><error code=\"noRecordsMatch\">Ештеңе жоқ</error></OAI-PMH>");
        Page broken = read("<OAI-PMH><error code=\"unknownError\">{\"query\": \"a & b\"}\u0003</error></OAI-PMH>");

        assertEquals(Optional.of(new OaiError("noRecordsMatch", "Ештеңе жоқ")), plain.failure());
        assertEquals("unknownError", broken.failure().orElseThrow().code());
    }

    @Test
    void keepsBytesOfAPageInLatin1() {
        byte[] body = page(record("1", "Café")).replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1);

        assertTrue(read(body, "").records().getFirst().payload().contains("Café"));
    }
}
