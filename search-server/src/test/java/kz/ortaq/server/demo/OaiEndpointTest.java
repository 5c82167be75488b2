package kz.ortaq.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The endpoints of the sample libraries, asked as OAI-PMH 2.0 has it. */
final class OaiEndpointTest {

    private static final int ABAI_RECORDS = 201;
    private static final int TURKISTAN_RECORDS = 56;

    @SuppressWarnings("NullAway.Init") // JUnit calls serve first
    private static SampleLibraries libraries;

    @SuppressWarnings("NullAway.Init")
    private static OaiClient abai;

    @SuppressWarnings("NullAway.Init")
    private static OaiClient turkistan;

    @BeforeAll
    static void serve() throws Exception {
        libraries = new SampleLibraries(Path.of(System.getProperty("ortaq.root"), "samples"));
        abai = new OaiClient("http://" + libraries.allowed() + "/abai-region/oai");
        turkistan = new OaiClient("http://" + libraries.allowed() + "/turkistan-city/oai");
    }

    @AfterAll
    static void close() throws Exception {
        abai.close();
        turkistan.close();
        libraries.close();
    }

    private static List<String> identifiers(List<Document> pages) {
        List<String> identifiers = new ArrayList<>();
        pages.forEach(page -> identifiers.addAll(OaiClient.texts(page, "identifier")));
        return identifiers;
    }

    @Test
    void introducesItself() throws Exception {
        Document answer = abai.ask("verb", "Identify");

        assertEquals(List.of("Үлгі: Абай облысының әмбебап кітапханасы"), OaiClient.texts(answer, "repositoryName"));
        assertEquals(List.of("http://" + libraries.allowed() + "/abai-region/oai"), OaiClient.texts(answer, "baseURL"));
        assertEquals(List.of("2.0"), OaiClient.texts(answer, "protocolVersion"));
        assertEquals(List.of("abai-region@example.org"), OaiClient.texts(answer, "adminEmail"));
        assertEquals(List.of("2019-02-11T07:07:13Z"), OaiClient.texts(answer, "earliestDatestamp"));
        assertEquals(List.of("persistent"), OaiClient.texts(answer, "deletedRecord"));
        assertEquals(List.of("YYYY-MM-DDThh:mm:ssZ"), OaiClient.texts(answer, "granularity"));
        assertTrue(Instant.parse(OaiClient.texts(answer, "responseDate").getFirst())
                .isBefore(Instant.now().plusSeconds(60)));
    }

    @Test
    void namesItsFormatsAndSets() throws Exception {
        Document formats = turkistan.ask("verb", "ListMetadataFormats");
        Document sets = turkistan.ask("verb", "ListSets");

        assertEquals(List.of("marc21"), OaiClient.texts(formats, "metadataPrefix"));
        assertEquals(List.of("http://www.loc.gov/MARC21/slim"), OaiClient.texts(formats, "metadataNamespace"));
        assertEquals(
                List.of("articles", "books", "local-history", "media", "methodical", "textbooks"),
                OaiClient.texts(sets, "setSpec"));
        assertTrue(OaiClient.texts(sets, "setName").contains("Өлкетану"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListRecords", "ListIdentifiers"})
    void givesEveryRecordOnceThroughItsTokens(String verb) throws Exception {
        List<String> dublinCore = identifiers(abai.list("verb", verb, "metadataPrefix", "oai_dc"));
        List<String> marc = identifiers(turkistan.list("verb", verb, "metadataPrefix", "marc21"));

        assertEquals(ABAI_RECORDS, dublinCore.size());
        assertEquals(ABAI_RECORDS, new HashSet<>(dublinCore).size());
        assertEquals(TURKISTAN_RECORDS, marc.size());
        assertEquals(TURKISTAN_RECORDS, new HashSet<>(marc).size());
    }

    @Test
    void givesMetadataInItsOwnNamespaceAndNoneForADeletion() throws Exception {
        int deleted = 0;
        for (Document page : abai.list("verb", "ListRecords", "metadataPrefix", "oai_dc")) {
            for (Element record : OaiClient.elements(page, "record")) {
                Element header = (Element)
                        record.getElementsByTagNameNS(OaiClient.OAI, "header").item(0);
                boolean gone = header.getAttribute("status").equals("deleted");
                deleted += gone ? 1 : 0;
                int metadata = record.getElementsByTagNameNS("http://www.openarchives.org/OAI/2.0/oai_dc/", "dc")
                        .getLength();
                assertEquals(gone ? 0 : 1, metadata, header::getTextContent);
            }
        }

        assertEquals(6, deleted);
    }

    @Test
    void saysWhatAListWasAskedFor() throws Exception {
        Document answer = abai.ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "set", "books");

        Element request = OaiClient.elements(answer, "request").getFirst();
        assertEquals("ListIdentifiers", request.getAttribute("verb"));
        assertEquals("oai_dc", request.getAttribute("metadataPrefix"));
        assertEquals("books", request.getAttribute("set"));
    }

    @Test
    void endsAListWithAnEmptyToken() throws Exception {
        List<Document> pages = abai.list("verb", "ListIdentifiers", "metadataPrefix", "oai_dc");

        assertEquals(5, pages.size());
        assertEquals(List.of(""), OaiClient.texts(pages.getLast(), "resumptionToken"));
        Element token = OaiClient.elements(pages.getFirst(), "resumptionToken").getFirst();
        assertEquals(String.valueOf(ABAI_RECORDS), token.getAttribute("completeListSize"));
        assertEquals("0", token.getAttribute("cursor"));
    }

    @Test
    void givesTheRecordsOfASetAlone() throws Exception {
        List<Document> books = abai.list("verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "set", "books");
        List<Document> all = abai.list("verb", "ListIdentifiers", "metadataPrefix", "oai_dc");

        long expected = all.stream()
                .flatMap(page -> OaiClient.texts(page, "setSpec").stream())
                .filter("books"::equals)
                .count();
        assertEquals(expected, identifiers(books).size());
        assertTrue(expected > 50, "more than one page");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-02-11T08:14:26Z, 2019-02-11T08:14:26Z",
        "2019-02-11, 2019-02-11",
        "2019-02-11T08:14:26Z, ''",
        "'', 2019-02-12T00:00:00Z",
        "'', 2020-12-31"
    })
    void givesTheRecordsOfASpanBothEndsIncluded(String from, String until) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("verb", "ListIdentifiers", "metadataPrefix", "oai_dc"));
        if (!from.isEmpty()) {
            arguments.addAll(List.of("from", from));
        }
        if (!until.isEmpty()) {
            arguments.addAll(List.of("until", until));
        }

        List<Document> pages = abai.list(arguments.toArray(String[]::new));

        List<String> expected = new ArrayList<>();
        for (Document page : abai.list("verb", "ListIdentifiers", "metadataPrefix", "oai_dc")) {
            OaiClient.texts(page, "datestamp").stream()
                    .filter(stamp -> from.isEmpty() || stamp.compareTo(from) >= 0)
                    .filter(stamp -> until.isEmpty() || stamp.compareTo(until + (until.length() == 10 ? "~" : "")) <= 0)
                    .forEach(expected::add);
        }
        List<String> found = new ArrayList<>();
        pages.forEach(page -> found.addAll(OaiClient.texts(page, "datestamp")));
        assertTrue(!expected.isEmpty());
        assertEquals(expected, found);
    }

