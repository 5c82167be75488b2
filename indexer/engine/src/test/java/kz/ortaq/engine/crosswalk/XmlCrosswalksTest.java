package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;

class XmlCrosswalksTest {

    private final Crosswalks crosswalks = new Crosswalks();

    @Test
    void mapsModsWithItsHostSeriesAndShelf() throws RecordRejected {
        BibRecord record = map("http://www.loc.gov/mods/v3", """
                <mods xmlns="http://www.loc.gov/mods/v3">
                <relatedItem type="host"><titleInfo><title>Өлкетанушы</title></titleInfo><identifier type="issn">0130-2078</identifier>
                  <part><detail type="issue"><number>4</number></detail><extent unit="pages"><start>12</start><end>15</end></extent><date>1999</date></part></relatedItem>
                <relatedItem type="series"><titleInfo><title>Туған жер</title><partNumber>7</partNumber></titleInfo></relatedItem>
                <titleInfo><nonSort>The</nonSort><title>Irtysh</title><subTitle>a river</subTitle></titleInfo>
                <titleInfo type="translated" lang="kk"><title>Ертіс</title></titleInfo>
                <name type="personal"><namePart type="family">Сәрсенов</namePart><namePart type="given">Б.</namePart><namePart type="date">1950-</namePart><role><roleTerm type="code">aut</roleTerm></role></name>
                <name><namePart>Қасенова, Д.</namePart><role><roleTerm>Editor</roleTerm></role></name>
                <typeOfResource>text</typeOfResource><genre>article</genre>
                <originInfo><place><placeTerm type="code">kz</placeTerm></place><place><placeTerm type="text">Павлодар</placeTerm></place><publisher>Арман</publisher><dateIssued>1999</dateIssued></originInfo>
                <language><languageTerm type="code" authority="iso639-2b">kaz</languageTerm></language>
                <subject><topic>өзендер</topic></subject><subject><geographic>Павлодар облысы</geographic></subject>
                <classification authority="udc">556.53</classification>
                <identifier type="isbn">978-5-86894-544-1</identifier>
                <location><physicalLocation>Облыстық кітапхана</physicalLocation><shelfLocator>26.22 С 20</shelfLocator></location>
                <location><url access="preview">https://example.org/small.jpg</url><url>https://example.org/1</url></location>
                <accessCondition type="use and reproduction">CC BY 4.0</accessCondition>
                </mods>""");

        assertEquals("The Irtysh : a river", record.title());
        assertEquals(
                new BibRecord.Value("Ертіс", "kk", "titleInfo"), record.titles().get(1));
        assertEquals(
                List.of("Сәрсенов, Б. creator", "Қасенова, Д. contributor"),
                record.contributors().stream()
                        .map(one -> one.name() + " " + one.role())
                        .toList());
        assertEquals(
                "Өлкетанушы. – 1999. – 4. – 12–15", record.partOf().getFirst().text());
        assertEquals("Туған жер. – 7", record.series().getFirst().text());
        assertEquals("Павлодар", record.publishedIn().getFirst().text());
        assertEquals("Павлодар облысы", record.places().getFirst().text());
        assertEquals(List.of(new BibRecord.Held("Облыстық кітапхана", "26.22 С 20", "", "location")), record.held());
        assertEquals(List.of("https://example.org/1"), record.links());
        assertEquals("CC-BY-4.0", record.licence().id());
        assertEquals(ResourceKind.ARTICLE, record.kind());
        assertTrue(record.identifiers().contains(new BibRecord.Identifier("udc", "556.53", "classification")));
    }

    @Test
    void mapsQualifiedDublinCoreUnderAnyOfItsNames() throws RecordRejected {
        for (String namespace : List.of("http://dspace.org/qualifieddc/", "http://purl.org/dc/terms/")) {
            BibRecord record = map(namespace, """
                    <q:record xmlns:q="%s" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <dc:title>Атырау</dc:title><dcterms:alternative>Гурьев</dcterms:alternative>
                    <dcterms:issued>2014</dcterms:issued><dcterms:spatial>Атырау облысы</dcterms:spatial>
                    <dcterms:isPartOf>Қала тарихы</dcterms:isPartOf><dcterms:extent>40 б.</dcterms:extent></q:record>""".formatted(namespace));

            assertEquals(2, record.titles().size());
            assertEquals(2014, record.year());
            assertEquals("Атырау облысы", record.places().getFirst().text());
            assertEquals("Қала тарихы", record.partOf().getFirst().title());
        }
    }

