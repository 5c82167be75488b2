package kz.ortaq.engine.values;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grades of school, 0 to 12, that a text names; 0 is the year before school.
 *
 * @param grades each grade once, ascending; empty where the text names none
 */
public record Grades(List<Integer> grades) {

    private static final Grades NONE = new Grades(List.of());
    private static final String NUMBER = "(?:1[0-2]|\\d)";
    private static final String ORDINAL = "(?: ?-? ?(?:ші|шы|інші|ыншы|й|го|ый|ой|му|м|th|st|nd|rd)(?!\\p{L}))?";
    private static final String ROMAN = "[ivxіх]{1,4}";
    private static final String AND = " ?(?:[-–—,/&(]|и|және|мен|пен|and) ?";
    private static final String LIST = NUMBER + ORDINAL + "(?:" + AND + NUMBER + ORDINAL + "\\)?){0,11}";
    private static final String CLASS =
            "(?:сынып(?!тық (?:мект|учил|орыс))|сыныб|syny[pb]|klass|класс(?!ификац|ик|[аы]? (?:опасн|точн|чист|тармағ)|н)|кл\\.|кл$|kl\\.|kl$|grades?(?!\\p{L}))";
    private static final Pattern BEFORE =
            Pattern.compile("(?<![\\d.,\\p{L}])(" + LIST + ") ?-? ?(?:[«\"„(]?\\p{L}[»\"“)]? )?" + CLASS);
    private static final Pattern BEFORE_ROMAN = Pattern.compile(
            "(?<![\\p{L}\\d])(" + ROMAN + "(?: ?[-–—,] ?" + ROMAN + "){0,11})" + ORDINAL + " ?-? ?" + CLASS);
    private static final Pattern AFTER =
            Pattern.compile("(?<![\\p{L}\\d]|\\d[- ])(?:grades?|класс(?:ы|ов|а)?|сынып(?:тар)?|сыныбы|year)[ :.№]{1,3}("
                    + LIST + ")(?![\\d\\p{L}])(?! ?-? ?(?:е |ое |бөлім|часть|жыл|год))");
    private static final Pattern AFTER_ROMAN = Pattern.compile("(?<!\\p{L})(?:grade|класс|сынып)[ :.]{1,3}(" + ROMAN
            + ")(?![\\d\\p{L}])(?! ?-? ?(?:бөлім|часть|ч\\.|том))");
    private static final List<Pattern> PATTERNS = List.of(BEFORE, BEFORE_ROMAN, AFTER, AFTER_ROMAN);
    private static final Pattern ALONE =
            Pattern.compile("(" + LIST + ")(?: ?-? ?[«\"„]?(?!е|й|м|х|я)[\\p{L}&&[^a-z]][»\"“]?)?\\.?");
    private static final Pattern BEHIND_SUBJECT = Pattern.compile("^\\p{L}[\\p{L} ,-]{2,60}[ .,:(–—-]{1,4}(" + LIST
            + ")(?: ?[«\"]\\p{L}[»\"])?[).]?(?:$|[. ]{0,2}[(/:«].*|\\. (?!\\d|бөлім|часть|том|изд).*)");
    private static final Pattern BEFORE_SCHOOL =
            Pattern.compile("мектепалды|предшкол|мектеп жасына дейінгі даярл|pre-?school class");
    private static final Pattern ONE = Pattern.compile("(" + NUMBER + "|" + ROMAN + ")" + ORDINAL + "( ?[-–—] ?)?");
    private static final List<String> SUBJECTS = Words.table("textbooks.yaml").get("subjects") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();

    public Grades {
        grades = List.copyOf(grades);
    }

    /** Reads what a record says of its audience, where a number alone is a grade. */
    public static Grades parse(String text) {
        String lower = Words.lower(text);
        Matcher alone = ALONE.matcher(lower);
        return alone.matches() ? of(alone.group(1)) : in(lower);
    }

    /** Reads a title or a note, where a number is a grade only beside the word, or behind the name of a subject. */
    public static Grades inTitle(String text) {
        return in(Words.lower(text));
    }

    /** The first grade, -1 where there is none. */
    public int from() {
        return grades.isEmpty() ? -1 : grades.getFirst();
    }

    /** The last grade, -1 where there is none. */
    public int to() {
        return grades.isEmpty() ? -1 : grades.getLast();
    }

    /** Whether the text names no grade, which says nothing. */
    public boolean isEmpty() {
        return grades.isEmpty();
    }

    private static Grades in(String lower) {
        boolean number = Glance.mayHaveNumber(lower);
        if (!number && !Glance.hasAny(lower, "мектеп", "предшкол", "pre")) {
            return NONE;
        }
        SortedSet<Integer> all = new TreeSet<>();
        boolean named = number && Glance.hasAny(lower, "сын", "syn", "клас", "klas", "кл", "kl", "grade", "year");
        for (Pattern pattern : named ? PATTERNS : List.<Pattern>of()) {
            Matcher found = pattern.matcher(lower);
            while (found.find()) {
                all.addAll(of(found.group(1)).grades());
            }
        }
        if (all.isEmpty() && BEFORE_SCHOOL.matcher(lower).find()) {
            all.add(0);
        }
        if (all.isEmpty() && number && SUBJECTS.stream().anyMatch(lower::startsWith)) {
            Matcher behind = BEHIND_SUBJECT.matcher(lower);
            if (behind.matches()) {
                return of(behind.group(1));
            }
        }
        return all.isEmpty() ? NONE : new Grades(List.copyOf(all));
    }

    private static Grades of(String list) {
        SortedSet<Integer> all = new TreeSet<>();
        Matcher one = ONE.matcher(list);
        int before = -1;
        while (one.find()) {
            String sign = one.group(1);
            int grade = Character.isDigit(sign.charAt(0)) ? Integer.parseInt(sign) : Roman.number(sign);
            if (grade > 12 || grade == 0 && !sign.equals("0")) {
                before = -1;
                continue;
            }
            for (int between = before; before >= 0 && between < grade; between++) {
                all.add(between);
            }
            all.add(grade);
            before = one.group(2) == null ? -1 : grade;
        }
        return new Grades(List.copyOf(all));
    }
}
