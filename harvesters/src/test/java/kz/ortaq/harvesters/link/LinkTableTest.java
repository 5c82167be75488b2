package kz.ortaq.harvesters.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.records.store.Links;
import org.junit.jupiter.api.Test;

/** Where records of each format point. */
final class LinkTableTest {

    private static final LinkTable TABLE = LinkTable.read();

    @Test
    void takesAddressesOfDublinCoreWithTheFileInFront() {
        String dc = """
                <oai_dc:dc xmlns:oai_dc="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Абай жолы</dc:title>
                <dc:identifier>978-601-01-2345-6</dc:identifier>
                <dc:identifier>http://elib.kz/handle/1/2</dc:identifier>
                <dc:identifier>http://elib.kz/bitstream/1/2/Абай жолы.pdf</dc:identifier>
                <dc:relation>http://elib.kz/journal/5</dc:relation></oai_dc:dc>""";

        assertEquals(
                List.of("http://elib.kz/bitstream/1/2/Абай жолы.pdf", "http://elib.kz/handle/1/2"), dublinCore(dc));
    }

    @Test
    void takesRelationAndSourceWhereThereIsNoIdentifier() {
        String dc = "<dc><dc:identifier>ББК 83.3</dc:identifier><dc:relation>http://elib.kz/5</dc:relation>"
                + "<dc:source>http://elib.kz/6</dc:source></dc>";

        assertEquals(List.of("http://elib.kz/5"), dublinCore(dc));
    }

    @Test
    void takesTheFurtherNamesOfOneItemForAlternatives() {
        String names =
                "<dc><dc:identifier>http://elib.kz/1</dc:identifier><dc:identifier>doi:10.32014/1</dc:identifier>";
        String file = "<dc:identifier>http://elib.kz/1.pdf</dc:identifier>";

        assertEquals(List.of(false, true), alternatives(names + "</dc>"));
        assertEquals(List.of(false, true, true), alternatives(names + file + "</dc>"));
        assertEquals(List.of(false, false), alternatives("<dc>" + file + file.replace("1", "2") + "</dc>"));
    }

    @Test
    void resolvesDoisAndHandles() {
        assertEquals(List.of("https://doi.org/10.32014/2020.5"), identifier("doi:10.32014/2020.5"));
        assertEquals(List.of("https://doi.org/10.32014/2020.5"), identifier("10.32014/2020.5"));
        assertEquals(List.of("https://doi.org/10.32014/2020.5"), identifier("http://dx.doi.org/10.32014/2020.5"));
        assertEquals(List.of("https://hdl.handle.net/123456789/77"), identifier("hdl:123456789/77"));
    }

    @Test
    void cutsOffWhatStandsBehindAnAddressAndWhoMayAskIt() {
        assertEquals(List.of("http://elib.kz/kitap"), identifier(" http://elib.kz/kitap (дата обращения: 1.09.2020)"));
        assertEquals(List.of("http://elib.kz/kitap"), identifier("http://elib.kz/kitap."));
        assertEquals(List.of("http://www.elib.kz/a.pdf"), identifier("www.elib.kz/a.pdf"));
        assertEquals(List.of("http://elib.kz/?a=1&b=2"), identifier("http://elib.kz/?a=1&amp;amp;b=2"));
        assertEquals(List.of("http://elib.kz/a_(b)"), identifier("http://elib.kz/a_(b)"));
        assertEquals(List.of("http://elib.kz/a.pdf"), identifier("http://user:secret@elib.kz/a.pdf#page=2"));
        assertEquals(List.of(), identifier("http://elib.kz/" + "a".repeat(3_000)));
        assertEquals(List.of(), identifier("ftp://elib.kz/a.pdf"));
    }

    @Test
    void takesNoVideosAndNoSocialNetworks() {
        for (String address : List.of(
                "https://www.youtube.com/watch?v=1",
                "https://youtu.be/1",
                "https://t.me/kitaphana/5",
                "https://m.vk.com/wall1",
                "https://INSTAGRAM.com/p/1")) {
            assertEquals(List.of(), identifier(address), address);
        }
        assertEquals(List.of("https://notyoutube.kz/1"), identifier("https://notyoutube.kz/1"));
    }

    @Test
    void takesFiveAddressesOfARecordAtMost() {
        StringBuilder dc = new StringBuilder("<dc>");
        for (int i = 0; i < 50; i++) {
            dc.append("<identifier>http://elib.kz/").append(i).append("</identifier>");
        }

        assertEquals(LinkTable.MOST, dublinCore(dc + "</dc>").size());
    }

