package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.engine.values.Isbn;
import kz.ortaq.engine.values.Issn;
import kz.ortaq.engine.values.TextbookParts;
import kz.ortaq.records.BibRecord;

/** Reads what a thing is a part of: from the parts of a field, or from one line as references write it. */
final class Hosts {

    private static final Pattern REFERENCE = Pattern.compile("^(?://\\s*)?(.+)$", Pattern.DOTALL);
    // The areas of a reference are divided by a dash; journal software divides by semicolons.
    private static final Pattern AREAS = Pattern.compile("\\.?\\s+[–—-]\\s+|\\s*;\\s+");
    private static final Pattern PAGES = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(?:(?:с|б|p|pp|s|стр|бет|pages?)\\.?\\s*\\d{1,5}(?:\\s*[-–—]\\s*\\d{1,5})?"
                    + "|\\d{1,5}(?:\\s*[-–—]\\s*\\d{1,5})?[\\s-]*(?:бб?|бет|беттер|с|стр|pp?)\\.?)(?![\\p{L}\\d])");
    private static final Pattern BARE_PAGES = Pattern.compile("\\d{1,5}\\s*[-–—]\\s*\\d{1,5}");
    private static final Pattern NUMBER_ALONE = Pattern.compile("\\d{1,5}");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[89]|20)\\d\\d(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?U)(?:[\\p{L}\\s.,:]{1,40}[,\\s])?\\[?((?:1[89]|20)\\d\\d)\\]?(?:\\s*(?:ж|г)\\.?)?");
    private static final Pattern ISSUE =
            Pattern.compile("(?:1[89]|20)\\d\\d(?!\\d)[^\\p{L}]{0,20}(?:\\p{L}{1,3}[^\\p{L}]{1,20}){0,3}");
    private static final Pattern NUMBER = Pattern.compile(
            "(?iu)(?:(?:№|no|n|nr|т|том|vol|volume|вып|выпуск|шығ|iss|issue|ч|часть|кн|bd)[.\\s:№]*\\d|\\d{1,4}[\\s-]*(?:том|бөлім|шығарылым)).*");
    private static final Pattern DIVIDERS =
            Pattern.compile("^[\\s.,;:–—-]+|(?<=\\d)[\\s.,;:–—-]+$|[\\s,;:–—-]+$|\\s*\\(\\s*\\)");
    private static final Pattern FROM_TO = Pattern.compile("(\\d{1,5}), (\\d{1,5})");
    private static final int LONGEST_DATE = 12;
    // What is longer is no reference, and is not taken apart.
    private static final int LONGEST = 1_000;
    private static final Pattern ISSN_ALONE = Pattern.compile("(?iu)(?:issn[:\\s]*)?\\d{4}-?\\d{3}[\\dXХ]");

    private static final Pattern NAME_ALONE = Pattern.compile("(?i)(?:oai|urn|info|hdl):\\S{1,490}");

    private Hosts() {}

    /** A host as the parts of a field tell it. */
    static BibRecord.Host of(Map<String, String> parts, String from) {
        List<BibRecord.Identifier> identifiers = new ArrayList<>();
        String issn = parts.getOrDefault("issn", "");
        add("issn", issn, Issn.parse(issn).stream().map(Issn::number).toList(), from, identifiers);
        String isbn = parts.getOrDefault("isbn", "");
        add("isbn", isbn, Isbn.parse(isbn).stream().map(Isbn::number).toList(), from, identifiers);
        add("record", parts.getOrDefault("record", ""), List.of(), from, identifiers);
        return divided(
                Tidy.tidy(parts.getOrDefault("title", ""), "isbd"),
                parts.getOrDefault("date", ""),
                parts.getOrDefault("number", ""),
                parts.getOrDefault("pages", ""),
                identifiers,
                from);
    }

    /** The numbers that were understood, else what was written. */
    private static void add(
            String scheme, String written, List<String> numbers, String from, List<BibRecord.Identifier> identifiers) {
        List<String> all = numbers.isEmpty() && !written.isBlank() ? List.of(written) : numbers;
        all.forEach(number -> identifiers.add(new BibRecord.Identifier(scheme, number, from)));
    }

    /** A host as one line tells it: «Қазақ тілі. – 1999. – № 4. – Б. 12–15», “Bulletin; Vol 12, No 3 (2015); 15-27”. */
    static BibRecord.Host of(BibRecord.Value line) {
        Matcher reference = REFERENCE.matcher(line.text().strip());
        String text = reference.matches() ? reference.group(1) : line.text();
        if (text.length() > LONGEST) {
            return new BibRecord.Host(text, "", "", "", List.of(), line.from());
        }
        if (ISSN_ALONE.matcher(text).matches()) {
            return of(Map.of("issn", text), line.from());
        }
        if (NAME_ALONE.matcher(text).matches()) {
            // The name of a record is no title.
            return of(Map.of("record", text), line.from());
        }
        String[] areas = AREAS.split(text);
        String date = "";
        String number = "";
        String pages = "";
        int known = 0;
        for (int i = areas.length - 1; i > 0; i--) {
            String area = areas[i].strip();
            Matcher year = YEAR_LAST.matcher(area);
            if (pages.isEmpty() && isPages(area)) {
                pages = area;
            } else if (date.isEmpty() && year.matches()) {
                date = year.group(1);
            } else if (number.isEmpty() && NUMBER.matcher(area).matches()) {
                number = area;
            } else {
                break;
            }
            known = i;
        }
        if (number.isEmpty() && (date.isEmpty() || pages.isEmpty())) {
            // A dash alone makes no reference: «Алматы - қала».
            return new BibRecord.Host(text, "", "", "", List.of(), line.from());
        }
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < known; i++) {
            title.append(title.isEmpty() ? "" : " – ").append(areas[i].strip());
        }
        return divided(Tidy.tidy(title.toString(), "isbd"), date, number, pages, List.of(), line.from());
    }

    private static boolean isPages(String text) {
        return PAGES.matcher(text).matches() || BARE_PAGES.matcher(text).matches();
    }

    /** Year and pages out of a number that holds them as well: «2018. № 4. С. 12-15». */
    private static BibRecord.Host divided(
            String title,
            String date,
            String number,
            String pages,
            List<BibRecord.Identifier> identifiers,
            String from) {
        if (date.length() + number.length() + pages.length() > LONGEST) {
            return new BibRecord.Host(title, date, number, pages, identifiers, from);
        }
        String rest = number;
        String where = FROM_TO.matcher(pages).replaceAll("$1–$2");
        where = isPages(where) || where.isEmpty() || NUMBER_ALONE.matcher(where).matches() ? where : "";
        if (where.isEmpty()) {
            Matcher found = PAGES.matcher(rest);
            if (found.find()) {
                where = found.group();
                rest = rest.substring(0, found.start()) + rest.substring(found.end());
            }
        }
        String when = date;
        Matcher within = YEAR.matcher(when);
        if (when.length() > LONGEST_DATE && within.find()) {
            // An imprint, of which the year alone is a date.
            when = within.group();
        }
        if (when.isEmpty()) {
            Matcher found = YEAR.matcher(rest);
            if (found.find()) {
                when = found.group();
                rest = rest.substring(0, found.start()) + rest.substring(found.end());
            }
        }
        return new BibRecord.Host(
                title,
                DIVIDERS.matcher(when).replaceAll(""),
                rest.equals(number)
                        ? number
                        : DIVIDERS.matcher(rest).replaceAll("").strip(),
                DIVIDERS.matcher(where).replaceAll(""),
                identifiers,
                from);
    }

    /** Adds a host; an issue belongs to the journal before it, and so does what only tells an ISSN. */
    static void add(List<BibRecord.Host> hosts, BibRecord.Host host, int most) {
        boolean empty = host.text().isBlank();
        if (!hosts.isEmpty() && (empty || isIssue(host.title()))) {
            hosts.add(joined(hosts.removeLast(), host));
        } else if (hosts.size() < most
                && !(empty && host.identifiers().isEmpty())
                && (empty || hosts.stream().noneMatch(other -> other.text().equals(host.text())))) {
            hosts.add(host);
        }
    }

    private static boolean isIssue(String title) {
        return NUMBER.matcher(title).matches() || ISSUE.matcher(title).matches() || TextbookParts.isPartAlone(title);
    }

    private static BibRecord.Host joined(BibRecord.Host journal, BibRecord.Host issue) {
        BibRecord.Host read = divided("", issue.date(), issue.title(), issue.pages(), List.of(), issue.from());
        List<BibRecord.Identifier> identifiers = new ArrayList<>(journal.identifiers());
        issue.identifiers().stream()
                .filter(one ->
                        identifiers.stream().noneMatch(other -> other.value().equals(one.value())))
                .forEach(identifiers::add);
        return new BibRecord.Host(
                journal.title(),
                told(read.date(), journal.date()),
                told(told(read.number(), issue.number()), journal.number()),
                told(read.pages(), journal.pages()),
                identifiers,
                journal.from());
    }

    private static String told(String first, String otherwise) {
        return first.isEmpty() ? otherwise : first;
    }
}
