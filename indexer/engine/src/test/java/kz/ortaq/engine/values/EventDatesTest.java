package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventDatesTest {

    private final EventDates dates = new EventDates();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-01 | 2026-09-01",
                "2026-09-01T10:00:00Z | 2026-09-01 2026-09-01T10:00:00Z",
                "2026-09-01T22:00:00+00:00 | 2026-09-02 2026-09-01T22:00:00Z",
                "2026-09-01T10:00 | 2026-09-01 2026-09-01T05:00:00Z",
                "01.09.2026 в 15:00 | 2026-09-01 2026-09-01T10:00:00Z",
                "15 сентября 2026 г., 18:30 | 2026-09-15 2026-09-15T13:30:00Z",
                "2026 жылғы 15 қыркүйек | 2026-09-15",
                "2026 жылғы 15 қыркүйекке дейін | 2026-09-15 last",
                "September 15, 2026 | 2026-09-15",
                "Deadline: 15 Sep 2026 | 2026-09-15 last",
                "Приём заявок до 1 октября 2026 года | 2026-10-01 last",
                "с 1 октября 2026 года | 2026-10-01",
                "Өтінім қабылдау мерзімі: 01.10.2026 | 2026-10-01 last",
                "31.02.2026 | ''",
                "жақында | ''",
                "№ 12.13.2026/4 | ''"
            })
    void datesOfThreeLanguagesAreDaysAndMoments(String text, String expected) {
        String read = dates.parse(text).stream()
                .map(date -> date.day()
                        + date.instant().map(instant -> " " + instant).orElse("")
                        + (date.deadline() ? " last" : ""))
                .collect(Collectors.joining("; "));

        assertEquals(expected, read);
    }

    @Test
    void tellsTheEventFromTheDeadline() {
        var read = dates.parse("Байқау 20 қараша 2026 өтеді, өтінім 10 қараша 2026 дейін");

        assertEquals(2, read.size());
        assertEquals("false true", read.get(0).deadline() + " " + read.get(1).deadline());
    }

    @Test
    void kazakhstanIsFiveHoursAheadSinceMarch2024() {
        var rules = EventDates.KAZAKHSTAN.getRules();

        assertEquals(ZoneOffset.ofHours(6), rules.getOffset(Instant.parse("2024-02-28T00:00:00Z")));
        assertEquals(ZoneOffset.ofHours(5), rules.getOffset(Instant.parse("2024-03-02T00:00:00Z")));
    }
}
