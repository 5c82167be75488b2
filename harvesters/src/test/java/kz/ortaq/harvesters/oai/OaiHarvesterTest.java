package kz.ortaq.harvesters.oai;

import static kz.ortaq.harvesters.oai.TestEndpoint.IDENTIFY;
import static kz.ortaq.harvesters.oai.TestEndpoint.arguments;
import static kz.ortaq.harvesters.oai.TestEndpoint.endpoint;
import static kz.ortaq.harvesters.oai.TestEndpoint.error;
import static kz.ortaq.harvesters.oai.TestEndpoint.list;
import static kz.ortaq.harvesters.oai.TestEndpoint.lists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Severity;
import org.junit.jupiter.api.Test;

final class OaiHarvesterTest {

    private final TestHarvest harvest = new TestHarvest();

    @Test
    void followsTokensToTheEndAndRemembersWhenTheListBegan() throws IOException {
        try (LocalServer server = endpoint(arguments -> switch (arguments.getOrDefault("resumptionToken", "")) {
            case "" -> list("a&amp;b c+d%25", "1", "2");
            case "a&b c+d%25" -> list("2", "3");
            default -> list("", "4");
        })) {
            Checkpoint end = harvest.of(server);

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertEquals(List.of("1", "2", "3", "4"), harvest.identifiers());
            assertEquals("2026-11-22T06:00:05Z", end.completedAt());
            assertFalse(end.underWay());
            assertEquals(List.of(), harvest.reasons());
            assertEquals(
                    Map.of("verb", "ListRecords", "resumptionToken", "2"),
                    lists(server).getLast());
            Checkpoint middle = harvest.pages().getFirst().next();
            assertEquals(
                    new Checkpoint("a&b c+d%25", "oai_dc", "", 1, "2026-11-22T06:00:05Z", "").counted(0, 2), middle);
        }
    }

    @Test
    void resumesFromTheLastStoredPage() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "3"))) {
            Checkpoint stored = new Checkpoint("t", "oai_dc", "2026-01-01", 2, "2026-11-20T00:00:00Z", "2026-01-02");

            Checkpoint end = harvest.of(server, stored, Map.of());

            assertEquals("t", lists(server).getFirst().get("resumptionToken"));
            assertEquals(
                    "page 3", harvest.pages().getFirst().records().getFirst().place());
            assertEquals("2026-11-20T00:00:00Z", end.completedAt());
        }
    }

    @Test
    void asksForWhatChangedSinceAndALittleBefore() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            harvest.of(
                    server,
                    new Checkpoint("", "oai_dc", "", 0, "", "2026-11-21T06:00:00Z"),
                    Map.of("set", "books", "prefix", "oai_dc"));

            assertEquals(
                    Map.of(
                            "verb",
                            "ListRecords",
                            "metadataPrefix",
                            "oai_dc",
                            "set",
                            "books",
                            "from",
                            "2026-11-19T06:00:00Z"),
                    lists(server).getFirst());
        }
    }

    @Test
    void asksInDaysWhereSecondsAreRefused() throws IOException {
        try (LocalServer server = endpoint(
                arguments -> arguments.getOrDefault("from", "").length() > 10 ? error("badArgument") : list("", "1"))) {
            harvest.of(server, new Checkpoint("", "oai_dc", "", 0, "", "2026-11-21T06:00:00Z"), Map.of());

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertEquals("2026-11-19", lists(server).getLast().get("from"));
        }
    }

    @Test
    void startsFromNothingForAnotherFormat() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            harvest.of(
                    server,
                    new Checkpoint("t", "oai_dc", "", 3, "", "2026-11-21T06:00:00Z"),
                    Map.of("prefix", "marc21"));

            assertEquals(
                    Map.of("verb", "ListRecords", "metadataPrefix", "marc21"),
                    lists(server).getFirst());
        }
    }

    @Test
    void takesNoRecordsMatchForACompleteListOfNothing() throws IOException {
        try (LocalServer server =
                new LocalServer(uri -> "ListRecords".equals(arguments(uri).get("verb"))
                        ? Reply.of(422, error("noRecordsMatch"))
                        : Reply.xml(IDENTIFY))) {
            Checkpoint end =
                    harvest.of(server, new Checkpoint("", "oai_dc", "", 0, "", "2026-11-21T06:00:00Z"), Map.of());

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertEquals("2026-11-22T06:00:05Z", end.completedAt());
            assertEquals(List.of(), harvest.reasons());
        }
    }

    @Test
    void harvestsAnEndpointThatAnswersListRecordsAlone() throws IOException {
        try (LocalServer server = new LocalServer(uri ->
                "ListRecords".equals(arguments(uri).get("verb")) ? Reply.xml(list("", "1")) : Reply.of(404, "жоқ"))) {
            harvest.of(server);

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertEquals(List.of("1"), harvest.identifiers());
            assertEquals(List.of(Reason.IDENTIFY_FAILED), harvest.reasons());
            assertEquals(Severity.WARNING, harvest.problems().getFirst().severity());
        }
    }

    @Test
    void addsItsArgumentsToAnAddressThatHasSome() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            harvest.of(
                    server.settings(),
                    server.address("/index.php?repo=%D0%BA&verb=Identify"),
                    Checkpoint.START,
                    Map.of("set", "a b&c"));

            assertEquals(
                    List.of(
                            "repo=%D0%BA&verb=ListRecords&set=a%20b%26c&metadataPrefix=oai_dc",
                            "repo=%D0%BA&verb=ListIdentifiers&set=a%20b%26c&metadataPrefix=oai_dc"),
                    server.asked().reversed().stream()
                            .limit(2)
                            .map(URI::getRawQuery)
                            .toList()
                            .reversed());
        }
    }

    @Test
    void letsXoaiReadAnAmpersandAtWhichTheJdksOwnParserStops() throws Exception {
        try (LocalServer server = endpoint(arguments -> list("", "1"));
                Net net = new Net(server.settings(), Clock.systemUTC())) {
            var xoai = new io.gdcc.xoai.serviceprovider.ServiceProvider(new io.gdcc.xoai.serviceprovider.model.Context()
                    .withOAIClient(new XoaiTransport(net, server.address("/oai"))));

            assertEquals(
                    "com.ctc.wstx.stax.WstxInputFactory",
                    XMLInputFactory.newFactory().getClass().getName());
            assertEquals("Кітап & қала", xoai.identify().getRepositoryName());
        }
    }
}