    @Test
    void givesOneRecord() throws Exception {
        Document answer = abai.ask(
                "verb", "GetRecord", "metadataPrefix", "oai_dc", "identifier", "oai:abai-region.sample.ortaq.kz:002");

        assertEquals(1, OaiClient.elements(answer, "record").size());
        assertEquals(
                "Путь Абая : роман-эпопея. Кн. 1",
                answer.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", "title")
                        .item(0)
                        .getTextContent());
    }

    @Test
    void answersAPostAsItAnswersAGet() throws Exception {
        List<String> got = identifiers(List.of(abai.ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc")));
        List<String> posted = identifiers(List.of(abai.post("verb", "ListIdentifiers", "metadataPrefix", "oai_dc")));

        assertEquals(50, got.size());
        assertEquals(got, posted);
    }

    @ParameterizedTest
    @CsvSource({
        "badVerb, verb=Кітап",
        "badVerb, verb=",
        "badVerb, metadataPrefix=oai_dc",
        "badArgument, verb=ListRecords",
        "badArgument, verb=Identify set=books",
        "badArgument, verb=ListRecords metadataPrefix=oai_dc from=yesterday",
        "badArgument, verb=ListRecords metadataPrefix=oai_dc from=2021-01-01 until=2020-01-01",
        "badArgument, verb=ListRecords metadataPrefix=oai_dc from=2020-01-01 until=2021-01-01T00:00:00Z",
        "badArgument, verb=ListRecords metadataPrefix=oai_dc author=Абай",
        "badArgument, verb=ListRecords metadataPrefix=oai_dc resumptionToken=x",
        "badArgument, verb=GetRecord metadataPrefix=oai_dc",
        "badVerb, verb=Identify verb=Identify",
        "badResumptionToken, verb=ListRecords resumptionToken=x",
        "badResumptionToken, verb=ListIdentifiers resumptionToken=қате",
        "cannotDisseminateFormat, verb=ListRecords metadataPrefix=mods",
        "cannotDisseminateFormat, verb=GetRecord metadataPrefix=mods identifier=oai:abai-region.sample.ortaq.kz:002",
        "idDoesNotExist, verb=GetRecord metadataPrefix=oai_dc identifier=oai:none",
        "idDoesNotExist, verb=ListMetadataFormats identifier=oai:none",
        "noRecordsMatch, verb=ListRecords metadataPrefix=oai_dc from=2019-02-12 until=2019-02-12",
        "noRecordsMatch, verb=ListRecords metadataPrefix=oai_dc until=1999-01-01",
        "noRecordsMatch, verb=ListIdentifiers metadataPrefix=oai_dc set=film"
    })
    void saysWhatIsWrong(String code, String asked) throws Exception {
        List<String> arguments = new ArrayList<>();
        for (String pair : asked.split(" ")) {
            arguments.addAll(List.of(pair.split("=", 2)));
        }

        Document answer = abai.ask(arguments.toArray(String[]::new));

        assertEquals(Set.of(code), Set.copyOf(OaiClient.errors(answer)));
    }
}
