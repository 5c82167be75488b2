package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told where the list of identifiers cannot be had: the trouble itself, by the name that it has elsewhere. */
final class ComparingFaultsTest {

    @TempDir
    private Path folder;

    private final TestRepository repository =
            new TestRepository().withMonths(1, 23).says("YYYY-MM-DDThh:mm:ssZ", "no", "2020-01-01T00:00:00Z");

    private static Reply spoilt(String fault, Reply answer) {
        String body = TestRepository.body(answer);
        return switch (fault) {
            case "empty" -> Reply.xml("");
            case "blank" -> Reply.xml(" \r\n");
            case "web page" -> Reply.of(200, "<!DOCTYPE html><html><body><h1>Кітапхана</h1><p>Қош келдіңіз!");
            case "other answer" -> Reply.xml(TestEndpoint.IDENTIFY);
            case "list cut off" -> Reply.xml(body.substring(0, body.length() / 2));
            case "connection cut off" -> cutOff(body.substring(0, body.length() / 2));
            case "connection cut off at once" -> cutOff("<?xml version=\"1.0\"");
            case "busy" -> Reply.of(503, "<h1>Сервер занят</h1>");
            case "failing" -> Reply.of(500, "<h1>Қате</h1>");
            case "gone" -> Reply.of(404, "жоқ");
            default -> throw new IllegalArgumentException(fault);
        };
    }

    private static Reply cutOff(String sent) {
        return new Reply(200, Map.of("Content-Type", "text/xml"), sent.getBytes(StandardCharsets.UTF_8), 1_000);
    }

    private static boolean isThirdPage(Map<String, String> arguments) {
        return arguments.getOrDefault("resumptionToken", "").endsWith("|10");
    }

    private HarvestReport compare(StoredHarvests harvests, Predicate<Map<String, String>> when, String fault) {
        harvests.run();
        repository.fault((arguments, answer) ->
                arguments.getOrDefault("verb", "").equals("ListIdentifiers") && when.test(arguments)
                        ? Optional.of(spoilt(fault, answer))
                        : Optional.empty());
        harvests.later(Duration.ofDays(8));
        return harvests.run();
    }

    @ParameterizedTest
    @CsvSource({
        "empty, ANSWER_EMPTY",
        "blank, ANSWER_EMPTY",
        "web page, NOT_OAI",
        "other answer, NOT_OAI",
        "connection cut off at once, PAGE_TRUNCATED",
        "busy, HTTP_STATUS"
    })
    void tellsWhatEndedAListOfIdentifiersAsOfAnyOther(String fault, Reason reason) throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = compare(harvests, ComparingFaultsTest::isThirdPage, fault);

            assertEquals(List.of(reason, Reason.LISTS_NOT_COMPARED), harvests.reasons());
            Problem problem = harvests.problems().getFirst();
            assertTrue(problem.place().startsWith("ListIdentifiers, "), problem.place());
            assertTrue(problem.place().contains("page 3"), problem.place());
            assertEquals(Severity.WARNING, problem.severity());
            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(23, harvests.live().size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "list cut off, PAGE_TRUNCATED",
        "connection cut off, PAGE_TRUNCATED",
        "failing, SLICE_SKIPPED",
        "gone, HTTP_STATUS"
    })
    void comparesNothingWhereNoWindowOfTheListCanBeHad(String fault, Reason reason) throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            HarvestReport report = compare(harvests, arguments -> true, fault);

            assertTrue(harvests.reasons().contains(reason), () -> String.valueOf(harvests.reasons()));
            assertEquals(Reason.LISTS_NOT_COMPARED, harvests.reasons().getLast());
            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(23, harvests.live().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list cut off", "connection cut off", "failing"})
    void comparesWindowByWindowWhereOnePageOfTheListCannotBeHad(String fault) throws IOException {
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            repository.without("r3"::equals);

            compare(harvests, ComparingFaultsTest::isThirdPage, fault);

            assertFalse(harvests.reasons().contains(Reason.LISTS_NOT_COMPARED));
            assertEquals(22, harvests.live().size());
        }
    }

    @Test
    void namesTheTroubleOfARecordThatIsListedAndNotGiven() throws IOException {
        repository.fault((arguments, answer) -> switch (arguments.getOrDefault("verb", "")) {
            case "ListRecords" ->
                Optional.of(Reply.xml(TestRepository.body(answer)
                        .replaceAll("<record><header><identifier>r9</identifier>.*?</record>", "")));
            case "GetRecord" -> Optional.of(Reply.xml(""));
            default -> Optional.empty();
        });
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);

            harvests.run();

            Problem problem = harvests.problems().getFirst();
            assertEquals(Reason.RECORD_NOT_GIVEN, problem.reason());
            assertEquals("r9", problem.place());
            assertEquals("answer-empty", problem.value());
        }
    }
}
