package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import org.junit.jupiter.api.Test;

/** Records of our own in the shapes that programs elsewhere write; each test names the public repository it saw it in. */
final class ShapesOfRecordsTest {

    private static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:edm="http://www.europeana.eu/schemas/edm/"
              xmlns:ore="http://www.openarchives.org/ore/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:dcterms="http://purl.org/dc/terms/" xmlns:skos="http://www.w3.org/2004/02/skos/core#">%s</rdf:RDF>""";
    private static final String QDC = """
            <qdc:qualifieddc xmlns:qdc="http://dspace.org/qualifieddc/" xmlns:dcterms="http://purl.org/dc/terms/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">%s</qdc:qualifieddc>""";

    private final Crosswalks crosswalks = new Crosswalks();

    private BibRecord map(String format, String metadata) throws RecordRejected {
        String payload = "<record xmlns=\"http://www.openarchives.org/OAI/2.0/\"><header/><metadata>" + metadata
                + "</metadata></record>";
        return crosswalks
                .map(
                        new RawRecord(
                                new RecordId("s", "1"), false, format, "", List.of(), "page 1", payload, List.of()),
                        List.of())
                .record();
    }

    private BibRecord edm(String things) throws RecordRejected {
        return map("http://www.w3.org/1999/02/22-rdf-syntax-ns#", RDF.formatted(things));
    }

    private static List<String> texts(List<BibRecord.Value> values) {
        return values.stream().map(BibRecord.Value::text).toList();
    }

    /** europeana/metis-ui: a concept in many languages, an address that leads out of the record, a language “N/A”. */
    @Test
    void aConceptIsCalledByItsNameInALanguageOfOursAndAnAddressAloneIsNone() throws RecordRejected {
        BibRecord record = edm("""
                <edm:ProvidedCHO rdf:about="#7"><dc:title>Домбыра</dc:title><dc:language>N/A</dc:language>
                <dc:creator>Шебер Қамар</dc:creator><dc:creator rdf:resource="#agent"/>
                <dc:subject rdf:resource="#concept"/><dc:subject rdf:resource="http://vocab.getty.edu/aat/300389150"/>
                <dcterms:spatial rdf:resource="#place"/><dcterms:created rdf:resource="#time"/><edm:type>IMAGE</edm:type></edm:ProvidedCHO>
                <edm:Agent rdf:about="#agent"><skos:prefLabel>Шебер Қамар</skos:prefLabel></edm:Agent>
                <skos:Concept rdf:about="#concept"><skos:prefLabel xml:lang="de">Laute</skos:prefLabel>
                  <skos:prefLabel xml:lang="ru">струнные инструменты</skos:prefLabel></skos:Concept>
                <edm:Place rdf:about="#place"><skos:prefLabel xml:lang="kk">Семей</skos:prefLabel></edm:Place>
                <edm:TimeSpan rdf:about="#time"><skos:prefLabel>1930</skos:prefLabel></edm:TimeSpan>
                <ore:Aggregation><edm:isShownAt rdf:resource="https://e.kz/7"/></ore:Aggregation>""");

        assertEquals(List.of("струнные инструменты"), texts(record.subjects()));
        assertEquals(
                List.of("Шебер Қамар"),
                record.contributors().stream().map(BibRecord.Contributor::name).toList());
        assertEquals(List.of("Семей"), texts(record.places()));
        assertEquals(1930, record.year());
        assertEquals(List.of(), record.languages());
    }

    /** The answer of an enrichment service for EDM in a public manual: every thing a Description with its type. */
    @Test
    void thingsOfEdmMayBeDescriptionsThatSayWhatTheyAre() throws RecordRejected {
        BibRecord record = edm("""
                <rdf:Description rdf:about="#a"><skos:prefLabel xml:lang="en">Pavel Zenkov</skos:prefLabel>
                  <rdf:type rdf:resource="http://www.europeana.eu/schemas/edm/Agent"/></rdf:Description>
                <rdf:Description rdf:about="#agg"><edm:isShownBy rdf:resource="https://e.kz/plan.jpg"/>
                  <rdf:type rdf:resource="http://www.openarchives.org/ore/terms/Aggregation"/></rdf:Description>
                <rdf:Description rdf:about="#cho"><dc:creator rdf:resource="#a"/><dc:title xml:lang="ru">План собора в Верном</dc:title>
                  <rdf:type rdf:resource="http://www.europeana.eu/schemas/edm/ProvidedCHO"/></rdf:Description>""");

        assertEquals("План собора в Верном", record.title());
        assertEquals("Pavel Zenkov", record.contributors().getFirst().name());
        assertEquals(List.of("https://e.kz/plan.jpg"), record.links());
    }

