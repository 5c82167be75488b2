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
                "2026 жылғы 15 қыркүйекке дейін | 2026-09-15",
                "September 15, 2026 | 2026-09-15",
                "Deadline: 15 Sep 2026 | 2026-09-15 last",
                "Приём заявок до 1 октября 2026 года | 2026-10-01 last",
                "с 1 октября 2026 года | 2026-10-01",
                "Өтінім қабылдау мерзімі: 01.10.2026 | 2026-10-01 last",
                "5–7 декабря 2026 года | 2026-12-05; 2026-12-07 end",
                "с 5 по 7 декабря 2026 | 2026-12-05; 2026-12-07 end",
                "15–20.12.2026 | 2026-12-15; 2026-12-20 end",
                "15.12.2026 – 20.12.2026 | 2026-12-15; 2026-12-20 end",
                "2026 жылғы 5-7 желтоқсан | 2026-12-05; 2026-12-07 end",
                "December 5-7, 2026 | 2026-12-05; 2026-12-07 end",
                "Концерт в Доме культуры 5 декабря 2026 | 2026-12-05",
                "Для детей от 6 до 10 лет пройдёт 5 декабря 2026 | 2026-12-05",
                "Organised by the library. The course starts 5 December 2026 | 2026-12-05",
                "Выставка работает до 30 декабря 2026 | 2026-12-30",
                "Заявки рассматривают. Итоги 25 декабря 2026 | 2026-12-25",
                "Құжаттар 2026 жылғы 15 желтоқсанға дейін қабылданады | 2026-12-15 last",
                "Apply before 1 May 2026 | 2026-05-01 last",
                "Register by May 1, 2026 | 2026-05-01 last",
                "ßßﬁ 2026-12-01 | 2026-12-01",
                "10 қыркүйек 2026 жылғы 15 қазан | 2026-09-10",
                "2026-12-01.05.2026 | 2026-12-01",
                "31.02.2026 | ''",
                "жақында | ''",
                "№ 12.13.2026/4 | ''"
            })
    void datesOfThreeLanguagesAreDaysAndMoments(String text, String expected) {
        String read = dates.parse(text).stream()
                .map(date -> date.day()
                        + date.instant().map(instant -> " " + instant).orElse("")
                        + (date.deadline() ? " last" : "")
                        + (date.closing() ? " end" : ""))
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
