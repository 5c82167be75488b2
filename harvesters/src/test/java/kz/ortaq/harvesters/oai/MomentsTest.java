package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How moments are read that servers write. */
final class MomentsTest {

    @Test
    void readsSecondsAsTheFormatterOfTheJdkDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            String written = "%04d-%02d-%02dT%02d:%02d:%02dZ"
                    .formatted(
                            1_000 + random.nextInt(9_000),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62));

            assertEquals(byTheJdk(written), Moments.read(written), () -> written + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T06:00:05Z, 2026-11-22T06:00:05Z",
        "2026-11-22T06:00:05z, 2026-11-22T06:00:05Z",
        "2026-11-22T24:00:00Z, 2026-11-23T00:00:00Z",
        "2026-11-22T06:00:05.5Z, 2026-11-22T06:00:05.500Z",
        "2026-11-22T06:00:05+05:00, 2026-11-22T01:00:05Z",
        "2026-11-22T06:00:05, 2026-11-22T06:00:05Z",
        "2026-11-22, 2026-11-22T00:00:00Z",
    })
    void readsEveryFormThatServersUse(String written, Instant moment) {
        assertEquals(Optional.of(moment), Moments.read(' ' + written + '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "кеше",
                "вчера",
                "yesterday",
                "2026-13-22T06:00:05Z",
                "2026-02-30T06:00:05Z",
                "2026-11-22T06:00:61Z",
                "2026-11-22 06:00:05Z",
                "٢٠٢٦-11-22T06:00:05Z",
                "0999-11-22T06:00:05Z"
            })
    void takesNothingElseForAMoment(String written) {
        assertEquals(Optional.empty(), Moments.read(written));
    }

    private static Optional<Instant> byTheJdk(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
