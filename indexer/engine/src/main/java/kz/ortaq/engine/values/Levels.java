package kz.ortaq.engine.values;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For which level of learning a resource is meant, by class numbers, coded data and words. */
public final class Levels {

    /** The levels, from the youngest on; {@code GENERAL} is for readers outside of learning. */
    public enum Level {
        PRESCHOOL,
        SCHOOL,
        COLLEGE,
        UNIVERSITY,
        RESEARCH,
        GENERAL
    }

    // UDC: 075.2 and 075.3 are for schools, 075.32 for colleges, 075.8 for universities.
    private static final Pattern UDC = Pattern.compile("(?<!\\d)075\\.(32|[238])");
    // ББК: я71 and я72 are for schools, я722 and я723 for colleges, я73 for universities.
    private static final Pattern BBK = Pattern.compile("[яЯ]7(2[23]|[123])");
    private static final int AUDIENCE_FROM = 17;
    private static final int AUDIENCE_TO = 20;

    private static final Map<Character, Level> CODES = Map.of(
            'b', Level.PRESCHOOL,
            'c', Level.SCHOOL,
            'd', Level.SCHOOL,
            'e', Level.SCHOOL,
            'k', Level.RESEARCH,
            'm', Level.GENERAL);

    private final Words.Finder words = new Words.Finder(Words.lists(Words.table("levels.yaml"), "levels"));

    /** The level that the number of a class tells: schemes {@code udc} and {@code bbk}; empty where it tells none. */
    public static Optional<Level> ofClass(String scheme, String number) {
        String bounded = number.length() > Words.LONGEST ? number.substring(0, Words.LONGEST) : number;
        Matcher form = scheme.equals("udc") ? UDC.matcher(bounded) : BBK.matcher(bounded);
        if (!scheme.equals("udc") && !scheme.equals("bbk") || !form.find()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (form.group(1)) {
                    case "32", "22", "23" -> Level.COLLEGE;
                    case "8" -> Level.UNIVERSITY;
                    case "3" -> scheme.equals("udc") ? Level.SCHOOL : Level.UNIVERSITY;
                    default -> Level.SCHOOL;
                });
    }

    /**
     * The level by the audience codes of UNIMARC and RUSMARC, places 17 to 19 of 100$a: b before school, c 5 to 10
     * years, d 9 to 14, e 14 to 20, k serious, m the public; several together mean everybody.
     */
    public static Optional<Level> ofCodedData(String data) {
        if (data.length() < AUDIENCE_TO) {
            return Optional.empty();
        }
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (char code : data.substring(AUDIENCE_FROM, AUDIENCE_TO).toCharArray()) {
            Optional.ofNullable(CODES.get(code)).ifPresent(levels::add);
        }
        return levels.size() > 1 ? Optional.of(Level.GENERAL) : levels.stream().findFirst();
    }

    /** The level that one of these notes on audience (333, 521) or titles names; a grade names school. */
    public Optional<Level> of(List<String> texts) {
        for (String text : texts) {
            String found = words.find(Words.lower(text));
            if (!found.isEmpty()) {
                return Optional.of(Level.valueOf(found.toUpperCase(Locale.ROOT)));
            }
            Grades grades = Grades.inTitle(text);
            if (!grades.isEmpty()) {
                return Optional.of(grades.to() == 0 ? Level.PRESCHOOL : Level.SCHOOL);
            }
        }
        return Optional.empty();
    }
}