    /** The older form of IMS, as the tests of PyAssess have it: values are langstrings within langstrings. */
    @Test
    void theOlderFormOfLearningObjectsHasItsValuesInTexts() throws RecordRejected {
        BibRecord record = map("http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", """
                <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring xml:lang="kk">Бөлшектер</langstring></title>
                <catalogentry><catalog>URI</catalog><entry><langstring xml:lang="x-none">urn:ISBN:978-601-331-604-8</langstring></entry></catalogentry>
                <language>kk</language></general>
                <lifecycle><contribute><role><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
                  <value><langstring xml:lang="x-none">Author</langstring></value></role>
                  <centity><vcard>BEGIN:VCARD FN:Дина Омарова N:Омарова;Дина ORG:№ 5 мектеп END:VCARD</vcard></centity>
                  <date><datetime>2019-09-01</datetime></date></contribute></lifecycle>
                <educational><learningresourcetype><value><langstring xml:lang="x-none">exercise</langstring></value></learningresourcetype>
                  <context><value><langstring xml:lang="x-none">school</langstring></value></context>
                  <typicalagerange><langstring xml:lang="x-none">10-11</langstring></typicalagerange></educational>
                <classification><taxonpath><taxon><entry><langstring xml:lang="kk">Математика</langstring></entry>
                  <taxon><entry><langstring xml:lang="kk">Арифметика</langstring></entry></taxon></taxon></taxonpath></classification></lom>""");

        assertEquals("Бөлшектер", record.title());
        assertEquals("Дина Омарова", record.contributors().getFirst().name());
        assertEquals("creator", record.contributors().getFirst().role());
        assertTrue(
                record.identifiers().stream().anyMatch(one -> one.scheme().equals("isbn")),
                record.identifiers()::toString);
        assertEquals(List.of("Математика", "Арифметика"), texts(record.subjects()));
        assertEquals(List.of("exercise"), texts(record.types()));
        assertEquals(List.of("10-11", "school"), texts(record.audiences()));
        assertEquals(List.of("kk"), record.languages());
    }

    /** Stylesheets that make LOM of other records write “BEGIN: vCard”; some cards name a body alone, or parts of a name. */
    @Test
    void cardsAreReadAsProgramsWriteThem() {
        assertEquals("Айгүл Ибраева", Tidy.tidy("BEGIN: vCard\nFN: Айгүл Ибраева\n\nEND: vCard", "vcard"));
        assertEquals("Ибраева, Айгүл", Tidy.tidy("BEGIN:VCARD\nVERSION:2.1\nN:Ибраева;Айгүл;;;\nEND:VCARD", "vcard"));
        assertEquals("Мектеп баспасы", Tidy.tidy("BEGIN:VCARD\nVERSION:3.0\nORG:Мектеп баспасы\nEND:VCARD", "vcard"));
        assertEquals("", Tidy.tidy("BEGIN: vCard END: vCard", "vcard"));
        assertEquals("Мұқанов С.", Tidy.tidy("Мұқанов С.", "vcard"));
    }

    /** DBCDK tests: a journal under its name and its ISSN; a collection by the name of its record (CRDO, Culturaitalia). */
    @Test
    void whatAPartIsOfMayBeANumberOrTheNameOfARecord() throws RecordRejected {
        BibRecord record = map("http://dspace.org/qualifieddc/", QDC.formatted("""
                <dc:title>Абай туралы сөз</dc:title><dcterms:isPartOf>Жұлдыз, 2001-06-22</dcterms:isPartOf>
                <dcterms:isPartOf xsi:type="dkdcplus:ISSN">0134-3211</dcterms:isPartOf>
                <dc:language xsi:type="dcterms:ISO639-2">kaz</dc:language><dc:language>Қазақша</dc:language>"""));
        assertEquals("Жұлдыз, 2001-06-22", record.partOf().getFirst().title());
        assertEquals(
                "0134-3211", record.partOf().getFirst().identifiers().getFirst().value());
        assertEquals(List.of("kk"), record.languages());

        BibRecord collected = map("http://dspace.org/qualifieddc/", QDC.formatted("""
                <dc:title>Құмыра</dc:title><dcterms:isPartOf xsi:type="dcterms:URI">oai:museum.kz:coll_445</dcterms:isPartOf>
                <dcterms:spatial xsi:type="dcterms:Point">name=Түркістан; east=68.2; north=43.3</dcterms:spatial>
                <dcterms:spatial xsi:type="dcterms:Box">northlimit=44; eastlimit=69</dcterms:spatial>"""));
        assertTrue(collected.partOf().stream().allMatch(host -> host.title().isEmpty()), collected.partOf()::toString);
        assertEquals(List.of("Түркістан"), texts(collected.places()));
    }

    /** Newspapers of a Bavarian program: the scan has an imprint of its own; cancelled numbers of MARC 21 converted. */
    @Test
    void theImprintOfAScanAndNumbersThatAreWrongAreNotTheBooks() throws RecordRejected {
        BibRecord record = map("http://www.loc.gov/mods/v3", """
                <mods:mods xmlns:mods="http://www.loc.gov/mods/v3"><mods:titleInfo><mods:title>Айқап</mods:title></mods:titleInfo>
                <mods:originInfo eventType="digitization"><mods:publisher>Ұлттық кітапхана</mods:publisher><mods:dateIssued>2015</mods:dateIssued></mods:originInfo>
                <mods:originInfo eventType="publication"><mods:publisher>Энергия</mods:publisher><mods:dateIssued encoding="iso8601">1911</mods:dateIssued></mods:originInfo>
                <mods:identifier type="isbn" invalid="yes">9965-00-000-0</mods:identifier>
                <mods:relatedItem type="host"><mods:recordInfo><mods:recordIdentifier source="DE-12">bsb1</mods:recordIdentifier></mods:recordInfo>
                  <mods:titleInfo><mods:title>Қазақ баспасөзі</mods:title></mods:titleInfo></mods:relatedItem></mods:mods>""");

        assertEquals(List.of("Энергия"), texts(record.publishers()));
        assertEquals(1911, record.year());
        assertTrue(record.identifiers().stream().noneMatch(one -> one.scheme().equals("isbn")));
        assertEquals("Қазақ баспасөзі", record.partOf().getFirst().title());
    }
}
