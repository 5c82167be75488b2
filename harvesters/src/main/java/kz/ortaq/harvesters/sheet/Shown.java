package kz.ortaq.harvesters.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns what a spreadsheet stores into what a person sees: 1998 and not 1998.0, 01.09.2021 and not 44440. */
final class Shown {

    /** How a cell's format shows its number. */
    enum Format {
        PLAIN,
        DATE,
        YEAR,
        TIME
    }

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,400}+(?:\\.\\d{0,400}+)?(?:[eE][-+]?\\d{1,3})?");
    private static final Pattern UNSHOWN = Pattern.compile("\"[^\"]*+\"|\\[[^\\]]*+\\]|\\\\.|_.|\\*.");
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");

    // Excel counts a 29 February 1900 that never was; from March on its count is right from this day.
    private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);
    private static final int DAYS_1904 = 1_462;
    private static final int LAST_DAY = 2_958_465; // 31.12.9999

    private Shown() {}

    /** A stored number in full digits, to the 15 places that spreadsheets keep; any other text as it is. */
    static String number(String stored) {
        if (!NUMBER.matcher(stored).matches()) {
            return stored;
        }
        BigDecimal number = new BigDecimal(stored).round(new MathContext(15, RoundingMode.HALF_EVEN));
        if (number.signum() == 0) {
            return "0";
        }
        number = number.stripTrailingZeros();
        // A thousand zeros help nobody.
        return Math.abs(number.scale()) > 40 ? stored : number.toPlainString();
    }

    /** A number of an Excel cell under a format code such as {@code dd.mm.yyyy} or {@code 000000}. */
    static String number(String stored, Format format, String code, boolean from1904) {
        if (format == Format.PLAIN || !NUMBER.matcher(stored).matches()) {
            String plain = number(stored);
            boolean padded = ZEROS.matcher(code).matches() && plain.matches("\\d{1,30}+");
            return padded ? "0".repeat(Math.max(0, code.length() - plain.length())) + plain : plain;
        }
        double days = Double.parseDouble(stored);
        if (format == Format.TIME || days < 1 || days > LAST_DAY) {
            return number(stored);
        }
        long day = (long) days;
        if (from1904) {
            day += DAYS_1904;
        } else if (day < 60) {
            day++;
        }
        LocalDate date = EXCEL.plusDays(day);
        return format == Format.YEAR ? String.valueOf(date.getYear()) : date(date);
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** The number that Excel shows as this date, or 0 for a text that is no such date. */
    static long serial(String date) {
        if (!date.matches("\\d\\d\\.\\d\\d\\.\\d{4}")) {
            return 0;
        }
        try {
            return LocalDate.parse(date, DATE).toEpochDay() - EXCEL.toEpochDay();
        } catch (java.time.DateTimeException e) {
            return 0;
        }
    }

    /** What one of Excel's built-in formats shows (ECMA-376, 18.8.30). */
    static Format builtIn(int id) {
        if (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58) {
            return Format.DATE;
        }
        return id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47 ? Format.TIME : Format.PLAIN;
    }

    /** What a format code shows. */
    static Format of(String code) {
        String letters = UNSHOWN.matcher(code.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
        boolean year = letters.contains("y");
        boolean day = letters.contains("d");
        if (letters.contains("general") || letters.contains("e+")) {
            return Format.PLAIN;
        }
        if (year && !day && !letters.contains("m")) {
            return Format.YEAR;
        }
        if (year || day || letters.contains("mmm")) {
            return Format.DATE;
        }
        return letters.contains("h") || letters.contains("s") ? Format.TIME : Format.PLAIN;
    }
}
