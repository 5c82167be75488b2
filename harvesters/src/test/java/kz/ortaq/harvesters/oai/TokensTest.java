package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that lie: a list ends, says why, and is never called complete without being so. */
final class TokensTest {

    private static final int RECORDS = 23;

    @TempDir
    private Path folder;

    private final TestRepository repository = new TestRepository().withMonths(1, RECORDS);

    private static Optional<Reply> with(Reply answer, String token) {
        String body = TestRepository.body(answer);
        String without =
                body.replaceAll("<resumptionToken[^>]*+>[^<]*+</resumptionToken>|<resumptionToken[^>]*+/>", "");
        return Optional.of(Reply.xml(without.replaceAll("</(List\\w+)>", token + "</$1>")));
    }

    private static boolean lists(Map<String, String> arguments) {
        return arguments.getOrDefault("verb", "").startsWith("List") && !arguments.containsValue("ListMetadataFormats");
    }

    private static boolean lastPage(Reply answer) {
        return !TestRepository.body(answer).matches("(?s).*<resumptionToken[^>/]*+>[^<]++<.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noRecordsMatch", "empty list", "own token", "first token"})
    void endsAListThatGivesATokenThoughNothingFollows(String leadsTo) throws IOException {
        repository.fault((arguments, answer) -> {
            if (!lists(arguments)) {
                return Optional.empty();
            }
            String asked = arguments.getOrDefault("resumptionToken", "");
            if (asked.equals("end")) {
                return Optional.of(Reply.xml(
                        leadsTo.equals("noRecordsMatch")
                                ? TestEndpoint.error("noRecordsMatch")
                                : TestEndpoint.list("").replace("ListRecords", arguments.get("verb"))));
            }
            String own = leadsTo.equals("own token") ? asked : leadsTo.equals("first token") ? "||5" : "end";
            return lastPage(answer)
                    ? with(answer, "<resumptionToken completeListSize='" + RECORDS + "'>" + own + "</resumptionToken>")
                    : Optional.empty();
        });
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(RECORDS, harvests.live().size());
            assertTrue(report.run().problems() <= 2);
        }
    }

    @Test
    void endsAnEndlessListOfNothing() throws IOException {
        AtomicInteger number = new AtomicInteger();
        repository.fault((arguments, answer) -> lists(arguments) && arguments.containsKey("resumptionToken")
                ? with(
                        Reply.xml(TestEndpoint.list("").replace("ListRecords", arguments.get("verb"))),
                        "<resumptionToken>t" + number.incrementAndGet() + "</resumptionToken>")
                : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertTrue(harvests.reasons().contains(Reason.TOKEN_REPEATED));
            assertEquals(RunStatus.COMPLETE, report.run().status(), "windows of one page each have it all");
            assertEquals(RECORDS, harvests.live().size());
        }
    }

    @Test
    void neverCallsCompleteWhatOnlyGivesOnePageForEveryToken() throws IOException {
        Map<String, Reply> first = new HashMap<>();
        AtomicInteger number = new AtomicInteger();
        repository.silent().ignoringDates().fault((arguments, answer) -> {
            if (!lists(arguments)) {
                return Optional.empty();
            }
            Reply page = first.computeIfAbsent(arguments.get("verb"), verb -> answer);
            return with(page, "<resumptionToken>t" + number.incrementAndGet() + "</resumptionToken>");
        });
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.PARTIAL, report.run().status());
            assertEquals(5, harvests.live().size());
            assertTrue(harvests.problems().stream()
                    .anyMatch(problem ->
                            problem.reason() == Reason.TOKEN_REPEATED && problem.severity() == Severity.ERROR));
            assertEquals("", harvests.checkpoint().completedAt());
            assertTrue(repository.requests().size() < 60, "bounded");
        }
    }

    @Test
    void dividesAListThatLeadsInACircle() throws IOException {
        repository
                .silent()
                .fault((arguments, answer) ->
                        arguments.getOrDefault("resumptionToken", "").equals("||10")
                                ? with(answer, "<resumptionToken>||5</resumptionToken>")
                                : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(RECORDS, harvests.live().size());
            assertTrue(harvests.reasons().contains(Reason.TOKEN_REPEATED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<resumptionToken/>",
                "<resumptionToken></resumptionToken>",
                "<resumptionToken completeListSize='23' cursor='20'/>"
            })
    void takesATokenWithoutTextForTheEnd(String token) throws IOException {
        repository.fault(
                (arguments, answer) -> lists(arguments) && lastPage(answer) ? with(answer, token) : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(List.of(), harvests.reasons());
            assertEquals(RECORDS, harvests.live().size());
        }
    }

    @Test
    void noticesAListThatEndsTooEarlyAndHasTheRestOneByOne() throws IOException {
        repository.fault(
                (arguments, answer) -> arguments.getOrDefault("verb", "").equals("ListRecords")
                                && arguments.getOrDefault("resumptionToken", "").equals("||10")
                        ? with(answer, "")
                        : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(RECORDS, harvests.live().size());
            assertFalse(harvests.checkpoint().gaps());
        }
    }

    @Test
    void callsPartialAListThatEndsTooEarlyWhereNoOtherListTells() throws IOException {
        repository.fault((arguments, answer) -> {
            if (arguments.getOrDefault("verb", "").equals("ListIdentifiers")) {
                return Optional.of(Reply.xml(TestEndpoint.error("badVerb")));
            }
            return arguments.getOrDefault("resumptionToken", "").equals("||10") ? with(answer, "") : Optional.empty();
        });
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.PARTIAL, report.run().status());
            assertTrue(harvests.reasons().contains(Reason.LIST_INCOMPLETE));
            assertTrue(harvests.checkpoint().gaps());
        }
    }

    @Test
    void keepsItsPlaceWhenTheServerGoesAwayOnTheWay() throws IOException {
        repository.fault((arguments, answer) -> arguments.containsKey("resumptionToken")
                ? Optional.of(Reply.of(503, "<h1>қызмет көрсетілмейді</h1>"))
                : Optional.empty());
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.PARTIAL, report.run().status());
            assertEquals("||5", harvests.checkpoint().token());
            repository.healed();
            assertEquals(RunStatus.COMPLETE, harvests.run().run().status());
            assertEquals(RECORDS, harvests.live().size());
        }
    }

    @Test
    void beginsAWholeListAgainWhenATokenIsForgottenOnce() throws IOException {
        AtomicInteger forgotten = new AtomicInteger();
        repository.forgetting(
                arguments -> "||15".equals(arguments.get("resumptionToken")) && forgotten.getAndIncrement() == 0);
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(List.of(Reason.TOKEN_EXPIRED), harvests.reasons());
            assertEquals(RECORDS, harvests.live().size());
        }
    }
}
