package kz.ortaq.harvesters.oai;

import static kz.ortaq.harvesters.oai.TestEndpoint.endpoint;
import static kz.ortaq.harvesters.oai.TestEndpoint.list;
import static kz.ortaq.harvesters.oai.TestEndpoint.lists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a harvest makes of servers whose clocks are wrong. */
final class ClocksTest {

    private static final String RESPONSE_DATE = "2026-11-22T06:00:05Z";

    private final TestHarvest harvest = new TestHarvest();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00",
                "0000-01-01",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void datesAHarvestByItsOwnClockWhenTheServersIsOfNoUse(String date) throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1").replace(RESPONSE_DATE, date))) {
            Checkpoint end = harvest.of(server);

            assertEquals("2026-11-22T06:01:00Z", end.completedAt());
            assertEquals(List.of(), harvest.problems());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void asksForAllWhenTheStoredMomentIsOfNoUse(String date) throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            harvest.of(server, new Checkpoint("", "oai_dc", "", 0, "", date), Map.of());

            assertEquals(Ending.COMPLETE, harvest.ending());
            assertFalse(lists(server).getFirst().containsKey("from"));
        }
    }

    @Test
    void doesNotLetAServerInTheFutureDateAHarvest() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1").replace(RESPONSE_DATE, "2036-01-01T00:00:00Z"))) {
            Checkpoint end = harvest.of(server);

            assertEquals("2026-11-22T06:01:00Z", end.completedAt());
            assertEquals(List.of(Reason.CLOCK_AHEAD), harvest.reasons());
            assertEquals(Severity.WARNING, harvest.problems().getFirst().severity());
            assertEquals("2036-01-01T00:00:00Z", harvest.problems().getFirst().value());
        }
    }
}
