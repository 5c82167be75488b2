package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Test;

final class RhythmTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Instant STARTED =
            ZonedDateTime.of(2026, 11, 24, 2, 0, 0, 0, ALMATY).toInstant();
    private static final Instant ENDED = STARTED.plus(Duration.ofMinutes(20));

    @Test
    void aSourceThatWasNeverHarvestedIsDueAtOnce() throws Exception {
        assertEquals(
                Optional.of(Instant.EPOCH),
                rhythm().next(source("semey", ""), new Rhythm.Past(Optional.empty(), 0, false)));
    }

    @Test
    void harvestsEachSourceOnceANightAtAMinuteOfItsOwn() throws Exception {
        Rhythm rhythm = rhythm();
        Map<Integer, Integer> perHour = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            Instant next = rhythm.next(source("кітапхана-" + i, ""), past(RunStatus.COMPLETE, 0))
                    .orElseThrow();
            ZonedDateTime local = next.atZone(ALMATY);
            perHour.merge(local.getHour(), 1, Integer::sum);
            assertTrue(next.isAfter(STARTED.plus(Duration.ofHours(6))), local::toString);
            assertTrue(next.isBefore(STARTED.plus(Duration.ofHours(29))), local::toString);
        }

        assertEquals(List.of(0, 1, 2, 3, 4, 5, 22, 23), List.copyOf(perHour.keySet()));
        assertTrue(perHour.values().stream().allMatch(count -> count > 80), perHour::toString);
    }

    @Test
    void keepsItsMinuteFromNightToNight() throws Exception {
        Rhythm rhythm = rhythm();
        Instant first =
                rhythm.next(source("semey", ""), past(RunStatus.COMPLETE, 0)).orElseThrow();

        Instant second = rhythm.next(source("semey", ""), past(RunStatus.COMPLETE, first, first))
                .orElseThrow();

        assertEquals(first.plus(Duration.ofDays(1)), second);
    }

    @Test
    void followsTheRhythmOfTheSource() throws Exception {
        Rhythm.Past past = past(RunStatus.COMPLETE, 0);

        assertEquals(Optional.of(STARTED.plus(Duration.ofHours(6))), rhythm().next(source("a", "6h"), past));
        assertEquals(Optional.of(STARTED.plus(Duration.ofDays(7))), rhythm().next(source("a", "7d"), past));
        assertEquals(Optional.empty(), rhythm().next(source("a", "never"), past));
        assertEquals(
                Optional.of(STARTED.plus(Duration.ofHours(6))),
                rhythm("harvest.every-hours=0").next(source("a", "6h"), past));
        assertEquals(Optional.empty(), rhythm("harvest.every-hours=0").next(source("a", ""), past));
        assertEquals(
                Optional.of(STARTED.plus(Duration.ofHours(5))),
                rhythm("harvest.every-hours=5").next(source("a", ""), past));
    }

    @Test
    void slowsDownWithEachFailureUpToAWeek() throws Exception {
        Rhythm rhythm = rhythm();
        List<Long> hours = List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 168L, 168L);
        for (int i = 0; i < hours.size(); i++) {
            assertEquals(
                    Optional.of(ENDED.plus(Duration.ofHours(hours.get(i)))),
                    rhythm.next(source("a", ""), past(RunStatus.FAILED, i + 1)));
        }
    }

    @Test
    void goesOnSoonWithARunThatWasCutShortButNeverLaterThanUsual() throws Exception {
        assertEquals(
                Optional.of(ENDED.plus(Duration.ofHours(1))),
                rhythm().next(source("a", "6h"), past(RunStatus.PARTIAL, 1)));
        assertEquals(
                Optional.of(STARTED.plus(Duration.ofHours(6))),
                rhythm().next(source("a", "6h"), past(RunStatus.PARTIAL, 9)));
    }

    @Test
    void goesOnAtOnceWithARunThatAPersonLetThrough() throws Exception {
        HarvestRun held = run(RunStatus.HELD, STARTED, ENDED);

        assertEquals(
                Optional.of(STARTED), rhythm().next(source("a", "7d"), new Rhythm.Past(Optional.of(held), 0, true)));
        assertEquals(
                Optional.of(STARTED.plus(Duration.ofDays(7))),
                rhythm().next(source("a", "7d"), new Rhythm.Past(Optional.of(held), 0, false)));
    }

    @Test
    void understandsHoursDaysAndNever() {
        for (String every : List.of("1h", "6h", "7d", "never")) {
            assertTrue(Rhythm.understands(every), every);
        }
        for (String every : List.of("", "0h", "h", "6", "6 сағат", "-1d", "99999h")) {
            assertFalse(Rhythm.understands(every), every);
        }
    }

    private static Rhythm rhythm(String... settings) throws Exception {
        Settings read = SettingsReader.read(Path.of("none.yaml"), List.of(settings));
        return new Rhythm(read.harvest());
    }

    private static Source source(String id, String every) {
        Map<String, String> options = every.isEmpty() ? Map.of() : Map.of(Source.EVERY, every);
        return new Source(id, "semey", SourceKind.OAI, "https://e.kz/oai", options, Source.State.ACTIVE);
    }

    private static Rhythm.Past past(RunStatus status, int unfinished) {
        return new Rhythm.Past(Optional.of(run(status, STARTED, ENDED)), unfinished, false);
    }

    private static Rhythm.Past past(RunStatus status, Instant started, Instant ended) {
        return new Rhythm.Past(Optional.of(run(status, started, ended)), 0, false);
    }

    private static HarvestRun run(RunStatus status, Instant started, Instant ended) {
        return new HarvestRun(1, "a", status, Counts.NONE, 0, started, ended);
    }
}
