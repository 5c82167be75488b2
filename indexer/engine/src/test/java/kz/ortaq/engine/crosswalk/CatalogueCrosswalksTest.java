package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;

class CatalogueCrosswalksTest {

    private final Crosswalks crosswalks = new Crosswalks();

    @Test
    void mapsRusmarcWhoseSubfieldsHaveNoPunctuation() throws RecordRejected {
        BibRecord record = map("unimarc", """
                <record xmlns="http://www.loc.gov/MARC21/slim">
                <leader>00000nam0 2200000 i 450 </leader>
                <datafield tag="010" ind1=" " ind2=" "><subfield code="a">5-86894-544-1</subfield></datafield>
                <datafield tag="100" ind1=" " ind2=" "><subfield code="a">20021121d1978    u  y0rusy0189    ca</subfield></datafield>
                <datafield tag="101" ind1="0" ind2=" "><subfield code="a">kaz</subfield></datafield>
                <datafield tag="200" ind1="1" ind2=" "><subfield code="a">Абай жолы</subfield><subfield code="e">роман-эпопея</subfield><subfield code="f">М. Әуезов</subfield></datafield>
                <datafield tag="210" ind1=" " ind2=" "><subfield code="a">Алматы</subfield><subfield code="c">Жазушы</subfield></datafield>
                <datafield tag="461" ind1=" " ind2="0"><subfield code="1">2001 </subfield><subfield code="a">Шығармалар</subfield><subfield code="v">3-том</subfield></datafield>
                <datafield tag="606" ind1="0" ind2=" "><subfield code="a">Қазақ әдебиеті</subfield><subfield code="x">Тарих</subfield></datafield>
                <datafield tag="675" ind1=" " ind2=" "><subfield code="a">821.512.122</subfield></datafield>
                <datafield tag="686" ind1=" " ind2=" "><subfield code="a">84(5Каз)</subfield><subfield code="2">rubbk</subfield></datafield>
                <datafield tag="700" ind1=" " ind2="1"><subfield code="a">Әуезов</subfield><subfield code="b">М. О.</subfield></datafield>
                <datafield tag="899" ind1=" " ind2=" "><subfield code="j">84Қаз Ә 82</subfield></datafield>
                </record>
                """);

        assertEquals("Абай жолы : роман-эпопея", record.title());
        assertEquals("Әуезов, М. О.", record.contributors().getFirst().name());
        assertEquals(List.of("kk"), record.languages());
        assertEquals(1978, record.year());
        assertEquals(ResourceKind.BOOK, record.kind());
        assertEquals("Жазушы", record.publishers().getFirst().text());
        assertEquals("Алматы", record.publishedIn().getFirst().text());
        assertEquals(
                new BibRecord.Host("Шығармалар", "", "3-том", "", List.of(), "461"),
                record.partOf().getFirst());
        assertEquals("Қазақ әдебиеті — Тарих", record.subjects().getFirst().text());
        assertEquals("84Қаз Ә 82", record.callNumbers().getFirst().text());
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("isbn", "9785868945441", "010$a")));
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("bbk", "84(5Каз)", "686$a")));
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("udc", "821.512.122", "675$a")));
    }

    @Test
    void writesTheCommaOfANameOnceThoughItsSubfieldsHaveItToo() throws RecordRejected {
        for (String subfields : List.of("Әуезов|, М. О.", "Әуезов,|М. О.", "Әуезов, |, М. О.", "Әуезов|М. О.")) {
            String[] name = subfields.split("[|]");

            BibRecord record = map("unimarc", """
                    <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam0 2200000 i 450 </leader>
                    <datafield tag="200" ind1="1" ind2=" "><subfield code="a">Абай жолы</subfield></datafield>
                    <datafield tag="700" ind1=" " ind2="1"><subfield code="a">%s</subfield><subfield code="b">%s</subfield></datafield>
                    </record>""".formatted(name[0], name[1]));

            assertEquals("Әуезов, М. О.", record.contributors().getFirst().name());
        }
    }

    @Test
    void callsAVolumeWithoutATitleOfItsOwnByItsSet() throws RecordRejected {
        String volume = """
                <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam0 2200000 i 450 </leader>
                <datafield tag="200" ind1="1" ind2=" "><subfield code="a">%s</subfield></datafield>
                <datafield tag="461" ind1=" " ind2="0"><subfield code="1">2001 </subfield><subfield code="a">Өлкетану жинағы</subfield><subfield code="1">210 1</subfield><subfield code="a">Павлодар</subfield></datafield>
                <datafield tag="606" ind1="0" ind2=" "><subfield code="a">ББК 22.14</subfield></datafield>
                </record>""";

        assertEquals(
                "Өлкетану жинағы. Вып. 13",
                map("unimarc", volume.formatted("Вып. 13")).title());
        assertEquals(
                "Өлкетану жинағы. 3-том",
                map("unimarc", volume.formatted("3-том")).title());
        assertEquals(
                "Ертіс өңірі. 2 бөлім",
                map("unimarc", volume.formatted("Ертіс өңірі. 2 бөлім")).title());
        assertEquals(
                List.of("mathematics", "algebra"),
                map("unimarc", volume.formatted("Том 1")).topics());
    }

    @Test
    void takesAClassNumberAmongTheSubjectsForOneAndAWordForAWord() throws RecordRejected {
        String subject = """
                <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam0 2200000 i 450 </leader>
                <datafield tag="200" ind1="1" ind2=" "><subfield code="a">Жинақ</subfield></datafield>
                <datafield tag="606" ind1="0" ind2=" "><subfield code="a">%s</subfield></datafield>
                </record>""";

        for (String word : List.of("УДК таблицы", "ББК: кесте", "УДК 1958 года", "DDC summaries")) {
            BibRecord record = map("unimarc", subject.formatted(word));

            assertEquals(word, record.subjects().getFirst().text());
            assertEquals(List.of(), record.identifiers());
        }
        for (String number : List.of("УДК 512", "ӘОЖ: 512", "ББК 22.14", "КБЖ 22.14", "DDC 512")) {
            assertEquals(List.of(), map("unimarc", subject.formatted(number)).subjects(), number);
        }
    }

    @Test
    void mapsAnIrbisBookInWhicheverCaseItsSubfieldsAre() throws RecordRejected {
        BibRecord record = map("irbis", """
                #920: PAZK
                #101: rus
                #10: ^A978-5-17-118366-4^D250
                #200: ^aМеня зовут Кожа^EПовесть^FБ. Сокпакбаев
                #700: ^AСокпакбаев^BБ.^GБердибек
                #210: ^D1997^CЖалын^AАлматы
                #215: ^A180
                #610: детская литература
                #606: ^AКазахская литература^BПовести
                #621: 84(5Каз)
                #675: 821.512.122
                #908: С 59
                #331: О школьнике, который не умеет сидеть на месте.
                #951: ^Ihttps://example.org/kozha.pdf
                """);

        assertEquals("Меня зовут Кожа : Повесть", record.title());
        assertEquals("200^a^e", record.titles().getFirst().from());
        assertEquals("Сокпакбаев, Б.", record.contributors().getFirst().name());
        assertEquals(ResourceKind.BOOK, record.kind());
        assertEquals(1997, record.year());
        assertEquals("Жалын", record.publishers().getFirst().text());
        assertEquals(
                "Казахская литература — Повести", record.subjects().getFirst().text());
        assertEquals("детская литература", record.keywords().getFirst().text());
        assertEquals(List.of("ru"), record.languages());
        assertEquals(List.of("https://example.org/kozha.pdf"), record.links());
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("bbk", "84(5Каз)", "621")));
    }

    @Test
    void anArticleInIrbisIsPartOfItsNewspaper() throws RecordRejected {
        BibRecord record = map("irbis", """
                #920: ASP
                #101: eng
                #200: ^AStudents and books
                #463: ^J2018^H№ 14^CAstana Times
                """);

        assertEquals(ResourceKind.ARTICLE, record.kind());
        assertEquals(
                new BibRecord.Host("Astana Times", "2018", "№ 14", "", List.of(), "463"),
                record.partOf().getFirst());
        assertEquals(2018, record.year());
    }

    @Test
    void anIrbisRecordWithoutATitleIsRejected() {
        RecordRejected rejected =
                assertThrows(RecordRejected.class, () -> map("irbis", "#920: PAZK\nno field at all\n"));

        assertTrue(String.valueOf(rejected.getMessage()).contains("200ae"));
    }

    private BibRecord map(String format, String payload) throws RecordRejected {
        RecordId id = new RecordId("school", "1");
        return crosswalks
                .map(new RawRecord(id, false, format, "", List.of(), "record 1", payload, List.of()), List.of())
                .record();
    }
}
