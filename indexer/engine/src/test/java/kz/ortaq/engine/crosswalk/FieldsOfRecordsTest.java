package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.BibRecord.Host;
import kz.ortaq.records.BibRecord.Identifier;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;

/** What records say beside title and author, by the format they come in. */
class FieldsOfRecordsTest {

    private static final String MARC = "http://www.loc.gov/MARC21/slim";

    private final Crosswalks crosswalks = new Crosswalks();

    @Test
    void anArticleInMarcIsPartOfItsJournal() throws RecordRejected {
        BibRecord record = marc("""
                <leader>00000naa a2200000 i 4500</leader>
                <datafield tag="245"><subfield code="a">Абайдың қара сөздері</subfield></datafield>
                <datafield tag="490"><subfield code="a">Әдебиет тағылымы ;</subfield><subfield code="v">3-кітап</subfield><subfield code="x">1234-5679</subfield></datafield>
                <datafield tag="653"><subfield code="a">ақыл-ой</subfield></datafield>
                <datafield tag="650"><subfield code="a">Қазақ поэзиясы</subfield></datafield>
                <datafield tag="773"><subfield code="t">Қазақ тілі.</subfield><subfield code="g">1999. № 4. Б. 12–15</subfield><subfield code="x">0130-2078</subfield><subfield code="w">(KZ)77</subfield></datafield>
                """);

        Host journal = record.partOf().getFirst();
        assertEquals("Қазақ тілі", journal.title());
        assertEquals("1999", journal.date());
        assertEquals("№ 4", journal.number());
        assertEquals("Б. 12–15", journal.pages());
        assertEquals("Қазақ тілі. – 1999. – № 4. – Б. 12–15", journal.text());
        assertEquals(
                List.of("issn", "record"),
                journal.identifiers().stream().map(Identifier::scheme).toList());
        assertEquals("Әдебиет тағылымы", record.series().getFirst().title());
        assertEquals("3-кітап", record.series().getFirst().number());
        assertEquals("ақыл-ой", record.keywords().getFirst().text());
        assertEquals("Қазақ поэзиясы", record.subjects().getFirst().text());
        assertEquals(ResourceKind.ARTICLE, record.kind());
    }

    @Test
    void readsAHostInOneLineOfAnyHand() throws RecordRejected {
        for (String line : List.of(
                "// Қазақ тілі. – 1999. – № 4. – Б. 12–15",
                "Қазақ тілі. - 1999. - № 4. - Б. 12–15",
                "Қазақ тілі – 1999 – № 4 – Б. 12–15")) {
            Host host =
                    dublinCore("<dc:source>" + line + "</dc:source>").partOf().getFirst();

            assertEquals("Қазақ тілі. – 1999. – № 4. – Б. 12–15", host.text(), line);
        }
        BibRecord ofJournalSoftware = dublinCore("""
                <dc:source>Хабаршы. Тарих сериясы; Том 93 № 2 (2019): Хабаршы; 15-27</dc:source>
                <dc:source>2617-5843</dc:source><dc:source>https://example.org/1</dc:source>""");
        Host host = ofJournalSoftware.partOf().getFirst();
        assertEquals("Хабаршы. Тарих сериясы", host.title());
        assertEquals("2019", host.date());
        assertEquals("15-27", host.pages());
        assertEquals(1, ofJournalSoftware.partOf().size());
        assertEquals("issn", host.identifiers().getFirst().scheme());
        assertEquals(List.of("https://example.org/1"), ofJournalSoftware.links());
        assertEquals(
                "Алматы - қала туралы жинақ",
                dublinCore("<dc:source>Алматы - қала туралы жинақ</dc:source>")
                        .partOf()
                        .getFirst()
                        .title());
    }

    @Test
    void tellsUnimarcFromMarcByItsFieldsAndReadsFieldsWithinFields() throws RecordRejected {
        BibRecord record = marc("""
                <leader>00000naa0 2200000 i 450 </leader>
                <datafield tag="100"><subfield code="a">20021121d2002    e  y0rusy0189    ca</subfield></datafield>
                <datafield tag="105"><subfield code="a">y   j   000yy</subfield></datafield>
                <datafield tag="200"><subfield code="a">Т. 2</subfield></datafield>
                <datafield tag="225"><subfield code="a">Мектеп кітапханасы</subfield><subfield code="v">15</subfield></datafield>
                <datafield tag="333"><subfield code="a">7 сынып оқушыларына арналған, 12+</subfield></datafield>
                <datafield tag="461"><subfield code="1">001KZ\\7</subfield><subfield code="1">2001 </subfield><subfield code="a">Қазақстан тарихы</subfield><subfield code="v">Т. 2</subfield><subfield code="1">210  </subfield><subfield code="a">Павлодар</subfield><subfield code="d">2002</subfield></datafield>
                <datafield tag="606"><subfield code="a">Тарих</subfield><subfield code="j">Оқулықтар</subfield></datafield>
                <datafield tag="610"><subfield code="a">хандық</subfield></datafield>
                <datafield tag="675"><subfield code="a">63.3(5Каз)я72</subfield></datafield>
                <datafield tag="899"><subfield code="a">НБ РК</subfield><subfield code="j">Б 63</subfield></datafield>
                """);

        assertEquals("Қазақстан тарихы. Т. 2", record.title());
        assertEquals(
                new Host(
                        "Қазақстан тарихы",
                        "2002",
                        "Т. 2",
                        "",
                        List.of(new Identifier("record", "KZ\\7", "461")),
                        "461"),
                record.partOf().getFirst());
        assertEquals("15", record.series().getFirst().number());
        assertEquals("хандық", record.keywords().getFirst().text());
        assertEquals("Тарих — Оқулықтар", record.subjects().getFirst().text());
        assertTrue(record.identifiers().contains(new Identifier("bbk", "63.3(5Каз)я72", "675$a")));
        assertEquals("school", record.level());
        assertEquals(List.of(7), record.grades());
        assertEquals(12, record.age().from());
        assertEquals(ResourceKind.TEXTBOOK, record.kind());
        assertEquals(List.of(new BibRecord.Held("НБ РК", "Б 63", "", "899")), record.held());
        assertEquals(List.of("333$a"), record.origins().get("grades"));
        assertEquals(List.of("105$a"), record.origins().get("kind"));
    }

