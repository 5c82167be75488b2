package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a title says that sets a schoolbook apart from its neighbours. What it does not say is empty or 0, which is
 * neither equal to nor other than what another title says.
 *
 * @param part the number of the part, volume, book or issue, 0 where none is told
 * @param unit {@code part}, {@code volume}, {@code book} or {@code issue}; empty where {@code part} is 0
 * @param numbers all numbers of the kind, the wider before the narrower: {@code 2.1} for «Т. 2. Ч. 1», {@code 1-2} for
 *     «Т. 1-2»; empty where none is told
 * @param component {@code textbook}, {@code workbook}, {@code teacher-guide} and so on, as the table names them
 * @param components all that it names of these, for «Рабочая тетрадь. Сборник задач» is neither alone
 * @param direction {@code natural-mathematical} or {@code humanities}
 * @param medium the language in which the pupils learn, as ISO 639-1
 * @param target {@code t1} or {@code t2}, as language lessons call the first and the second language
 * @param bareTitle the title without all that, and without its grades, folded for comparing
 */
public record TextbookParts(
        int part,
        String unit,
        String numbers,
        String component,
        List<String> components,
        String direction,
        String medium,
        String target,
        String bareTitle) {

    private static final String NUMBER = "(\\d{1,3}|[ivxіх]{1,6})";
    private static final String EDGE = "(?![\\p{L}\\d])";
    // «в 2-х ч. Ч. 2» tells how many there are before it tells which.
    private static final Pattern COUNT = Pattern.compile(
            "(?<!\\p{L})(?:в|v|in) ?(?:\\d{1,3}|двух|трех|трёх|четырех|two|three)(?:-?(?:х|h|ти|ti|и|мя))? ?(?:частях|част|ч|томах|т|книгах|кн|вып|parts|volumes|ch|t|kn)\\.?"
                    + EDGE + "|(?:екі|үш|төрт|\\d) ?(?:бөлімді|бөлімнен|томдық|кітаптан)\\p{L}*");
    // «В 4 т. 3»: behind how many there are, a number alone tells which.
    private static final Pattern COUNTED =
            Pattern.compile("(?:" + COUNT.pattern() + ")[\\s.,:;)\\]]{1,5}(\\d{1,2})[\\s.)\\]]*$");
    // The wider first.
    private static final List<Unit> UNITS = List.of(
            unit("volume", "т\\.|том|t\\.|tom|vol\\.|volume|v\\.", "томы|том|т\\.|tomy|tom"),
            unit("book", "кн\\.|книга|кітап|kn\\.|kniga|kitap|book", "кітабы|кітап|книга|kitaby|kitap|kniga"),
            unit(
                    "part",
                    "ч\\.|часть|бөлім|бөл\\.|ch\\.|chast|b[oöó]lim|part|pt\\.",
                    "бөлімі|бөлім|часть|ч\\.|b[oöó]limi|b[oöó]lim|chast"),
            unit(
                    "issue",
                    "вып\\.|выпуск|шығ\\.|шығарылым|vyp\\.|vypusk|issue|no\\.",
                    "шығарылымы|шығарылым|выпуск|vypusk"));
    private static final Pattern TARGET = Pattern.compile("(?<![\\p{L}\\d])[«\"(]?([тяtlл])([12])[»\")]?" + EDGE);
    private static final Pattern GRADE = Pattern.compile(
            "(?:для |dlya |dlia )?(?<![\\p{L}\\d])(?:\\d{1,2}|[ivxіх]{1,4})(?: ?[-–—,] ?(?:\\d{1,2}|[ivxіх]{1,4}))*(?:[- ]?(?:го|й|ші|шы|th))?[- ]?(?:сынып|сыныб|syny[pb]|klass|класс|кл\\.|kl\\.|grade)\\p{L}*(?: (?:арналған|оқушыларына))?"
                    + "|(?<!\\p{L})(?:grades?|класс|сынып)[ .:]{1,2}\\d{1,2}(?: ?[-–—,] ?\\d{1,2})*(?!\\d)");
    private static final Pattern GRADE_BEHIND =
            Pattern.compile("[ .,:]{1,3}(?:(?:1[0-2]|\\d) ?[-–—] ?)?(1[0-2]|\\d)[. ]*$");
    private static final TextbookParts NOTHING = new TextbookParts(0, "", "", "", List.of(), "", "", "", "");
    private static final Pattern EMPTY = Pattern.compile("[(\\[«\"][\\s.,]*[)\\]»\"]|\\s[:;,.]+(?=\\s|$)");
    // Without one of these there is no unit, and without one of those no count of units.
    private static final String[] UNIT_SIGNS = {
        "т.", "том", "t.", "tom", "vol", "v.", "кн", "кітап", "кітаб", "kn", "kitap", "kitab", "book", "ч.", "част",
        "бөл", "ch", "lim", "part", "pt.", "вып", "шығ", "vyp", "issue", "no."
    };
    private static final String[] COUNT_SIGNS = {
        "ч", "т", "книг", "кн", "вып", "parts", "vol", "ch", "t", "kn", "бөлім", "кітап"
    };
    private static final Words.Finder COMPONENTS;
    private static final Words.Finder DIRECTIONS;
    private static final Words.Finder MEDIUMS;

    static {
        Map<String, Object> table = Words.table("textbooks.yaml");
        COMPONENTS = new Words.Finder(Words.lists(table, "components"));
        DIRECTIONS = new Words.Finder(Words.lists(table, "directions"));
        MEDIUMS = new Words.Finder(Words.lists(table, "mediums"));
    }

    /** How a unit is written: «1-бөлім», which leaves no doubt, «часть 1», «1 часть». */
    private record Unit(String code, Pattern hyphened, Pattern behind, Pattern before) {

        /** Every number of this unit, each once, from the first pattern that finds any. */
        List<String> numbers(String text) {
            for (Pattern pattern : List.of(hyphened, behind, before)) {
                Set<String> found = new LinkedHashSet<>();
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    String sign = matcher.group(1);
                    int number = Character.isDigit(sign.charAt(0)) ? Integer.parseInt(sign) : Roman.number(sign);
                    if (number > 0) {
                        String last = matcher.groupCount() < 2 ? null : matcher.group(2);
                        found.add(last == null ? String.valueOf(number) : number + "-" + Integer.parseInt(last));
                    }
                }
                if (!found.isEmpty()) {
                    return List.copyOf(found);
                }
            }
            return List.of();
        }

        String without(String text) {
            String rest = hyphened.matcher(text).replaceAll(" ");
            return before.matcher(behind.matcher(rest).replaceAll(" ")).replaceAll(" ");
        }
    }

    public TextbookParts {
        components = List.copyOf(components);
    }

    /** Reads a title together with its subtitle and the like, joined by spaces. */
    public static TextbookParts parse(String title) {
        String lower = Words.lower(title);
        if (lower.isEmpty()) {
            return NOTHING;
        }
        String alone = "";
        String text = lower;
        if (mayHaveCount(lower)) {
            Matcher counted = COUNTED.matcher(lower);
            alone = counted.find() ? counted.group(1) : "";
            text = COUNT.matcher(alone.isEmpty() ? lower : lower.substring(0, counted.start(1)))
                    .replaceAll(" ");
        }
        List<String> numbers = new ArrayList<>();
        int part = alone.isEmpty() ? 0 : Integer.parseInt(alone);
        String unit = part == 0 ? "" : "part";
        for (Unit one : unitsIn(text)) {
            List<String> found = one.numbers(text);
            numbers.addAll(found);
            if (!found.isEmpty() && (unit.isEmpty() || one.code().equals("part"))) {
                part = Integer.parseInt(found.getFirst().replaceFirst("-.*", ""));
                unit = one.code();
            }
        }
        if (!alone.isEmpty()) {
            numbers.add(alone);
        }
        String told = "";
        if (Glance.hasDigit(text)) {
            Matcher target = TARGET.matcher(text);
            told = target.find() ? "t" + target.group(2) : "";
        }
        List<String> components = COMPONENTS.all(text);
        return new TextbookParts(
                part,
                unit,
                String.join(".", numbers),
                components.isEmpty() ? "" : components.getFirst(),
                components,
                DIRECTIONS.find(text),
                MEDIUMS.find(text),
                told,
                bare(text));
    }

    private static boolean mayHaveCount(String lower) {
        return (Glance.hasDigit(lower)
                        || Glance.hasAny(lower, "двух", "тр", "четырех", "two", "three", "екі", "үш", "төрт"))
                && Glance.hasAny(lower, COUNT_SIGNS);
    }

    /** The units of which a text may tell the number. */
    private static List<Unit> unitsIn(String text) {
        return Glance.mayHaveNumber(text) && Glance.hasAny(text, UNIT_SIGNS) ? UNITS : List.of();
    }

    /** Whether a title is the number of a part and nothing else: «Вып. 13», «3-том», “Part 2”. */
    public static boolean isPartAlone(String title) {
        String text = Words.lower(title);
        String rest = text;
        for (Unit unit : unitsIn(text)) {
            rest = unit.without(rest);
        }
        return !rest.equals(text) && Words.folded(rest).isEmpty();
    }

    private static String bare(String text) {
        String bare = text;
        for (Unit unit : unitsIn(text)) {
            bare = unit.without(bare);
        }
        bare = Glance.hasDigit(bare) ? TARGET.matcher(bare).replaceAll(" ") : bare;
        for (Words.Finder finder : List.of(COMPONENTS, DIRECTIONS, MEDIUMS)) {
            bare = finder.without(bare);
        }
        bare = Glance.hasAny(bare, "(", "[", "«", "\"", ":", ";", ",", ".")
                ? EMPTY.matcher(bare).replaceAll(" ").strip()
                : bare.strip();
        Grades grades = Grades.inTitle(bare);
        if (!grades.isEmpty()) {
            bare = GRADE.matcher(bare).replaceAll(" ");
            Matcher behind = GRADE_BEHIND.matcher(bare);
            // A number behind all else is the grade once more, or another book of a row.
            if (behind.find() && grades.grades().contains(Integer.parseInt(behind.group(1)))) {
                bare = bare.substring(0, behind.start());
            }
        }
        String folded = Words.folded(bare);
        return folded.isEmpty() ? Words.folded(text) : folded;
    }

    private static Unit unit(String code, String behind, String before) {
        return new Unit(code, hyphened(before), behind(behind), before(before));
    }

    private static Pattern behind(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + words + ")(?:[ :№]{1,3}|(?<=\\.)|(?=\\d))" + NUMBER
                        + "(?:[-–/](\\d{1,3})(?![\\p{L}\\d]| ?-? ?(?:класс|сынып|кл\\.|grade)))?(?![\\p{L}\\d]|-?(?:е|ое) изд| ?-? ?(?:го |й |ші |шы )?(?:класс|сынып|кл\\.|grade))");
    }

    private static Pattern hyphened(String words) {
        return Pattern.compile("(?<![\\p{L}\\d])" + NUMBER + "(?: ?- ?| ?-? ?(?:я|ая|ші|шы|інші|ыншы|й|ый) )(?:" + words
                + ")(?![\\p{L}])");
    }

    private static Pattern before(String words) {
        return Pattern.compile("(?<![\\p{L}\\d])" + NUMBER + "(?: ?-? ?(?:я|ая|ші|шы|інші|ыншы|й|ый))?[ -]{0,3}(?:"
                + words + ")(?![\\p{L}])");
    }
}
