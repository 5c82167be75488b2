package kz.ortaq.engine.values;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of publication as libraries write it, and the years that it tells.
 *
 * @param written the date as it stands in the record
 * @param from the first year, 0 where none can be known
 * @param to the last year; 0 where none can be known or the publication goes on
 * @param approximate whether the record itself doubts, or knows only a decade or a century
 */
public record PublicationDate(String written, int from, int to, boolean approximate) {

    /** Printing began in the 1450s; what is smaller is a year of another calendar or no year. */
    private static final int EARLIEST = 1450;

    private static final int DECADE = 10;
    private static final String YEARS = "(?<!\\d)(\\d{4})(?!\\d)";
    // The record corrects the book: 2008 [i.e. 2009].
    private static final Pattern CORRECTED =
            Pattern.compile("(?:i\\. ?e\\.|т\\. ?е\\.|яғни|правильно:?|дұрысы:?) ?" + YEARS);
    private static final Pattern ISO = Pattern.compile("^(\\d{4})-(?:0[1-9]|1[0-2])(?:-\\d{2}(?:[t ].*)?)?$");
    private static final Pattern EMBARGO = Pattern.compile("embargo");
    private static final Pattern YEAR = Pattern.compile(YEARS);
    private static final Pattern DECADES = Pattern.compile(
            "(?<!\\d)(1[4-9]|20)(?:(\\d)[-?u_](?![\\d])|(\\d)0(?:s|['’]s|-?е\\b|-?х\\b|-?(?:шы|ші)? ?жылдар)|[-?u_]{2})");
    private static final Pattern RANGE =
            Pattern.compile("^[?\\]> )]{0,4}(?:гг?\\.? ?)?[-–—/][ <\\[(]{0,4}(?:c|cop\\.?)? ?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern OR = Pattern.compile("^ ?(?:or|или|немесе|и|and) (\\d{4})(?!\\d)");
    private static final Pattern OPEN = Pattern.compile("^[?\\]>]{0,2} ?[-–—][\\s\\]>.,)]*(?:$|[\\[(,])");
    private static final Pattern DOUBT = Pattern.compile(
            "\\?|(?<!\\p{L})(?:ca\\b|circa|около|ок\\.|шамамен|after|before|после|до |between|между|or |или )");
    private static final Pattern CENTURY = Pattern.compile(
            "(?<![\\p{L}\\d])([ivxіх]{1,5}|\\d{1,2})(?:[-–—]([ivxіх]{1,5}|\\d{1,2}))?(?:th|st|nd|rd|-?шы|-?ші|-?й)?[- ]*"
                    + "(?:вв?\\.|век|ғасыр|ғғ?\\.|ғ$|в$|cent)");
    private static final Pattern ROMAN =
            Pattern.compile("[\\s\\[(.,:;]*(?:c|cop\\.|©)?([mdclxviмсхіу]{4,15})[\\s\\]).,:;]*");

    /** Reads a date; years after the next one count as mistyped. */
    public static PublicationDate parse(String written) {
        return parse(written, Year.now(ZoneOffset.UTC).getValue() + 1);
    }

    /** Reads a date, with the last year that a publication can have. */
    public static PublicationDate parse(String written, int latest) {
        String text = Words.lower(written);
        if (EMBARGO.matcher(text).find()) {
            // The day on which a copy opens says nothing of its publication.
            return unknown(written);
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            int year = year(iso.group(1), latest);
            return new PublicationDate(written, year, year, false);
        }
        boolean doubt = DOUBT.matcher(text).find();
        Matcher corrected = CORRECTED.matcher(text);
        if (corrected.find() && year(corrected.group(1), latest) > 0) {
            return after(written, text, corrected.end(), year(corrected.group(1), latest), latest, doubt);
        }
        Matcher decade = DECADES.matcher(text);
        int guess = decade.find() ? decade.start() : Integer.MAX_VALUE;
        Matcher year = YEAR.matcher(text);
        while (year.find() && year.start() < guess) {
            int from = year(year.group(1), latest);
            if (from > 0) {
                return after(written, text, year.end(), from, latest, doubt);
            }
        }
        return guess == Integer.MAX_VALUE ? inWords(written, text, latest) : decade(written, decade, latest);
    }

    /** The year to sort and narrow by: the first, unless only a decade or a century is known; then 0. */
    public int year() {
        return approximate && to - from >= DECADE - 1 ? 0 : from;
    }

    /** Whether the date tells a year at all. */
    public boolean isKnown() {
        return from > 0;
    }

    private static PublicationDate after(String written, String text, int end, int from, int latest, boolean doubt) {
        String rest = text.substring(end);
        Matcher range = RANGE.matcher(rest);
        if (range.find()) {
            String last = range.group(1);
            int to = year(last.length() == 2 ? from / 100 + last : last, latest);
            return new PublicationDate(written, from, to >= from ? to : last.length() == 4 ? 0 : from, doubt);
        }
        Matcher or = OR.matcher(rest);
        if (or.find() && year(or.group(1), latest) >= from) {
            return new PublicationDate(written, from, year(or.group(1), latest), true);
        }
        return new PublicationDate(written, from, OPEN.matcher(rest).find() ? 0 : from, doubt);
    }

    private static PublicationDate decade(String written, Matcher decade, int latest) {
        int century = Integer.parseInt(decade.group(1)) * 100;
        String digit = decade.group(2) == null ? decade.group(3) : decade.group(2);
        int from = digit == null ? century : century + DECADE * Integer.parseInt(digit);
        int to = from + (digit == null ? 99 : DECADE - 1);
        return from > latest ? unknown(written) : new PublicationDate(written, from, Math.min(to, latest), true);
    }

    private static PublicationDate inWords(String written, String text, int latest) {
        Matcher roman = ROMAN.matcher(text);
        if (roman.matches()) {
            int year = Roman.number(roman.group(1));
            if (year >= EARLIEST && year <= latest) {
                return new PublicationDate(written, year, year, false);
            }
        }
        Matcher century = CENTURY.matcher(text);
        if (century.find()) {
            int first = number(century.group(1));
            int last = century.group(2) == null ? first : number(century.group(2));
            if (first >= 15 && last >= first && last <= latest / 100 + 1) {
                return new PublicationDate(written, (first - 1) * 100 + 1, Math.min(last * 100, latest), true);
            }
        }
        return unknown(written);
    }

    private static int number(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : Roman.number(text);
    }

    private static int year(String digits, int latest) {
        int year = Integer.parseInt(digits);
        return year >= EARLIEST && year <= latest ? year : 0;
    }

    private static PublicationDate unknown(String written) {
        return new PublicationDate(written, 0, 0, false);
    }
}
