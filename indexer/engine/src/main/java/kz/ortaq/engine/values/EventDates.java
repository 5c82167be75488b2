package kz.ortaq.engine.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    // A range names its first day by its number alone: «5–7 декабря 2026», «с 5 по 7 декабря».
    private static final String FIRST = "(?:(?<first>\\d{1,2})(?: ?[–—-] ?| по ))?";
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?:[t ](\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?(z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-])");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\d.])" + FIRST + "(\\d{1,2})[./](\\d{1,2})[./](\\d{4})(?![\\d])");
    private static final Pattern TIME = Pattern.compile(
            "^(?: ?(?:г\\.|года|ж\\.|жылы))?,? {0,2}(?:(?:в|at|сағат|кезінде|до|,) )?(\\d{1,2}):(\\d{2})(?![\\d:])");
    private static final Pattern RANGE = Pattern.compile("(?: ?(?:г\\.|года|ж\\.))? ?[–—-] ?");
    private static final Pattern SENTENCE = Pattern.compile("(?<![ \\d](?:г|ж))[.!?;]\\s|\\n");

    private final Map<String, Integer> months = new HashMap<>();
    private final Pattern dayFirst;
    private final Pattern yearFirst;
    private final Pattern monthFirst;
    private final Pattern lastDay;
    private final Pattern applying;
    private final Pattern until;
    private final Pattern untilBehind;

    /**
     * One date of an announcement.
     *
     * @param written as it stands in the text
     * @param day the day in Kazakhstan
     * @param instant the moment, where a time was told; without a zone it is Kazakhstan's
     * @param deadline whether the text says that it is the last day to apply
     * @param closing whether it is the last day of a range that the date before it begins
     */
    public record EventDate(
            String written, LocalDate day, Optional<Instant> instant, boolean deadline, boolean closing) {}

    public EventDates() {
        Map<String, Object> table = Words.table("dates.yaml");
        Words.lists(table, "months")
                .forEach((number, names) -> names.forEach(name -> months.put(name, Integer.valueOf(number))));
        String names = months.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|", "(", ")\\p{L}{0,6}\\.?"));
        dayFirst = Pattern.compile(
                "(?<!\\d)" + FIRST + "(\\d{1,2})(?:st|nd|rd|th|-?(?:ші|шы|е|го))? " + names + ",? (\\d{4})(?!\\d)");
        yearFirst = Pattern.compile(
                "(?<!\\d)(\\d{4}) (?:жылғы|жылдың|жылы|ж\\.) " + FIRST + "(\\d{1,2})(?:-?(?:ші|шы|і|ы))?[ -]" + names);
        monthFirst =
                Pattern.compile("(?<!\\p{L})" + names + " " + FIRST + "(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)");
        lastDay = Pattern.compile("(?<!\\p{L})(?:" + alternatives(table, "last-day") + ")");
        applying = Pattern.compile("(?<!\\p{L})(?:" + alternatives(table, "applying") + ")");
        until = Pattern.compile("(?<!\\p{L})(?:" + alternatives(table, "until") + ") (?:the )?$");
        untilBehind = Pattern.compile("^\\p{L}{0,5} ?(?:жылға |ж\\. )?(?:" + alternatives(table, "until-behind") + ")");
    }

    private static String alternatives(Map<String, Object> table, String list) {
        return Tables.strings(table, list).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** All dates of a text in their order; days that no calendar has are left out. */
    public List<EventDate> parse(String text) {
        String bounded = text.length() > Words.LONGEST ? text.substring(0, Words.LONGEST) : text;
        String lower = Words.lower(bounded);
        List<Found> found = new ArrayList<>();
        Matcher iso = ISO.matcher(lower);
        while (iso.find()) {
            LocalTime time = time(iso.group(4), iso.group(5));
            String zone = iso.group(6) == null ? null : iso.group(6).toUpperCase(Locale.ROOT);
            add(found, new Found(iso, null, date(iso.group(1), iso.group(2), iso.group(3)), time, zone));
        }
        Matcher dotted = DOTTED.matcher(lower);
        while (dotted.find()) {
            LocalDate first = date(dotted.group(4), dotted.group(3), dotted.group("first"));
            add(found, new Found(dotted, first, date(dotted.group(4), dotted.group(3), dotted.group(2)), null, null));
        }
        for (Pattern pattern : List.of(dayFirst, yearFirst, monthFirst)) {
            Matcher named = pattern.matcher(lower);
            while (named.find()) {
                add(found, named(pattern, named));
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        List<EventDate> dates = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < found.size() && dates.size() < MOST; i++) {
            Found one = found.get(i);
            // «10 қыркүйек 2026 жылғы 15 қазан» is read from its left.
            if (one.start >= before) {
                int next = i + 1 < found.size() ? Math.max(one.end, found.get(i + 1).start) : lower.length();
                addTo(dates, one, lower, before, next);
                before = one.end;
            }
        }
        return List.copyOf(dates);
    }

    /** @param first the first day of a range of which the day is the last */
    private record Found(
            int start,
            int end,
            @Nullable LocalDate first,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable String zone) {

        Found(
                Matcher at,
                @Nullable LocalDate first,
                @Nullable LocalDate day,
                @Nullable LocalTime time,
                @Nullable String zone) {
            this(at.start(), at.end(), first, day, time, zone);
        }
    }

    private void addTo(List<EventDate> dates, Found found, String lower, int before, int next) {
        LocalDate day = Objects.requireNonNull(found.day);
        String written = lower.substring(found.start, found.end);
        boolean last = isDeadline(lower.substring(before, found.start), lower.substring(found.end, next));
        boolean closing = found.first != null
                || !dates.isEmpty()
                        && RANGE.matcher(lower.substring(before, found.start)).matches();
        if (found.first != null) {
            dates.add(new EventDate(written, found.first, Optional.empty(), false, false));
        }
        Matcher clock = TIME.matcher(lower.substring(found.end));
        LocalTime time = found.time == null && clock.find() ? time(clock.group(1), clock.group(2)) : found.time;
        if (time == null) {
            dates.add(new EventDate(written, day, Optional.empty(), last, closing));
            return;
        }
        Instant instant = found.zone == null
                ? day.atTime(time).atZone(KAZAKHSTAN).toInstant()
                : OffsetDateTime.of(day, time, ZoneOffset.of(found.zone)).toInstant();
        dates.add(
                new EventDate(written, instant.atZone(KAZAKHSTAN).toLocalDate(), Optional.of(instant), last, closing));
    }

    /**
     * Whether a date is the last day to apply: its sentence says so («срок подачи»), or speaks of applying and has
     * «до» right before it. In Kazakh «дейін» stands behind the date.
     */
    private boolean isDeadline(String before, String behind) {
        String sentence = before;
        Matcher ends = SENTENCE.matcher(before);
        while (ends.find()) {
            sentence = before.substring(ends.end());
        }
        boolean limit =
                until.matcher(sentence).find() || untilBehind.matcher(behind).find();
        return lastDay.matcher(sentence).find()
                || limit
                        && (applying.matcher(sentence).find()
                                || applying.matcher(firstSentence(behind)).find());
    }

    private static String firstSentence(String text) {
        Matcher ends = SENTENCE.matcher(text);
        return ends.find() ? text.substring(0, ends.start()) : text;
    }

    private static void add(List<Found> found, Found one) {
        if (one.day != null && found.size() < MOST && isZone(one.zone)) {
            found.add(one);
        }
    }

    private static boolean isZone(@Nullable String zone) {
        try {
            return zone == null || ZoneOffset.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Found named(Pattern pattern, Matcher named) {
        // The places of year, day and name; the first day of a range is a group too.
        int year = pattern == yearFirst ? 1 : 4;
        int name = pattern == yearFirst ? 4 : pattern == monthFirst ? 1 : 3;
        int day = pattern == yearFirst ? 3 : pattern == monthFirst ? 3 : 2;
        String month = String.valueOf(months.getOrDefault(named.group(name), 0));
        LocalDate first = date(named.group(year), month, named.group("first"));
        return new Found(named, first, date(named.group(year), month, named.group(day)), null, null);
    }

    private static @Nullable LocalDate date(String year, String month, @Nullable String day) {
        try {
            return day == null
                    ? null
                    : LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
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
