package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What endpoints say of themselves, what they show, and the format and the bounds of a run that follow from it. */
final class IntroductionTest {

    private static final String SECONDS = "YYYY-MM-DDThh:mm:ssZ";
    private static final String SLIM = "http://www.loc.gov/MARC21/slim";

    @TempDir
    private Path folder;

    private final TestRepository repository = new TestRepository().withMonths(1, 23);

    @Test
    void asksInDaysAndSaysSoWhereDaysAreAnnouncedAndSecondsSent() throws IOException {
        repository.says("YYYY-MM-DD", "persistent", "2020-01-01");
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            harvests.later(Duration.ofDays(1));

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertTrue(repository.requests().contains("ListRecords 2026-11-20 -"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no, 2020-01-01T00:00:00Z, DELETIONS_DIFFER",
        "'', 2020-01-01T00:00:00Z, DELETIONS_DIFFER",
        "persistent, 2022-01-01T00:00:00Z, EARLIEST_DIFFERS",
        "persistent, 2036-01-01T00:00:00Z, EARLIEST_DIFFERS",
        "persistent, бұрын, EARLIEST_DIFFERS"
    })
    void tellsOnceWhereTheRecordsShowOtherThanIdentifySays(String deletedRecord, String earliest, Reason reason)
            throws IOException {
        repository
                .says(SECONDS, deletedRecord, earliest)
                .withDeleted("d1", "2026-01-01T00:00:00Z")
                .withDeleted("d2", "2026-01-02T00:00:00Z");
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            harvests.run();

            assertEquals(
                    List.of(reason),
                    harvests.reasons().stream()
                            .filter(told -> told != Reason.IDENTIFY_INCOMPLETE)
                            .toList());
            assertEquals(23, harvests.live().size());
        }
    }

    @Test
    void readsAnIdentifyInAnyOrderAndOfAnOlderProtocol() throws IOException {
        String identify = """
                <?xml version="1.0"?><Identify xmlns="urn:old"><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>
                <protocolVersion>1.1</protocolVersion><baseURL>x</baseURL></Identify>""";
        repository.fault((arguments, answer) -> "Identify".equals(arguments.get("verb"))
                ? Optional.of(Reply.xml("<OAI-PMH>" + identify.substring(identify.indexOf("<Id")) + "</OAI-PMH>"))
                : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(List.of(Reason.IDENTIFY_INCOMPLETE), harvests.reasons());
            assertEquals(
                    "protocolVersion 1.1, deletedRecord, earliestDatestamp",
                    harvests.problems().getFirst().value());
        }
    }

    @Test
    void choosesTheRichestFormatThatCanBeMapped() throws IOException {
        repository
                .offers("mods", "http://www.loc.gov/mods/v3")
                .offers("rusmarc", SLIM)
                .offers("kitap", SLIM);
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            harvests.run();

            assertEquals("kitap", harvests.checkpoint().format());
            assertEquals(List.of(), harvests.reasons());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cannotDisseminateFormat", "noRecordsMatch"})
    void takesTheNextFormatWhereTheRichestIsAnnouncedAndNotGiven(String error) throws IOException {
        repository
                .offers("marc21", SLIM)
                .fault((arguments, answer) -> "marc21".equals(arguments.get("metadataPrefix"))
                        ? Optional.of(Reply.xml(TestEndpoint.error(error)))
                        : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals("oai_dc", harvests.checkpoint().format());
            assertEquals(List.of(Reason.FORMAT_NOT_GIVEN), harvests.reasons());
        }
    }

    @Test
    void staysWithItsFormatWhenABetterOneAppearsUntilAPersonAsksForIt() throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.offers("marc21", SLIM);

            harvests.run();
            String kept = harvests.checkpoint().format();
            harvests.options(Map.of("prefix", "marc21"));
            harvests.run();

            assertEquals("oai_dc", kept);
            assertEquals("marc21", harvests.checkpoint().format());
        }
    }

    @Test
    void stopsBetweenTwoPagesWhenItsBudgetIsSpentAndGoesOnFromThere() throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server, "harvest.run-bytes=2048");

            HarvestReport first = harvests.run();
            List<Reason> told = harvests.reasons();
            Checkpoint between = harvests.checkpoint();
            while (harvests.checkpoint().begun()) {
                harvests.run();
            }

            assertEquals(RunStatus.PARTIAL, first.run().status());
            assertEquals(List.of(Reason.BUDGET_SPENT), told);
            assertTrue(between.underWay());
            assertEquals(23, harvests.live().size());
            assertFalse(harvests.checkpoint().gaps());
        }
    }

    @Test
    void followsAServerThatMovedAndSaysItsErrorsWithAStatus() throws IOException {
        repository.fault(
                (arguments, answer) -> arguments.getOrDefault("from", "").isEmpty()
                        ? Optional.empty()
                        : Optional.of(Reply.of(422, TestEndpoint.error("noRecordsMatch"))));
        try (LocalServer server = repository.serve();
                LocalServer old = new LocalServer(
                        uri -> Reply.of(301, "көшті").with("Location", server.address("/oai?" + uri.getRawQuery())))) {
            TestHarvest harvest = new TestHarvest();

            harvest.of(
                    old.settings("network.allowed=127.0.0.1:" + old.port() + ",127.0.0.1:" + server.port()),
                    old.address("/oai"),
                    Checkpoint.START,
                    Map.of());

            assertEquals(23, harvest.identifiers().size());
            assertEquals(List.of(), harvest.reasons());
        }
    }

    @Test
    void asksAPlainRepositoryForNothingTwice() throws IOException {
        repository.paging(30);
        try (LocalServer server = repository.serve()) {
            new StoredHarvests(folder, server).run();

            // It does not say how many records it has, so their names are counted.
            assertEquals(
                    List.of("Identify - -", "ListMetadataFormats - -", "ListRecords - -", "ListIdentifiers - -"),
                    repository.requests());
        }
    }

    @Test
    void keepsTheFirstPageThatItAskedForToSeeWhetherAFormatIsGiven() throws IOException {
        repository.paging(15).offers("marc21", SLIM);
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            harvests.run();

            assertEquals(
                    List.of("Identify - -", "ListMetadataFormats - -", "ListRecords - -", "ListRecords - - ||15"),
                    repository.requests());
            assertEquals(23, harvests.live().size());
        }
    }

    @Test
    void findsARecordThatAppearsADayAfterItsDatestamp() throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            harvests.later(Duration.ofDays(1));
            // DSpace lists an item when its index is renewed at night, by the moment at which it was changed.
            repository.with("кеш", "2026-11-21T05:30:00Z");

            harvests.run();

            assertTrue(harvests.live().contains("кеш"));
        }
    }
}
