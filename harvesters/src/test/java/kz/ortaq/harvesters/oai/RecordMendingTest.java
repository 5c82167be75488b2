package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.oai.TestPages.dom;
import static kz.ortaq.harvesters.oai.TestPages.identifiers;
import static kz.ortaq.harvesters.oai.TestPages.page;
import static kz.ortaq.harvesters.oai.TestPages.problems;
import static kz.ortaq.harvesters.oai.TestPages.read;
import static kz.ortaq.harvesters.oai.TestPages.record;
import static kz.ortaq.harvesters.oai.TestPages.title;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one record is mended that is not sound XML, while its neighbours stay as they were sent. */
final class RecordMendingTest {

    /** What the title says as sent, what it says when mended, and what the library is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Абай&#3;                      | Абай                  | &#3;
                    Абай&#x1F;жолы                | Абай жолы             | &#x1F;
                    A&#55349;&#56320;B            | A\uD835\uDC00B        | &#55349;&#56320; → \uD835\uDC00
                    A&#55349;B                    | A\uFFFDB              | &#55349;
                    A&#xFFFE;B                    | A\uFFFDB              | &#xFFFE;
                    Абай&nbsp;жолы&copy;          | Абай\u00A0жолы©       | &nbsp;, &copy;
                    &laquo;Абай&raquo;&mdash;кітап| «Абай»—кітап          | &laquo;, &raquo;, &mdash;
                    &LT;b&GT; &AMP;               | <b> &                 | &LT;, &GT;, &AMP;
                    &abai; жолы                   | &abai; жолы           | &abai;
                    Ағылшын & қазақ               | Ағылшын & қазақ       | &
                    AT&T; R&D                     | AT&T; R&D             | &T;, &
                    5 < 7                         | 5 < 7                 | <
                    <abai@kitap.kz>               | <abai@kitap.kz>       | <
                    <http://kitap.kz/?a=1&b=2>    | <http://kitap.kz/?a=1&b=2> | <, &
                    Құнанбайұлы <Абай>            | Құнанбайұлы <Абай>    | <Абай>
                    бір<br>екі<BR>үш              | бір<br>екі<BR>үш      | <BR>, <br>
                    <p>бір<p>екі                  | <p>бір<p>екі          | <p>
                    <b><i>бір</b></i>             | <i>бір</i>            | <i>, </i>
                    бір</p>                       | бір</p>               | </p>
                    <img src=a.png>бір            | <img src=a.png>бір    | src=a.png, <img>
                    бір]]>екі                     | бір]]>екі             | ]]>
                    бір<?xml version="1.0"?>екі   | бірекі                | <?xml?>
                    бір<!-- a -- b -->екі         | бірекі                | <!-- -- -->
                    x:y <x:y/>                    | x:y                   | xmlns:x
                    <q a='1' a='2'/>бір           | бір                   | a=… a=…
                    <q a='1 & <2>'>бір</q>        | бір                   | &, <
                    <Q>бір</q>                    | бір                   | </q>
                    """)
    void mendsTheRecordAndSaysWhat(String sent, String meant, String what) throws Exception {
        String broken = record("2", sent);

        Page page = read(page(record("1", "бір"), broken, record("3", "үш")));

        assertEquals(List.of("1", "2", "3"), identifiers(page));
        assertEquals(List.of(), page.rejected());
        RawRecord mended = page.records().get(1);
        assertEquals(meant.strip(), title(mended).strip());
        assertEquals(Bytes.of(broken.strip().getBytes(UTF_8)), mended.original());
        assertEquals(Bytes.NONE, page.records().getFirst().original());
        Problem problem = page.problems().getFirst();
        assertEquals(Reason.RECORD_MENDED, problem.reason());
        assertEquals("2", problem.identifier());
        assertEquals("page 1, record 2", problem.place());
        assertEquals(what + " (line 7)", problem.value());
        assertEquals(1, page.problems().size());
    }

    @ParameterizedTest
    @CsvSource({"U+0003, ''", "U+001A, \uFFFD", "U+000B, ' '", "U+FFFE, \uFFFD", "U+FFFF, \uFFFD"})
    void takesACharacterThatXmlForbidsOutOfTheRecord(String name, String meant) throws Exception {
        char forbidden = (char) Integer.parseInt(name.substring(2), 16);

        Page page = read(page(record("1", "Абай" + forbidden + "жолы"), record("2", "<![CDATA[a" + forbidden + "]]>")));

        assertEquals("Абай" + meant + "жолы", title(page.records().getFirst()));
        assertEquals("a" + meant, title(page.records().getLast()));
        assertTrue(page.problems().getFirst().value().startsWith(name));
        assertEquals(List.of(Reason.RECORD_MENDED, Reason.RECORD_MENDED), problems(page));
    }

    @Test
    void mendsHalfACharacterThatUtf16LetThrough() throws Exception {
        byte[] body = page(record("1", "бір"), record("2", "a~b")).getBytes(UTF_16BE);
        for (int i = 0; i < body.length; i += 2) {
            if (body[i] == 0 && body[i + 1] == '~') {
                body[i] = (byte) 0xD8;
                body[i + 1] = 0x35;
            }
        }

        Page page = read(body, "text/xml");

        assertEquals("a\uFFFDb", title(page.records().getLast()));
    }

    @Test
    void declaresThePrefixesThatEverybodyKnows() throws Exception {
        String record = "<record><header><identifier>1</identifier></header><metadata><oai_dc:dc xsi:type='x'>"
                + "<dc:title>Абай</dc:title><own:shelf>7</own:shelf></oai_dc:dc></metadata></record>";

        Page page = read("<OAI-PMH><ListRecords>" + record + "</ListRecords></OAI-PMH>");

        RawRecord mended = page.records().getFirst();
        assertEquals(KnownNamespaces.OAI_DC, mended.format());
        assertEquals(
                KnownNamespaces.DC,
                dom(mended.payload()).getElementsByTagName("dc:title").item(0).getNamespaceURI());
        assertEquals(
                "xmlns:oai_dc, xmlns:xsi, xmlns:dc, xmlns:own (line 1)",
                page.problems().getFirst().value());
    }

    @ParameterizedTest
    @CsvSource({"<OAI-PMH>", "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"})
    void givesDublinCoreTheNamespacesThatItLacks(String root) throws Exception {
        String record = "<record><header><identifier>1</identifier></header><metadata> <!-- a --><dc lang='kk'>"
                + "<title>Абай</title></dc></metadata><about><dc/></about></record>";

        Page page = read(root + "<ListRecords>" + record + "</ListRecords></OAI-PMH>");

        RawRecord mended = page.records().getFirst();
        assertEquals(KnownNamespaces.OAI_DC, mended.format());
        assertEquals(
                KnownNamespaces.DC,
                dom(mended.payload()).getElementsByTagName("title").item(0).getNamespaceURI());
        assertEquals(Bytes.of(record.getBytes(UTF_8)), mended.original());
        assertEquals("xmlns", page.problems().getFirst().value());
    }

    @Test
    void givesMarcTheNamespaceThatItLacks() {
        Page page = read(page("<record><header><identifier>1</identifier></header><metadata><record>"
                + "<leader>00000nam a22</leader><datafield tag='245'/></record></metadata></record>"));

        assertEquals(KnownNamespaces.MARC, page.records().getFirst().format());
    }

    @Test
    void leavesMetadataWhoseNameSaysNothingAsItIs() {
        Page page = read("<OAI-PMH><ListRecords><record><header><identifier>1</identifier></header>"
                + "<metadata><kitap/></metadata></record></ListRecords></OAI-PMH>");

        assertEquals("", page.records().getFirst().format());
        assertEquals(List.of(), page.problems());
    }

    @ParameterizedTest
    @CsvSource({
        "'<![CDATA[<?xml version=\"1.0\"?><dc><title>Абай & жолы</title></dc>]]>'",
        "'<![CDATA[<dc><title>Абай]]><![CDATA[ &amp; жолы</title></dc>]]>'",
        "'&lt;dc>&lt;title>Абай &amp;amp; жолы&lt;/title>&lt;/dc>'"
    })
    void unwrapsMetadataThatIsSentAsText(String metadata) throws Exception {
        Page page = read(page(
                "<record><header><identifier>1</identifier></header><metadata>" + metadata + "</metadata></record>"));

        RawRecord mended = page.records().getFirst();
        assertEquals("Абай & жолы", title(mended));
        assertEquals(KnownNamespaces.OAI_DC, mended.format());
        assertTrue(page.problems().getFirst().value().startsWith("<metadata>&lt;…"));
    }

    @Test
    void closesTheRecordWhoseEndAloneIsMissing() {
        String open = record("1", "бір").replace("</record>", "");

        Page page = read(page(open, record("2", "екі")));

        assertEquals(List.of("1", "2"), identifiers(page));
        assertEquals("</record> (line 6)", page.problems().getFirst().value());
    }

    @Test
    void leavesARecordThatIsTooLongUnmended() {
        Page page = read(page(record("1", "\u0003" + "x".repeat(6_000)), record("2", "екі")));

        assertEquals(List.of("2"), identifiers(page));
        assertEquals(Reason.RECORD_BROKEN, page.rejected().getFirst().problem().reason());
    }

    @Test
    void boundsWhatTheNamespacesOfTheRootAddToManyRecords() {
        String root = "<OAI-PMH xmlns:a='" + "u".repeat(60_000) + "'><ListRecords>";
        String record = "<record><header><identifier>1</identifier></header><metadata><a:b/></metadata></record>";

        Page page =
                read((root + record.repeat(1_000) + "</ListRecords></OAI-PMH>").getBytes(UTF_8), "text/xml", 500_000);

        assertEquals(1_000, page.size());
        assertTrue(page.records().size() < 200, () -> "taken: " + page.records().size());
        assertEquals(
                Reason.RECORD_TOO_LARGE, page.rejected().getLast().problem().reason());
    }

    @Test
    void writesOnlyTheNamespacesIntoARecordThatItUses() {
        StringBuilder root = new StringBuilder("<OAI-PMH");
        for (int i = 0; i < 300; i++) {
            root.append(" xmlns:n").append(i).append("='urn:").append(i).append('\'');
        }
        String record =
                "<record><header><identifier>1</identifier></header><metadata><n7:a n8:b='n9:c'/></metadata></record>";

        Page page = read(root + "><ListRecords>" + record + "</ListRecords></OAI-PMH>");

        assertEquals(
                record.replace("<record>", "<record xmlns:n7=\"urn:7\" xmlns:n8=\"urn:8\" xmlns:n9=\"urn:9\">"),
                page.records().getFirst().payload());
    }
}
