package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;
import kz.ortaq.records.Stage;
import org.junit.jupiter.api.Test;

class CrosswalksTest {

    private static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    private static final String MARC = "http://www.loc.gov/MARC21/slim";

    private final Crosswalks crosswalks = new Crosswalks();

    @Test
    void mapsARowOfASheet() throws RecordRejected {
        BibRecord record = crosswalks
                .map(
                        new RawRecord(new RecordId("s", "1"), false, "sheet", "", List.of(), "row 3", """
                                {"title":["Алгебра"],"creator":["Шыныбеков Ә.; Шыныбеков Д."],"grade":["7"],
                                 "language":["қазақ"],"date":["2017"],"copies":["25"],
                                 "copies-note":["Даналар саны: 25"],"isbn":["978-601-00-0000-0"],
                                 "inventory":["1045"],"call-number":["22.14"],"publisher":["Атамұра"],
                                 "note":["бүлінген"],"cells":{"Атауы":"Алгебра"},"sheet":"Оқулық қоры"}""", List.of()),
                        List.of())
                .record();

        assertEquals("Алгебра", record.title());
        assertEquals(2, record.contributors().size());
        assertEquals("7", record.audiences().getFirst().text());
        assertEquals(List.of(7), record.grades());
        assertEquals(List.of("kk"), record.languages());
        assertEquals(2017, record.year());
        assertEquals(List.of(new BibRecord.Held("", "22.14", "25", "call-number + copies")), record.held());
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("isbn", "9786010000000", "isbn")));
        assertEquals("22.14", record.callNumbers().getFirst().text());
        assertEquals(ResourceKind.TEXTBOOK, record.kind());
        assertEquals(List.of(), record.descriptions());
    }

    @Test
    void leadsClassNumbersAndSubjectsOfAnySchemeToTheSameTopics() throws RecordRejected {
        for (String fields : List.of(
                "\"udc\":[\"512(075.3)\"]",
                "\"bbk\":[\"22.14я72\"]",
                "\"udc\":[\"22.14я72\"]",
                "\"subject\":[\"алгебра\"]")) {
            BibRecord record = crosswalks
                    .map(
                            new RawRecord(
                                    new RecordId("s", "1"),
                                    false,
                                    "sheet",
                                    "",
                                    List.of(),
                                    "row 3",
                                    "{\"title\":[\"Есептер, 8-сынып\"]," + fields + "}",
                                    List.of()),
                            List.of())
                    .record();

            assertEquals(List.of("mathematics", "algebra"), record.topics(), fields);
            assertEquals(List.of(8), record.grades());
        }
    }

    @Test
    void bringsBookNumbersToOneFormAndTellsOfThoseThatAreWrong() throws RecordRejected {
        Crosswalk.Mapped mapped = crosswalks.map(
                new RawRecord(new RecordId("s", "1"), false, "sheet", "", List.of(), "row 3", """
                        {"title":["Қазақ тілі"],"isbn":["5-86894-544-1 (в пер.)","978-5-86894-544-2"]}""", List.of()),
                List.of());

        assertEquals(
                List.of("9785868945441", "9785868945442"),
                mapped.record().identifiers().stream()
                        .map(BibRecord.Identifier::value)
                        .toList());
        assertEquals(
                List.of(Reason.ISBN_WRONG),
                mapped.problems().stream().map(Problem::reason).toList());
        assertEquals("978-5-86894-544-2", mapped.problems().getFirst().value());
    }

    @Test
    void prefersWhatASheetSaysOfAFile() throws RecordRejected {
        RawRecord raw = new RawRecord(
                new RecordId("s", "1"), false, "file", "", List.of(), "Сабақтар/doc1.pdf", """
                {"path":"Сабақтар/doc1.pdf","described":{"title":["Домбыра үйренеміз"],"creator":["Сейіт Қ."],
                 "language":["kk"],"grade":["5"],"cells":{}}}""", List.of());
        FullText text = new FullText(
                "application/pdf",
                "ru",
                Map.of("title", List.of("План урока"), "author", List.of("Петров")),
                List.of());

        BibRecord record = crosswalks.map(raw, List.of(text)).record();

        assertEquals(
                List.of("Домбыра үйренеміз"),
                record.titles().stream().map(BibRecord.Value::text).toList());
        assertEquals(
                List.of("Сейіт Қ."),
                record.contributors().stream().map(BibRecord.Contributor::name).toList());
        assertEquals(List.of("kk"), record.languages());
        assertEquals("5", record.audiences().getFirst().text());
    }

    @Test
    void mapsDublinCoreWithTheUntidinessOfRealRecords() throws RecordRejected {
        BibRecord record = dublinCore("""
                <dc:title> Абай жолы /</dc:title>
                <dc:title xml:lang="ru">Путь Абая</dc:title>
                <dc:creator>Әуезов, Мұхтар Омарханұлы</dc:creator>
                <dc:creator></dc:creator>
                <dc:subject>қазақ әдебиеті; тарихи роман; 821.512.122</dc:subject>
                <dc:description>&lt;p&gt;Төрт томдық &lt;b&gt;роман-эпопея&lt;/b&gt;&lt;/p&gt;</dc:description>
                <dc:language>Қазақша</dc:language>
                <dc:language>kaz</dc:language>
                <dc:date>[1978]</dc:date>
                <dc:type>Кітап</dc:type>
                <dc:identifier>ISBN 9965-13-567-Х</dc:identifier>
                <dc:identifier>https://example.org/abai</dc:identifier>
                <dc:rights>Ашық қолжетімділік</dc:rights>
                """);

        assertEquals("Абай жолы", record.title());
        assertEquals(
                new BibRecord.Value("Путь Абая", "ru", "dc:title"),
                record.titles().get(1));
        assertEquals(1, record.contributors().size());
        assertEquals(
                List.of("қазақ әдебиеті", "тарихи роман"),
                record.subjects().stream().map(BibRecord.Value::text).toList());
        assertEquals(
                "Төрт томдық роман-эпопея", record.descriptions().getFirst().text());
        assertEquals(List.of("kk"), record.languages());
        assertEquals(1978, record.year());
        assertEquals(ResourceKind.BOOK, record.kind());
        assertEquals("open", record.access());
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("isbn", "996513567X", "dc:identifier")));
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("udc", "821.512.122", "dc:subject")));
        assertEquals(List.of("https://example.org/abai"), record.links());
    }

    @Test
    void mapsMarcFieldsWithTheirIsbdPunctuation() throws RecordRejected {
        BibRecord record = map(MARC, """
                <record><header/><metadata><m:record xmlns:m="http://www.loc.gov/MARC21/slim">
                <m:leader>00000nam a2200000 i 4500</m:leader>
                <m:controlfield tag="008">970101s1997    kz |||||||||||||||||kaz||</m:controlfield>
                <m:datafield tag="020" ind1=" " ind2=" "><m:subfield code="a">978-5-17-118366-4 (қатты)</m:subfield></m:datafield>
                <m:datafield tag="100" ind1="1" ind2=" "><m:subfield code="a">Соқпақбаев, Бердібек,</m:subfield><m:subfield code="d">1924-1991</m:subfield></m:datafield>
                <m:datafield tag="245" ind1="1" ind2="0"><m:subfield code="a">Менің атым Қожа :</m:subfield><m:subfield code="b">повесть /</m:subfield><m:subfield code="c">Б. Соқпақбаев</m:subfield></m:datafield>
                <m:datafield tag="260" ind1=" " ind2=" "><m:subfield code="a">Алматы :</m:subfield><m:subfield code="b">Жазушы,</m:subfield><m:subfield code="c">1997.</m:subfield></m:datafield>
                <m:datafield tag="852" ind1=" " ind2=" "><m:subfield code="h">84(5Каз)</m:subfield><m:subfield code="i">С 67</m:subfield></m:datafield>
                </m:record></metadata></record>
                """);

        assertEquals("Менің атым Қожа : повесть", record.title());
        assertEquals("245$a$b", record.titles().getFirst().from());
        assertEquals("Соқпақбаев, Бердібек", record.contributors().getFirst().name());
        assertEquals(List.of("kk"), record.languages());
        assertEquals(1997, record.year());
        assertEquals("9785171183664", record.identifiers().getFirst().value());
        assertEquals("Жазушы", record.publishers().getFirst().text());
        assertEquals("84(5Каз) С 67", record.callNumbers().getFirst().text());
    }

    @Test
    void rejectsARecordWithoutTitleWithItsPlace() {
        RecordRejected rejected = assertThrows(
                RecordRejected.class, () -> dublinCore("<dc:creator>Абай</dc:creator><dc:title> </dc:title>"));

        assertEquals(Reason.NO_TITLE, rejected.toProblem(Stage.CROSSWALK, "1").reason());
        assertEquals("dc:title", rejected.toProblem(Stage.CROSSWALK, "1").place());
    }

    @Test
    void takesAVariantTitleAndSaysThatTheMainOneIsMissing() throws RecordRejected {
        Crosswalk.Mapped mapped = crosswalks.map(raw(MARC, """
                        <record xmlns="http://www.loc.gov/MARC21/slim">
                        <datafield tag="246"><subfield code="a">Көгершін</subfield></datafield></record>
                        """), List.of());

        assertEquals("Көгершін", mapped.record().title());
        assertEquals(Reason.NO_TITLE, mapped.problems().getFirst().reason());
        assertEquals("245abnp", mapped.problems().getFirst().place());
    }

    @Test
    void rejectsAFormatItCannotRead() {
        RecordRejected rejected =
                assertThrows(RecordRejected.class, () -> map("http://www.lyncode.com/xoai", "<record/>"));

        assertEquals(
                Reason.FORMAT_UNKNOWN, rejected.toProblem(Stage.CROSSWALK, "1").reason());
    }

    @Test
    void neverReadsAnExternalEntity() {
        String hostile = """
                <!DOCTYPE record [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                <record xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&secret;</dc:title></record>
                """;

        assertThrows(RecordRejected.class, () -> map(DC, hostile));
    }

    @Test
    void survivesAClassNumberWithoutEndAndSubfieldsInAControlField() throws RecordRejected {
        BibRecord endless =
                dublinCore("<dc:title>Абай</dc:title><dc:subject>12" + ".1".repeat(9_000) + "</dc:subject>");
        BibRecord misplaced = map(MARC, """
                <record xmlns="http://www.loc.gov/MARC21/slim"><controlfield tag="001"></controlfield>
                <subfield code="a">жоқ</subfield>
                <datafield tag="245"><subfield code="a">Қожа</subfield></datafield></record>
                """);

        assertEquals("Абай", endless.title());
        assertEquals("Қожа", misplaced.title());
    }

    @Test
    void cutsAFieldThatIsFarTooLongAndSaysSo() throws RecordRejected {
        Crosswalk.Mapped mapped = crosswalks.map(
                raw(
                        DC,
                        wrapped("<dc:title>Абай</dc:title><dc:description>" + "сөз ".repeat(20_000)
                                + "</dc:description>")),
                List.of());

        assertEquals(Reason.FIELD_TOO_LONG, mapped.problems().getFirst().reason());
        assertTrue(mapped.record().descriptions().getFirst().text().length() <= 20_000);
    }

    @Test
    void believesADocumentsTitleOnlyWhereAPersonGaveIt() throws RecordRejected {
        FullText generic = new FullText(
                "application/pdf",
                "kk",
                Map.of("title", List.of("Microsoft Word - Документ1"), "author", List.of("Admin")),
                List.of());
        FullText given = new FullText(
                "application/pdf",
                "ru",
                Map.of("title", List.of("Экология Арала"), "author", List.of("А. Серік")),
                List.of());
        RawRecord raw = new RawRecord(
                new RecordId("s", "1"), false, "file", "", List.of(), "Әдістемелік/7-сынып_сабақ.pdf", "{}", List.of());

        BibRecord fromName = crosswalks.map(raw, List.of(generic)).record();
        BibRecord fromDocument = crosswalks.map(raw, List.of(given)).record();

        assertEquals("7-сынып сабақ", fromName.title());
        assertEquals(List.of(), fromName.contributors());
        assertEquals(ResourceKind.METHODICAL_WORK, fromName.kind());
        assertEquals("Экология Арала", fromDocument.title());
        assertEquals("А. Серік", fromDocument.contributors().getFirst().name());
    }

    private BibRecord dublinCore(String elements) throws RecordRejected {
        return map(DC, wrapped(elements));
    }

    private static String wrapped(String elements) {
        return """
                <record xmlns="http://www.openarchives.org/OAI/2.0/"><header><identifier>1</identifier></header><metadata>
                <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/">%s</oai_dc:dc></metadata></record>
                """.formatted(elements);
    }

    private BibRecord map(String format, String payload) throws RecordRejected {
        return crosswalks.map(raw(format, payload), List.of()).record();
    }

    private static RawRecord raw(String format, String payload) {
        return new RawRecord(new RecordId("s", "1"), false, format, "", List.of(), "page 1", payload, List.of());
    }
}
