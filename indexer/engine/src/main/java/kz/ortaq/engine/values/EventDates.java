package kz.ortaq.engine.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.ortaq.config.Tables;
import org.jspecify.annotations.Nullable;

/** Dates of courses, events and contests, in text or ISO 8601. Immutable. */
public final class EventDates {

    /** All of Kazakhstan since 1 March 2024: UTC+5. */
    public static final ZoneId KAZAKHSTAN = ZoneId.of("Asia/Almaty");

    private static final int MOST = 20;
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-])");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\d.])(\\d{1,2})[./](\\d{1,2})[./](\\d{4})(?![\\d])");
    private static final Pattern TIME = Pattern.compile(
            "^(?: ?(?:г\\.|года|ж\\.|жылы))?,? {0,2}(?:(?:в|at|сағат|кезінде|до|,) )?(\\d{1,2}):(\\d{2})(?![\\d:])");

    private static final Pattern UNTIL = Pattern.compile("^\\p{L}{0,5} ?(?:жылға |ж\\. )?дейін");

    private final Map<String, Integer> months = new HashMap<>();
    private final Pattern dayFirst;
    private final Pattern yearFirst;
    private final Pattern monthFirst;
    private final Pattern deadline;

    /**
     * One date of an announcement.
     *
     * @param written as it stands in the text
     * @param day the day in Kazakhstan
     * @param instant the moment, where a time was told; without a zone it is Kazakhstan's
     * @param deadline whether the text says that it is the last day to apply
     */
    public record EventDate(String written, LocalDate day, Optional<Instant> instant, boolean deadline) {}

    public EventDates() {
        Map<String, Object> table = Words.table("dates.yaml");
        Words.lists(table, "months")
                .forEach((number, names) -> names.forEach(name -> months.put(name, Integer.valueOf(number))));
        String names = months.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|", "(", ")\\p{L}{0,6}\\.?"));
        dayFirst =
                Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|-?(?:ші|шы|е|го))? " + names + ",? (\\d{4})(?!\\d)");
        yearFirst = Pattern.compile(
                "(?<!\\d)(\\d{4}) (?:жылғы|жылдың|жылы|ж\\.) (\\d{1,2})(?:-?(?:ші|шы|і|ы))?[ -]" + names);
        monthFirst = Pattern.compile("(?<!\\p{L})" + names + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)");
        deadline = Pattern.compile(Tables.strings(table, "deadline").stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L}{4})")));
    }

    /** All dates of a text in their order; days that no calendar has are left out. */
    public List<EventDate> parse(String text) {
        String bounded = text.length() > Words.LONGEST ? text.substring(0, Words.LONGEST) : text;
        String lower = Words.lower(bounded);
        List<Found> found = new ArrayList<>();
        Matcher iso = ISO.matcher(lower.toUpperCase(Locale.ROOT));
        while (iso.find()) {
            LocalTime time = time(iso.group(4), iso.group(5));
            add(found, iso, date(iso.group(1), iso.group(2), iso.group(3)), time, iso.group(6));
        }
        Matcher dotted = DOTTED.matcher(lower);
        while (dotted.find()) {
            add(found, dotted, date(dotted.group(3), dotted.group(2), dotted.group(1)), null, null);
        }
        for (Pattern pattern : List.of(dayFirst, yearFirst, monthFirst)) {
            Matcher named = pattern.matcher(lower);
            while (named.find()) {
                add(found, named, named(pattern, named), null, null);
            }
        }
        found.sort((one, other) -> Integer.compare(one.start, other.start));
        List<EventDate> dates = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < Math.min(found.size(), MOST); i++) {
            int next = i + 1 < found.size() ? found.get(i + 1).start : lower.length();
            dates.add(event(found.get(i), lower, before, next));
            before = found.get(i).end;
        }
        return List.copyOf(dates);
    }

    private record Found(
            int start,
            int end,
            LocalDate day,
            @Nullable LocalTime time,
            @Nullable String zone) {}

    private EventDate event(Found found, String lower, int before, int next) {
        Matcher clock = TIME.matcher(lower.substring(found.end));
        LocalTime time = found.time == null && clock.find() ? time(clock.group(1), clock.group(2)) : found.time;
        // «… 15 маусымға дейін»: in Kazakh the word stands behind the date; elsewhere before.
        boolean last = deadline.matcher(lower.substring(Math.max(before, found.start - 60), found.start))
                        .find()
                || UNTIL.matcher(lower.substring(found.end, next)).find();
        String written = lower.substring(found.start, found.end);
        if (time == null) {
            return new EventDate(written, found.day, Optional.empty(), last);
        }
        Instant instant = found.zone == null
                ? found.day.atTime(time).atZone(KAZAKHSTAN).toInstant()
                : OffsetDateTime.of(found.day, time, ZoneOffset.of(found.zone)).toInstant();
        return new EventDate(written, instant.atZone(KAZAKHSTAN).toLocalDate(), Optional.of(instant), last);
    }

    private static void add(
            List<Found> found, Matcher at, @Nullable LocalDate day, @Nullable LocalTime time, @Nullable String zone) {
        if (day != null && found.size() < MOST && isZone(zone)) {
            found.add(new Found(at.start(), at.end(), day, time, zone));
        }
    }

    private static boolean isZone(@Nullable String zone) {
        try {
            return zone == null || ZoneOffset.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private @Nullable LocalDate named(Pattern pattern, Matcher named) {
        boolean month = pattern == monthFirst;
        boolean year = pattern == yearFirst;
        String name = named.group(month ? 1 : year ? 3 : 2);
        String number = String.valueOf(months.getOrDefault(name, 0));
        return date(named.group(year ? 1 : 3), number, named.group(month ? 2 : year ? 2 : 1));
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalTime time(@Nullable String hour, @Nullable String minute) {
        try {
            return hour == null || minute == null
                    ? null
                    : LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