    @Test
    void readsField856ByItsIndicators() {
        String marc = """
                <record xmlns="http://www.loc.gov/MARC21/slim">%s%s%s%s%s</record>""".formatted(
                        field("4", " ", "http://elib.kz/nusqa"),
                        field("4", "2", "http://elib.kz/muqaba"),
                        field("0", "0", "http://elib.kz/mail"),
                        field("4", "1", "http://elib.kz/basqa"),
                        field("4", "0", "http://elib.kz/kitap"));

        assertEquals(
                List.of("http://elib.kz/kitap", "http://elib.kz/nusqa", "http://elib.kz/basqa"),
                addresses("http://www.loc.gov/MARC21/slim", marc));
        assertEquals(4, addresses("unimarc", marc).size());
    }

    @Test
    void readsTheFilesOfIrbisRecords() {
        String irbis = """
                #200: ^AАбай жолы^FМ. Әуезов
                #951: ^Aabai.pdf^TМәтін^Ihttp://elib.kz/abai.pdf
                #951 ^Ahttps://elib.kz/2.pdf
                #9511: ^Ihttp://elib.kz/3.pdf
                """;

        assertEquals(List.of("http://elib.kz/abai.pdf", "https://elib.kz/2.pdf"), addresses("irbis", irbis));
    }

    @Test
    void readsRowsItemsAndPages() {
        String json =
                "{\"title\": [\"Абай\"], \"document\": [\"http://elib.kz/1.pdf\"], \"link\": \"http://elib.kz/1\"}";

        assertEquals(List.of("http://elib.kz/1.pdf"), addresses("sheet", json));
        assertEquals(List.of("http://elib.kz/1"), addresses("feed", "{\"link\": \"http://elib.kz/1\"}"));
        assertEquals(List.of(), addresses("page", "{\"link\": [\"http://elib.kz/1\"]}"));
        assertEquals(List.of(), addresses("sheet", "{\"link\": "));
    }

    @Test
    void readsModsEdmAndLom() {
        assertEquals(
                List.of("http://elib.kz/1"),
                addresses(
                        "http://www.loc.gov/mods/v3",
                        "<mods><relatedItem><location><url>http://elib.kz/9</url></location></relatedItem>"
                                + "<location><url>http://elib.kz/1</url></location></mods>"));
        assertEquals(
                List.of("http://elib.kz/1.djvu"),
                addresses(
                        "http://www.europeana.eu/schemas/edm/",
                        "<rdf:RDF><ore:Aggregation><edm:isShownAt rdf:resource='http://elib.kz/1'/>"
                                + "<edm:isShownBy rdf:resource='http://elib.kz/1.djvu'/></ore:Aggregation></rdf:RDF>"));
        assertEquals(
                List.of("http://elib.kz/sabaq"),
                addresses(
                        "http://ltsc.ieee.org/xsd/LOM",
                        "<lom><technical><location>http://elib.kz/sabaq</location></technical></lom>"));
    }

    @Test
    void findsWhatStandsInFrontOfAFaultAndNothingInAnUnknownFormat() {
        assertEquals(List.of("http://elib.kz/1"), dublinCore("<dc><identifier>http://elib.kz/1</identifier><title>&"));
        assertEquals(List.of(), addresses("file", "<dc/>"));
        assertEquals(List.of(), dublinCore("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"));
    }

    @Test
    void knowsAnAddressThatPromisesADocument() {
        assertTrue(TABLE.promises("http://elib.kz/Abai.PDF?download=1"));
        assertFalse(TABLE.promises("http://elib.kz/pdf"));
    }

    private static List<String> addresses(String format, String payload) {
        return TABLE.pointers(format, payload).stream()
                .map(Links.Pointer::address)
                .toList();
    }

    private static List<String> dublinCore(String payload) {
        return addresses(TestLibrary.DC, payload);
    }

    private static List<Boolean> alternatives(String payload) {
        return TABLE.pointers(TestLibrary.DC, payload).stream()
                .map(Links.Pointer::alternative)
                .toList();
    }

    private static List<String> identifier(String value) {
        return dublinCore("<dc><dc:identifier>" + value + "</dc:identifier></dc>");
    }

    private static String field(String first, String second, String address) {
        return "<datafield tag='856' ind1='%s' ind2='%s'><subfield code='u'>%s</subfield></datafield>"
                .formatted(first, second, address);
    }
}
