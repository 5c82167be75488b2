package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OaiProbeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T06:01:00Z"), ZoneOffset.UTC);

    private static Optional<Finding> look(LocalServer server, int records) {
        try (Net net = new Net(server.settings("network.retries=0"), Clock.systemUTC())) {
            return new OaiProbe(net, server.settings(), CLOCK, TestHarvest.MAPPED)
                    .look(server.address("/oai"), records);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsTheFirstRecordsInTheFormatThatAHarvestWouldChoose() throws IOException {
        TestRepository repository = new TestRepository().withMonths(1, 23);
        try (LocalServer server = repository.serve()) {
            Finding finding = look(server, 8).orElseThrow();

            assertEquals(SourceKind.OAI, finding.kind());
            assertEquals("oai_dc", finding.format());
            assertEquals("UTF-8", finding.charset());
            assertEquals(8, finding.records().size());
            assertEquals(10, finding.read());
            assertEquals(List.of(), finding.problems());
            assertEquals(
                    2,
                    repository.requests().stream()
                            .filter(request -> request.startsWith("List" + "Records"))
                            .count());
        }
    }

    @Test
    void saysInThreeLanguagesThatDaysAreAnnouncedAndSecondsSent() throws IOException {
        TestRepository repository =
                new TestRepository().withMonths(1, 3).says("YYYY-MM-DD", "persistent", "2020-01-01");
        try (LocalServer server = repository.serve()) {
            Problem problem = look(server, 20).orElseThrow().problems().getFirst();

            assertEquals(Reason.GRANULARITY_DIFFERS, problem.reason());
            for (Language language : Language.values()) {
                assertTrue(problem.message(language).contains("YYYY-MM-DD / 2020-02-10T08:00:01Z"));
                assertTrue(!problem.remedy(language).isBlank());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>OAI-PMH <code>&lt;Identify&gt;</code> сипаттамасы</body></html>",
                "<html><body>Identify: ListRecords, oai_dc, кітапхана</body></html>",
                ""
            })
    void isNotFooledByAWebPage(String page) throws IOException {
        try (LocalServer server = new LocalServer(uri -> Reply.of(200, page))) {
            assertEquals(Optional.empty(), look(server, 20));
        }
    }

    @Test
    void knowsAnEndpointThatAnswersListRecordsAlone() throws IOException {
        TestRepository repository = new TestRepository()
                .withMonths(1, 3)
                .fault((arguments, answer) -> "ListRecords".equals(arguments.get("verb"))
                        ? Optional.empty()
                        : Optional.of(Reply.of(404, "жоқ")));
        try (LocalServer server = repository.serve()) {
            Finding finding = look(server, 20).orElseThrow();

            assertEquals(3, finding.records().size());
            assertEquals(Reason.IDENTIFY_FAILED, finding.problems().getFirst().reason());
        }
    }

    @Test
    void findsNothingWhereNobodyAnswers() throws IOException {
        try (LocalServer server = new LocalServer(uri -> Reply.of(404, "жоқ"))) {
            assertEquals(Optional.empty(), look(server, 20));
        }
    }
}