    @Test
    void callsWhatEdmPointsToByItsLabel() throws RecordRejected {
        BibRecord record = map("http://www.w3.org/1999/02/22-rdf-syntax-ns#", """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:edm="http://www.europeana.eu/schemas/edm/"
                  xmlns:ore="http://www.openarchives.org/ore/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
                <edm:WebResource rdf:about="#file"><dc:rights>сурет</dc:rights></edm:WebResource>
                <edm:ProvidedCHO rdf:about="#1"><dc:title xml:lang="ru">Вид Верного</dc:title><dc:creator rdf:resource="#a"/><edm:type>IMAGE</edm:type></edm:ProvidedCHO>
                <edm:Agent rdf:about="#a"><skos:prefLabel>Хлудов, Н.</skos:prefLabel></edm:Agent>
                <ore:Aggregation><edm:isShownAt rdf:resource="https://example.org/page"/><edm:rights rdf:resource="http://rightsstatements.org/vocab/InC-EDU/1.0/"/></ore:Aggregation>
                </rdf:RDF>""");

        assertEquals("Вид Верного", record.title());
        assertEquals("ru", record.titles().getFirst().language());
        assertEquals("Хлудов, Н.", record.contributors().getFirst().name());
        assertEquals(ResourceKind.IMAGE, record.kind());
        assertEquals("InC-EDU", record.licence().id());
        assertEquals(List.of("https://example.org/page"), record.links());
    }

    @Test
    void mapsLearningObjectsWithPeopleOnCards() throws RecordRejected {
        BibRecord record = map("http://ltsc.ieee.org/xsd/LOM", """
                <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string language="kk">Квадрат теңдеу</string></title>
                <language>kk</language><keyword><string>алгебра</string></keyword></general>
                <lifeCycle><contribute><role><value>author</value></role><entity>BEGIN:VCARD
                VERSION:3.0
                FN:Айгүл Ибраева
                N:Ибраева;Айгүл
                END:VCARD</entity><date><dateTime>2021-05-01</dateTime></date></contribute></lifeCycle>
                <educational><learningResourceType><value>lesson plan</value></learningResourceType>
                <typicalAgeRange><string>8 сынып</string></typicalAgeRange></educational>
                <technical><location>https://example.org/lesson</location></technical></lom>""");

        assertEquals(
                new BibRecord.Value("Квадрат теңдеу", "kk", "general/title/string|langstring"),
                record.titles().getFirst());
        assertEquals("Айгүл Ибраева", record.contributors().getFirst().name());
        assertEquals(2021, record.year());
        assertEquals(List.of(8), record.grades());
        assertEquals("school", record.level());
        assertEquals(List.of("mathematics", "algebra"), record.topics());
        assertEquals(ResourceKind.METHODICAL_WORK, record.kind());
        assertEquals(List.of("https://example.org/lesson"), record.links());
    }

    @Test
    void mapsLearningResourcesInTheWordsOfSchemaOrg() throws RecordRejected {
        BibRecord record = map("http://schema.org/", """
                <dc><title lang="ru">Дроби</title><author><person><name>Громова, О. А.</name></person></author>
                <about><thing><name>арифметика</name></thing></about><material><name>a</name><url>https://example.org/a.pdf</url></material>
                <learningResource><educationalLevel>5 класс</educationalLevel></learningResource>
                <inLanguage>ru</inLanguage><rights>CCBY4.0</rights><date>2019-12-17</date></dc>""");

        assertEquals("Громова, О. А.", record.contributors().getFirst().name());
        assertEquals(List.of(5), record.grades());
        assertEquals("арифметика", record.subjects().getFirst().text());
        assertEquals(List.of("https://example.org/a.pdf"), record.links());
        assertEquals(2019, record.year());
    }

    private BibRecord map(String format, String metadata) throws RecordRejected {
        String payload = "<record xmlns=\"http://www.openarchives.org/OAI/2.0/\"><header/><metadata>" + metadata
                + "</metadata></record>";
        RecordId id = new RecordId("school", "1");
        return crosswalks
                .map(new RawRecord(id, false, format, "", List.of(), "page 1", payload, List.of()), List.of())
                .record();
    }
}
