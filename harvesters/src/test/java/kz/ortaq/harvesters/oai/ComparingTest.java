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
import kz.ortaq.records.Problem;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that a repository no longer has, or has and does not send, found by comparing lists. */
final class ComparingTest {

    private static final String SECONDS = "YYYY-MM-DDThh:mm:ssZ";

    @TempDir
    private Path folder;

    private final TestRepository repository =
            new TestRepository().withMonths(1, 23).says(SECONDS, "no", "2020-01-01T00:00:00Z");

    private static boolean gone(String identifier) {
        return identifier.equals("r3") || identifier.equals("r7");
    }

    private static boolean listsIdentifiers(Map<String, String> arguments) {
        return arguments.getOrDefault("verb", "").equals("ListIdentifiers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "||10"})
    void fetchesWhatAListLeftOutThatEndedEarlyAsIfItWereWhole(String lastToken) throws IOException {
        repository
                .paging(5)
                .silent()
                .fault((arguments, answer) -> listsIdentifiers(arguments)
                                || !arguments
                                        .getOrDefault("resumptionToken", "")
                                        .equals(lastToken)
                        ? Optional.empty()
                        : Optional.of(Reply.xml(
                                TestRepository.body(answer).replaceAll("<resumptionToken.*</resumptionToken>", ""))));
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            harvests.run();

            assertEquals(23, harvests.live().size());
        }
    }

    @Test
    void findsWhatVanishedFromARepositoryThatKeepsNoDeletions() throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.without(ComparingTest::gone);
            harvests.later(Duration.ofDays(8));

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(2, report.run().counts().reconciled());
            assertEquals(21, harvests.live().size());
            assertEquals(List.of(), harvests.reasons());
        }
    }

    @Test
    void saysSoWhereARepositoryHadPromisedToTellOfDeletions() throws IOException {
        repository.says(SECONDS, "transient", "2020-01-01T00:00:00Z");
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.without(ComparingTest::gone);
            harvests.later(Duration.ofDays(8));

            harvests.run();

            Problem problem = harvests.problems().getLast();
            assertEquals(Reason.RECORDS_VANISHED, problem.reason());
            assertEquals("transient", problem.place());
            assertEquals("2", problem.value());
        }
    }

    @Test
    void comparesAgainOnlyWhenItIsTime() throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.without(ComparingTest::gone);
            harvests.later(Duration.ofDays(2));

            harvests.run();

            assertEquals(23, harvests.live().size());
            assertFalse(repository.requests().stream().anyMatch(request -> request.startsWith("ListIdentifiers")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "cut", "shorter than it says", "empty", "web page", "gone"})
    void deletesNothingByAListThatDidNotComeWhole(String fault) throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.without(ComparingTest::gone).fault((arguments, answer) -> {
                if (!listsIdentifiers(arguments)) {
                    return Optional.empty();
                }
                String body = TestRepository.body(answer);
                return Optional.of(
                        switch (fault) {
                            case "error" -> Reply.xml(TestEndpoint.error("badVerb"));
                            case "cut" -> Reply.xml(body.substring(0, body.length() / 2));
                            case "shorter than it says" ->
                                Reply.xml(body.replaceAll(
                                        "<resumptionToken.*</resumptionToken>",
                                        "<resumptionToken completeListSize='21'/>"));
                            case "empty" -> Reply.xml(TestEndpoint.error("noRecordsMatch"));
                            case "web page" -> Reply.of(200, "<html>Кіру</html>");
                            default -> Reply.of(404, "жоқ");
                        });
            });
            harvests.later(Duration.ofDays(8));

            HarvestReport report = harvests.run();

            assertEquals(23, harvests.live().size());
            assertEquals(0, report.run().counts().deleted());
            assertTrue(harvests.reasons().contains(Reason.LISTS_NOT_COMPARED));
        }
    }

    @Test
    void holdsAComparisonThatWouldDeleteMoreThanHalfAndDoesItOnceConfirmed() throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.without(identifier -> identifier.length() == 3);
            harvests.later(Duration.ofDays(8));

            HarvestReport held = harvests.run();
            int kept = harvests.live().size();
            harvests.stores().registry().confirm("kitap", true);
            HarvestReport confirmed = harvests.run();

            assertEquals(RunStatus.HELD, held.run().status());
            assertEquals(23, kept);
            assertEquals(RunStatus.COMPLETE, confirmed.run().status());
            assertEquals(9, harvests.live().size());
        }
    }

    @Test
    void seesAtOnceWhatIsGoneWhenItListsEverythingAgain() throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.without(ComparingTest::gone);
            harvests.options(Map.of("prefix", "oai_dc"));

            HarvestReport report = harvests.run();

            assertEquals(2, report.run().counts().reconciled());
            assertEquals(21, harvests.live().size());
            assertFalse(repository.requests().stream().anyMatch(request -> request.startsWith("ListIdentifiers")));
        }
    }

    @Test
    void deletesNothingThatTheServerStillGives() throws IOException {
        repository.silent();
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.fault((arguments, answer) ->
                    arguments.getOrDefault("resumptionToken", "").equals("||15")
                            ? Optional.of(Reply.xml(
                                    TestRepository.body(answer).replaceAll("<resumptionToken.*</resumptionToken>", "")))
                            : Optional.empty());
            harvests.options(Map.of("prefix", "oai_dc"));

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.PARTIAL, report.run().status());
            assertEquals(23, harvests.live().size());
            assertTrue(harvests.reasons().contains(Reason.LISTS_NOT_COMPARED));
            assertTrue(harvests.checkpoint().gaps());
        }
    }

    @Test
    void asksForWhatIsListedAndWasNeverSent() throws IOException {
        repository.fault(
                (arguments, answer) -> arguments.getOrDefault("verb", "").equals("ListRecords")
                        ? Optional.of(Reply.xml(TestRepository.body(answer)
                                .replaceAll("<record><header><identifier>r9</identifier>.*?</record>", "")))
                        : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(23, harvests.live().size());
            assertTrue(harvests.live().contains("r9"));
        }
    }

    @Test
    void saysBothNumbersWhereTooMuchIsMissingAndGoesOnNextTime() throws IOException {
        TestRepository large = new TestRepository().paging(700);
        for (int i = 0; i < 1_300; i++) {
            large.with("k" + i, "2021-05-05T00:00:00Z");
        }
        large.fault((arguments, answer) -> arguments.getOrDefault("verb", "").equals("ListRecords")
                ? Optional.of(Reply.xml(TestRepository.body(answer)
                        .replaceAll("(?s)<record>.*</record>", "")
                        .replaceAll("<resumptionToken[^>]*>[^<]*<", "<resumptionToken completeListSize='1300'><")))
                : Optional.empty());
        try (LocalServer server = large.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport first = harvests.run();
            Problem problem = harvests.problems().getLast();
            HarvestReport second = harvests.run();

            assertEquals(RunStatus.PARTIAL, first.run().status());
            assertEquals(Reason.LIST_INCOMPLETE, problem.reason());
            assertEquals("1300", problem.place());
            assertEquals("1000", problem.value());
            assertEquals(300, second.run().counts().added());
            assertEquals(1_300, harvests.live().size());
        }
    }

    @Test
    void goesOnWhereARunWasHeldOnceThatIsConfirmed() throws IOException {
        TestRepository large = new TestRepository().paging(50);
        for (int i = 0; i < 300; i++) {
            large.with("k" + i, "2021-05-05T00:00:00Z");
        }
        try (LocalServer server = large.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            large.fault(
                    (arguments, answer) -> arguments.getOrDefault("verb", "").equals("ListRecords")
                            ? Optional.of(Reply.xml(TestRepository.body(answer).replace("<title>", "<title>Жаңа ")))
                            : Optional.empty());
            harvests.stores().registry().confirm("kitap", false);
            large.redated("2026-11-22T05:59:00Z");

            HarvestReport held = harvests.run();
            String token = harvests.checkpoint().token();
            harvests.stores().registry().confirm("kitap", true);
            HarvestReport confirmed = harvests.run();

            assertEquals(RunStatus.HELD, held.run().status());
            assertTrue(held.run().counts().changed() <= 150);
            assertFalse(token.isEmpty(), "it stands before the page that was refused");
            assertEquals(RunStatus.COMPLETE, confirmed.run().status());
            assertEquals(
                    300,
                    held.run().counts().changed() + confirmed.run().counts().changed());
        }
    }
}