    @Test
    void anIssueBelongsToItsJournalThoughTheRecordNamesBothApart() throws RecordRejected {
        BibRecord record = map("unimarc", """
                <record><leader>00000naa0 2200000 i 450 </leader>
                <datafield tag="200"><subfield code="a">Өлкетану сабақтары</subfield></datafield>
                <datafield tag="461"><subfield code="1">2001 </subfield><subfield code="a">Мектептегі тарих</subfield></datafield>
                <datafield tag="463"><subfield code="1">2001 </subfield><subfield code="a">2003, № 4</subfield><subfield code="1">215  </subfield><subfield code="a">С. 8-11</subfield></datafield>
                </record>""");

        assertEquals(1, record.partOf().size());
        assertEquals(
                "Мектептегі тарих. – 2003. – № 4. – С. 8-11",
                record.partOf().getFirst().text());
    }

    @Test
    void aSetInIrbisGivesItsTitleToAVolumeThatHasANumberAlone() throws RecordRejected {
        BibRecord record = map("irbis", """
                #920: SPEC
                #900: ^Ta^B03^Cj12
                #200: ^VКн. 3
                #461: ^CШығармалар жинағы^FМ. Әуезов^DАлматы
                #225: ^AБалалар әлемі^V12
                #903: 84(5Каз)/Ә 82-637115870
                #910: ^A0^B1759089^DФ104
                #910: ^AU^DФ2^115
                """);

        assertEquals("Шығармалар жинағы. Кн. 3", record.title());
        assertEquals("Кн. 3", record.partOf().getFirst().number());
        assertEquals("12", record.series().getFirst().number());
        assertEquals(ResourceKind.TEXTBOOK, record.kind());
        assertEquals("84(5Каз)/Ә 82", record.callNumbers().getFirst().text());
        assertEquals(
                List.of(new BibRecord.Held("Ф104", "", "", "910"), new BibRecord.Held("Ф2", "", "15", "910")),
                record.held());
    }

    @Test
    void readsRightsAsStatementsAndKeepsTheirWords() throws RecordRejected {
        BibRecord record = dublinCore("""
                <dc:rights>https://creativecommons.org/licenses/by-nc/4.0/</dc:rights>
                <dc:format>application/pdf</dc:format><dc:format>128 бет</dc:format>
                <dc:audience>студенттерге, 16+</dc:audience>""");

        assertEquals("CC-BY-NC-4.0", record.licence().id());
        assertEquals(List.of("indexing", "quoting", "reading"), record.licence().permits());
        assertEquals("open", record.access());
        assertEquals(List.of("dc:rights"), record.origins().get("licence"));
        assertEquals(1, record.extents().size());
        assertEquals(16, record.age().from());
        assertEquals("university", record.level());
        assertEquals(BibRecord.Age.UNMARKED, dublinCore("").age());
    }

    @Test
    void takesTheTitleInItsOwnLettersFromTheFieldThatHoldsIt() throws RecordRejected {
        BibRecord record = marc("""
                <leader>00000nam a2200000 i 4500</leader>
                <datafield tag="245"><subfield code="6">880-01</subfield><subfield code="a">Abai zholy /</subfield></datafield>
                <datafield tag="880"><subfield code="6">245-01/(N</subfield><subfield code="a">Абай жолы /</subfield></datafield>
                <datafield tag="880"><subfield code="6">260-02/(N</subfield><subfield code="a">Алматы :</subfield></datafield>
                """);

        assertEquals(
                List.of("Abai zholy", "Абай жолы"),
                record.titles().stream().map(BibRecord.Value::text).toList());
    }

    private BibRecord marc(String fields) throws RecordRejected {
        return map(MARC, "<record xmlns=\"" + MARC + "\">" + fields + "</record>");
    }

    private BibRecord dublinCore(String elements) throws RecordRejected {
        String namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/";
        return map(
                namespace,
                "<record><header/><metadata><oai_dc:dc xmlns:oai_dc=\"" + namespace
                        + "\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Мақала</dc:title>" + elements
                        + "</oai_dc:dc></metadata><about><dc:rights xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                        + "metadata only</dc:rights></about></record>");
    }

    private BibRecord map(String format, String payload) throws RecordRejected {
        RecordId id = new RecordId("school", "1");
        return crosswalks
                .map(new RawRecord(id, false, format, "", List.of(), "record 1", payload, List.of()), List.of())
                .record();
    }
}
