package kz.ortaq.harvesters.marc;

import static kz.ortaq.harvesters.marc.SampleMarc.read;
import static kz.ortaq.harvesters.marc.SampleMarc.reasons;
import static kz.ortaq.harvesters.marc.SampleMarc.refused;
import static kz.ortaq.harvesters.marc.SampleMarc.title;
import static kz.ortaq.harvesters.marc.SampleMarc.titles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.ortaq.config.Reason;
import org.junit.jupiter.api.Test;

/** Files of MARCXML, in which one bad record costs only itself. */
final class MarcXmlReaderTest {

    private static final String START = "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n";

    @Test
    void readsRecordsWithAnyPrefixAndNamespaceOrNone() throws Exception {
        List<Item> items = items(START
                + record("Абай жолы")
                + record("Қыз Жібек").replace("<", "<m:").replace("<m:/", "</m:")
                + "</collection>");

        assertEquals(List.of("Абай жолы", "Қыз Жібек"), titles(items));
        assertTrue(read(items).stream().allMatch(item -> item.mends().isEmpty()));
        assertEquals("record 1, byte " + START.length(), items.getFirst().place());
    }

    @Test
    void takesTheRecordsOutOfAnOaiAnswer() throws Exception {
        List<Item> items = items("<OAI-PMH><ListRecords><record><header><identifier>1</identifier></header><metadata>"
                + record("The Nomads")
                + "</metadata></record><record><header status=\"deleted\"/></record></ListRecords></OAI-PMH>");

        assertEquals(List.of("The Nomads"), titles(items));
        assertEquals(1, items.size());
    }

    @Test
    void aRecordThatIsNotWellFormedCostsOnlyItself() throws Exception {
        String broken = record("Екінші").replace("</subfield>", "");

        List<Item> items = items(START + record("Бірінші") + broken + record("Үшінші") + "</collection>");

        assertEquals(List.of("Бірінші", "Үшінші"), titles(items));
        assertEquals(Reason.RECORD_BROKEN, refused(items).getFirst().reason());
        assertTrue(refused(items).getFirst().place().startsWith("record 2, byte "));
    }

    @Test
    void aRecordThatIsNotClosedCostsOnlyItself() throws Exception {
        String open = record("Екінші").replace("</record>", "");

        List<Item> items =
                items(START + open + record("Үшінші") + record("соңғы").substring(0, 90));

        assertEquals(List.of("Үшінші"), titles(items));
        assertEquals(
                List.of(Reason.MARC_RECORD_CUT, Reason.MARC_RECORD_CUT),
                refused(items).stream().map(Item.Refused::reason).toList());
    }

    @Test
    void mendsBareAmpersandsAndBracketsAndLeavesOutControlCharacters() throws Exception {
        List<Item> items = items(START + record("Право & порядок: 1 < 2 &#x1F;\u0003конец") + "</collection>");

        assertEquals("Право &amp; порядок: 1 &lt; 2 конец", title(read(items).getFirst(), "245"));
        assertEquals(
                List.of(Reason.MARC_XML_MENDED, Reason.MARC_CHARACTERS_LOST),
                reasons(read(items).getFirst()));
    }

    @Test
    void fillsUpALeaderThatIsTooShortAndKeepsAFieldWithABadTag() throws Exception {
        String record = record("Абай")
                .replace("     nam a22     3i 4500", "     nam a22     3i 450")
                .replace("tag=\"500\"", "tag=\"50\"");

        Item.Read item = read(items(record)).getFirst();

        assertEquals(List.of(Reason.MARC_LEADER_BROKEN, Reason.MARC_TAG_WRONG), reasons(item));
        assertTrue(item.payload().contains("<leader>     nam a22     3i 450 </leader>"));
        assertTrue(item.payload().contains("tag=\"50\""));
    }

    @Test
    void readsTheCharsetOfTheBytesAndNotOfTheDeclaration() throws Exception {
        String file =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + START + record("Меня зовут Кожа") + "</collection>";

        List<Item> items = SampleMarc.items(reader(file.getBytes(Charset.forName("windows-1251")), 10_000));

        assertEquals(List.of("Меня зовут Кожа"), titles(items));
    }

    @Test
    void opensNoEntityOfTheFile() throws Exception {
        List<Item> items = items("<!DOCTYPE collection [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + START
                + record("&x; Абай") + "</collection>");

        assertEquals("&amp;x; Абай", title(read(items).getFirst(), "245"));
    }

    @Test
    void rejectsAnOversizedRecordAndReadsTheNext() throws Exception {
        String file = START + record("x".repeat(50_000)) + record("Абай") + "</collection>";

        List<Item> items = SampleMarc.items(reader(file.getBytes(StandardCharsets.UTF_8), 10_000));

        assertEquals(List.of("Абай"), titles(items));
        assertEquals(Reason.RECORD_TOO_LARGE, refused(items).getFirst().reason());
    }

    private static List<Item> items(String file) throws IOException {
        return SampleMarc.items(reader(file.getBytes(StandardCharsets.UTF_8), 10_000));
    }

    private static MarcXmlReader reader(byte[] file, int largest) throws IOException {
        return new MarcXmlReader(new ByteArrayInputStream(file), largest, Majority.UNKNOWN);
    }

    private static String record(String title) {
        return """
                <record><leader>     nam a22     3i 4500</leader><controlfield tag="001">1</controlfield>
                <datafield tag="245" ind1="1" ind2="0"><subfield code="a">%s</subfield></datafield>
                <datafield tag="500" ind1=" " ind2=" "><subfield code="a">note</subfield></datafield></record>
                """.formatted(title);
    }
}
