package kz.ortaq.harvesters.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;

/** Puts the text of a cell into the fields that its column stands for, mended where that is certain. */
final class Values {

    /** Fields whose values are numbers that a person wrote as such. */
    private static final Set<String> NUMBERS =
            Set.of("date", "copies", "grade", "pages", "inventory", "identifier", "number", "volume", "isbn", "issn");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,30}+)[.,]0{1,6}");
    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:[.,](\\d{1,20}))?[eE]\\+?(\\d{1,2})");
    private static final Pattern FAULT = Pattern.compile(
            "#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|Н/Д|ССЫЛКА!|ЗНАЧ!|ДЕЛ/0!|ИМЯ\\?|ПУСТО!|ЧИСЛО!)");
    private static final Pattern NAME = Pattern.compile(name());
    private static final Pattern NAMES =
            Pattern.compile("(" + name() + "(?:[,;] ?" + name() + "){0,5})[.,:]? ?(\\p{L}.{1,480})");
    private static final Pattern SEVERAL =
            Pattern.compile(name() + "(?:\\s?[,;]\\s?" + name() + "){1,9}(?:,? (?:и др|және т\\.\\s?б)\\.?)?");
    private static final Pattern IMPRINT =
            Pattern.compile("(.{0,300}?)[\\s,.:;–-]{0,5}((?:1[4-9]|20)\\d\\d)\\s{0,3}(?:г|ж|жыл|год)?\\.?");

    // Years that Excel shows as days of 1905, because the cell has the format of a date.
    private static final int FIRST_YEAR = 1_950;
    private static final int LAST_YEAR = 2_100;

    private final Report report;

    /** Is told what is wrong with a value. */
    interface Report {
        void fault(Reason reason, String value);
    }

    Values(Report report) {
        this.report = report;
    }

    /** Adds what a cell says to {@code fields}. */
    void add(String field, String written, Map<String, List<String>> fields) {
        String text = SPACES.matcher(written).replaceAll(" ").strip();
        if (text.isEmpty() || text.equals("-") || text.equals("—")) {
            return;
        }
        if (FAULT.matcher(text).matches()) {
            report.fault(Reason.SHEET_CELL_FAULT, text);
            return;
        }
        switch (field) {
            case "creator-title" -> {
                Matcher names = NAMES.matcher(text.length() > 500 ? "" : text);
                if (names.matches()) {
                    creators(names.group(1).strip(), fields);
                    put("title", names.group(2).strip(), fields);
                } else {
                    put("title", text, fields);
                }
            }
            case "imprint" -> {
                Matcher imprint = IMPRINT.matcher(text.length() > 400 ? "" : text);
                if (imprint.matches()) {
                    put("place", imprint.group(1).strip(), fields);
                    put("date", imprint.group(2), fields);
                } else {
                    put("place", text, fields);
                }
            }
            case "creator" -> creators(text, fields);
            default -> put(field, NUMBERS.contains(field) ? number(field, text) : text, fields);
        }
    }

    /** Several authors of one cell, where each is a surname with initials; else the cell as it is. */
    private static void creators(String text, Map<String, List<String>> fields) {
        if (text.length() > 500 || !SEVERAL.matcher(text).matches()) {
            put("creator", text, fields);
            return;
        }
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            put("creator", names.group().strip(), fields);
        }
    }

    private String number(String field, String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return whole.group(1);
        }
        Matcher scientific = SCIENTIFIC.matcher(text);
        if (scientific.matches()) {
            String digits = scientific.group(2) == null ? "" : scientific.group(2);
            int exponent = Integer.parseInt(scientific.group(3));
            if (digits.length() < exponent) {
                report.fault(Reason.SHEET_NUMBER_LOST, text);
                return "";
            }
            return Shown.number(text.replace(',', '.'));
        }
        if (field.equals("date")) {
            long serial = Shown.serial(text);
            if (serial >= FIRST_YEAR && serial <= LAST_YEAR) {
                report.fault(Reason.SHEET_VALUE_MENDED, text + " → " + serial);
                return String.valueOf(serial);
            }
        }
        return text;
    }

    static void put(String field, String value, Map<String, List<String>> fields) {
        if (!value.isEmpty()) {
            List<String> values = fields.computeIfAbsent(field, name -> new ArrayList<>());
            if (!values.contains(value)) {
                values.add(value);
            }
        }
    }

    /** A surname with initials, as it stands before a title, too: {@code Алдамұратова Т., Байшоланов Е. Математика}. */
    private static String name() {
        String surname = "\\p{Lu}[\\p{L}'’-]{1,40}+";
        String initials = "(?:\\p{Lu}\\. ?){1,2}";
        return "(?:" + surname + ",? " + initials + "|" + initials + surname + ")";
    }
}
