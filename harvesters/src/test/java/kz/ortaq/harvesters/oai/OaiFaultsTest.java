package kz.ortaq.harvesters.oai;

import static kz.ortaq.harvesters.oai.TestEndpoint.arguments;
import static kz.ortaq.harvesters.oai.TestEndpoint.endpoint;
import static kz.ortaq.harvesters.oai.TestEndpoint.error;
import static kz.ortaq.harvesters.oai.TestEndpoint.list;
import static kz.ortaq.harvesters.oai.TestEndpoint.lists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a harvest makes of an endpoint that does not answer as it should. */
final class OaiFaultsTest {

    private final TestHarvest harvest = new TestHarvest();

    @Test
    void saysThatASetDoesNotExist() throws IOException {
        try (LocalServer server = endpoint(arguments -> error("noRecordsMatch"))) {
            harvest.of(server, Checkpoint.START, Map.of("set", "film"));

            Problem problem = harvest.problems().getFirst();
            assertEquals(Reason.SET_NOT_OFFERED, problem.reason());
            assertEquals("books, maps", problem.value());
            assertEquals("film", problem.place());
        }
    }

    @Test
    void saysThatAFormatIsNotOffered() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            Checkpoint end = harvest.of(server, Checkpoint.START, Map.of("prefix", "mods"));

            assertEquals(Ending.STOPPED, harvest.ending());
            assertEquals(
                    Reason.FORMAT_NOT_OFFERED, harvest.problems().getFirst().reason());
            assertEquals("oai_dc, marc21", harvest.problems().getFirst().value());
            assertEquals(Checkpoint.START, end);
        }
    }

    @Test
    void beginsAgainWhenATokenHasExpired() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        try (LocalServer server = endpoint(arguments -> arguments.containsKey("resumptionToken")
                ? begun.get() < 2 ? error("badResumptionToken") : list("", "2")
                : list("t" + begun.incrementAndGet(), "1"))) {
            harvest.of(server);

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertEquals(List.of("1", "1", "2"), harvest.identifiers());
            assertEquals(List.of(Reason.TOKEN_EXPIRED), harvest.reasons());
            assertEquals(Severity.WARNING, harvest.problems().getFirst().severity());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<b>"})
    void stopsAtATokenThatIsTooLongToSendBack(String damage) throws IOException {
        String endless = list("x".repeat(4_001), "2").replace("<request", damage + "<request");
        try (LocalServer server =
                endpoint(arguments -> arguments.containsKey("resumptionToken") ? endless : list("t", "1"))) {
            Checkpoint end = harvest.of(server);

            assertEquals(Ending.STOPPED, harvest.ending());
            assertEquals("t", end.token());
            assertEquals(List.of("1", "2"), harvest.identifiers());
            assertTrue(harvest.reasons().contains(Reason.TOKEN_TOO_LONG));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Кіру</html>", "<OAI-PMH><error code='badVerb'>x</error></OAI-PMH>"})
    void stopsWhereItStandsAtAnAnswerThatIsNoList(String answer) throws IOException {
        try (LocalServer server =
                endpoint(arguments -> arguments.containsKey("resumptionToken") ? answer : list("t", "1"))) {
            Checkpoint end = harvest.of(server);

            assertEquals(Ending.STOPPED, harvest.ending());
            assertEquals("t", end.token());
            assertEquals(List.of("1"), harvest.identifiers());
            assertEquals(1, harvest.problems().size());
            assertEquals(Severity.ERROR, harvest.problems().getFirst().severity());
        }
    }

    @Test
    void asksOnceMoreForAPageThatIsCutAndThenKeepsWhatItHas() throws IOException {
        String whole = list("t", "1", "2");
        String half = whole.substring(0, whole.lastIndexOf("<metadata>"));
        try (LocalServer server = endpoint(arguments -> half)) {
            Checkpoint end = harvest.of(server);

            assertEquals(Ending.STOPPED, harvest.ending());
            assertEquals(Set.of("1"), Set.copyOf(harvest.identifiers()));
            assertTrue(harvest.reasons().contains(Reason.PAGE_TRUNCATED));
            assertEquals("", end.token());
            assertEquals("", end.completedAt());
            assertTrue(lists(server).size() <= 4, () -> lists(server).toString());
        }
    }

    @Test
    void takesTheWholePageWhenItComesAtTheSecondTime() throws IOException {
        AtomicInteger times = new AtomicInteger();
        try (LocalServer server =
                endpoint(arguments -> times.incrementAndGet() == 1 ? "<OAI-PMH><ListRec" : list("", "1"))) {
            harvest.of(server);

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertEquals(List.of(), harvest.reasons());
        }
    }

    @Test
    void goesOnBehindAPageWithABrokenRecord() throws IOException {
        try (LocalServer server = endpoint(arguments ->
                arguments.containsKey("resumptionToken") ? list("", "4") : list("t", "1", "2</dc:x>", "3"))) {
            harvest.of(server);

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertEquals(List.of("1", "3", "4"), harvest.identifiers());
            assertEquals(List.of(Reason.PAGE_BROKEN, Reason.RECORD_BROKEN), harvest.reasons());
        }
    }

    @Test
    void refusesAnAddressThatMayNotBeFetched() {
        Settings settings = LocalServer.settings(List.of("network.retry-seconds=0"));

        harvest.of(settings, "http://127.0.0.1:9/oai", Checkpoint.START, Map.of());

        assertEquals(Ending.STOPPED, harvest.ending());
        assertEquals(List.of(Reason.ADDRESS_FORBIDDEN), harvest.reasons());
    }

    @Test
    void endsPromptlyWhenInterrupted() throws IOException {
        AtomicInteger page = new AtomicInteger();
        try (LocalServer server = endpoint(arguments -> list("t" + page.incrementAndGet(), "r" + page.get()));
                Net net = new Net(server.settings(), Clock.systemUTC())) {
            Source source =
                    new Source("kitap", "kitap", SourceKind.OAI, server.address("/oai"), Map.of(), Source.State.ACTIVE);
            OaiHarvester harvester =
                    new OaiHarvester(net, server.settings(), Clock.systemUTC(), TestStores.empty(), TestHarvest.MAPPED);

            assertThrows(
                    InterruptedException.class,
                    () -> harvester.harvest(
                            source,
                            Checkpoint.START,
                            stored -> Thread.currentThread().interrupt()));

            assertTrue(page.get() <= 2, "one page may be on its way already");
            assertFalse(Thread.currentThread().isInterrupted());
        }
    }

    @Test
    void asksASilentServerForNothingMore() {
        Settings settings = LocalServer.settings(List.of("network.retries=0", "network.private=allow"));

        harvest.of(settings, "http://127.0.0.1:9/oai", Checkpoint.START, Map.of());

        assertEquals(Ending.STOPPED, harvest.ending());
        assertEquals(List.of(Reason.ADDRESS_UNREACHABLE), harvest.reasons());
    }
}
