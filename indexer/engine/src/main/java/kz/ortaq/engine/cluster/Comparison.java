package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import kz.ortaq.engine.cluster.Match.Reason;
import kz.ortaq.engine.cluster.Match.Says;
import kz.ortaq.engine.cluster.Match.Verdict;
import kz.ortaq.engine.values.PersonName;
import kz.ortaq.records.ResourceKind;

/** One comparison of two descriptions. */
final class Comparison {

    private static final int LONG_TITLE = 5;
    private static final String TEXTBOOK = "textbook";

    private final Traits one;
    private final Traits other;
    private final List<Reason> reasons = new ArrayList<>();
    private boolean conflict;
    private boolean silent;
    private boolean otherComponent;
    // Publishers give one number to a set, so where one names its volume the number is no evidence.
    private boolean severalOfOneNumber;

    Comparison(Traits one, Traits other) {
        this.one = one;
        this.other = other;
    }

    Match match() {
        keepApart();
        if (conflict) {
            return result(Verdict.APART, true);
        }
        Titles titles = Titles.of(one, other);
        say(
                "title",
                titles == Titles.DIFFERENT || titles == Titles.NEAR ? Says.DIFFERS : Says.AGREES,
                text(one),
                text(other));
        Authors authors = authors();
        Says isbn = compare("isbn", one.isbns(), other.isbns());
        Says publisher = publisher();
        Says year = number("year", one.year(), other.year());
        Says pages = number("pages", one.pages(), other.pages());
        boolean translated = compare("language", one.languages(), other.languages()) == Says.DIFFERS;
        Says form = one.form().equals(other.form()) ? Says.AGREES : Says.DIFFERS;
        if (form == Says.DIFFERS) {
            say("form", form, one.form(), other.form());
        }
        Verdict verdict = work(titles, authors, isbn, publisher, year, pages, translated);
        boolean weak = silent || authors == Authors.ONE_SILENT || authors == Authors.PERHAPS || titles == Titles.MAIN;
        boolean sameNumber = isbn == Says.AGREES;
        boolean editionsApart = translated
                || form == Says.DIFFERS
                || year == Says.DIFFERS
                || isbn == Says.DIFFERS
                || publisher == Says.DIFFERS && !sameNumber;
        if (verdict == Verdict.SAME_WORK && !editionsApart && (year == Says.AGREES || sameNumber)) {
            verdict = Verdict.SAME_EDITION;
        }
        return new Match(verdict, weak, editionsApart, reasons);
    }

    /** What keeps two books apart whatever else agrees. */
    private void keepApart() {
        distinguish("part", part(one), part(other));
        distinguish("direction", one.direction(), other.direction());
        distinguish("medium", one.medium(), other.medium());
        distinguish("target", one.target(), other.target());
        severalOfOneNumber = silent;
        compareComponents();
        distinguish("grade", one.grades(), other.grades());
        if (kinds(one) != kinds(other) && kinds(one) != ResourceKind.OTHER && kinds(other) != ResourceKind.OTHER) {
            say("kind", Says.DIFFERS, one.kind().code(), other.kind().code());
            conflict = true;
        }
    }

    /** A book that does not say what it is, is the textbook, and yet may be a workbook written down in haste. */
    private void compareComponents() {
        String mine = one.component().equals(TEXTBOOK) && other.component().isEmpty() ? "" : one.component();
        String theirs = other.component().equals(TEXTBOOK) && one.component().isEmpty() ? "" : other.component();
        distinguish("component", mine, theirs);
        otherComponent = mine.isEmpty() != theirs.isEmpty();
    }

    private void distinguish(String trait, Object mine, Object theirs) {
        String first = shown(mine);
        String second = shown(theirs);
        if (first.equals(second)) {
            if (!first.isEmpty()) {
                say(trait, Says.AGREES, first, second);
            }
            return;
        }
        boolean untold = first.isEmpty() || second.isEmpty();
        say(trait, untold ? Says.SILENT : Says.DIFFERS, first, second);
        silent |= untold;
        conflict |= !untold;
    }

    /** Whether they are one work, an edition being for the caller to decide. */
    private Verdict work(
            Titles titles, Authors authors, Says isbn, Says publisher, Says year, Says pages, boolean translated) {
        boolean sameNumber = isbn == Says.AGREES;
        boolean sameImprint = year == Says.AGREES && publisher == Says.AGREES;
        boolean samePages = pages == Says.AGREES && (sameNumber || sameImprint);
        if (titles == Titles.DIFFERENT || titles == Titles.NEAR && !(authors == Authors.SAME && samePages)) {
            return byOtherTitle(titles, authors, sameNumber, translated);
        }
        if (authors == Authors.OTHERS) {
            // A number may be mistyped, or copied from the book beside it: it is no proof against a name.
            return sameNumber ? Verdict.UNKNOWN : Verdict.APART;
        }
        boolean untoldAuthors = authors == Authors.ONE_SILENT || authors == Authors.BOTH_SILENT;
        if (untoldAuthors && one.school() && other.school() && publisher == Says.DIFFERS && !sameNumber) {
            return Verdict.APART;
        }
        if (otherComponent || severalOfOneNumber && !samePages || silent && !sameNumber && !samePages) {
            return Verdict.UNKNOWN;
        }
        if (translated) {
            boolean oneBook = authors == Authors.SAME && titles == Titles.EQUAL && publisher != Says.DIFFERS;
            return oneBook ? Verdict.SAME_WORK : Verdict.UNKNOWN;
        }
        int support = count(isbn) + count(year) + count(publisher) + count(pages);
        boolean enough = switch (authors) {
            case SAME -> titles == Titles.EQUAL || support >= (one.title().size() == 1 ? 2 : 1);
            case PERHAPS -> support >= (titles == Titles.EQUAL ? 1 : 2);
            case ONE_SILENT -> sameNumber || imprintTells(publisher, year, pages, 2);
            case BOTH_SILENT -> sameNumber || imprintTells(publisher, year, pages, 1) || sameSeries(titles, publisher);
            case OTHERS -> false;
        };
        return enough ? Verdict.SAME_WORK : Verdict.UNKNOWN;
    }

    /** A translation is known by its original's title, and by its author; without that it is for nobody to guess. */
    private Verdict byOtherTitle(Titles titles, Authors authors, boolean sameNumber, boolean translated) {
        if (Titles.meetBeside(one, other) && authors == Authors.SAME && !silent) {
            say("other title", Says.AGREES, beside(one), beside(other));
            return Verdict.SAME_WORK;
        }
        boolean oneLanguage = !one.languages().isEmpty() && !other.languages().isEmpty() && !translated;
        return oneLanguage && !sameNumber && titles != Titles.NEAR ? Verdict.APART : Verdict.UNKNOWN;
    }

    /**
     * Without authors a book is told by its imprint: a title of many words by little of it, a schoolbook of one grade by
     * publisher and year, «Стихи» only by all of it.
     */
    private boolean imprintTells(Says publisher, Says year, Says pages, int ofLongTitle) {
        if (publisher == Says.DIFFERS || year == Says.DIFFERS || pages == Says.DIFFERS) {
            return false;
        }
        int agreeing = count(publisher) + count(year) + count(pages);
        boolean school = one.school() || other.school();
        int needed = !school && one.title().size() >= LONG_TITLE
                ? ofLongTitle
                : one.title().size() > 2 || !one.grades().isEmpty() ? 2 : 3;
        return agreeing >= needed && (!school || publisher == Says.AGREES);
    }

    /** Periodicals, and schoolbooks of one publisher, stay one work through the years. */
    private boolean sameSeries(Titles titles, Says publisher) {
        boolean periodical = one.kind() == ResourceKind.PERIODICAL && other.kind() == ResourceKind.PERIODICAL;
        return titles == Titles.EQUAL
                && (periodical && publisher != Says.DIFFERS
                        || publisher == Says.AGREES && !one.grades().isEmpty());
    }

    private Authors authors() {
        Authors authors = Authors.of(one, other);
        if (authors != Authors.BOTH_SILENT) {
            Says says = switch (authors) {
                case SAME, PERHAPS -> Says.AGREES;
                case OTHERS -> Says.DIFFERS;
                default -> Says.SILENT;
            };
            say(authors == Authors.PERHAPS ? "author, perhaps" : "author", says, names(one), names(other));
        }
        return authors;
    }

    /** One name within the other is one publisher: «Атамұра» and «Атамұра, Қазақстан». */
    private Says publisher() {
        boolean within = one.publishers().stream()
                .anyMatch(mine -> other.publishers().stream().anyMatch(theirs -> within(mine, theirs)));
        Says says = one.publishers().isEmpty() || other.publishers().isEmpty()
                ? Says.SILENT
                : within ? Says.AGREES : Says.DIFFERS;
        return sayUnlessUntold("publisher", says, one.publishers(), other.publishers());
    }

    private static boolean within(String mine, String theirs) {
        List<String> some = List.of(mine.split(" "));
        List<String> others = List.of(theirs.split(" "));
        return some.containsAll(others) || others.containsAll(some);
    }

    private Says compare(String trait, List<String> mine, List<String> theirs) {
        Says says = mine.isEmpty() || theirs.isEmpty()
                ? Says.SILENT
                : Collections.disjoint(mine, theirs) ? Says.DIFFERS : Says.AGREES;
        return sayUnlessUntold(trait, says, mine, theirs);
    }

    private Says number(String trait, int mine, int theirs) {
        Says says = mine == 0 || theirs == 0 ? Says.SILENT : mine == theirs ? Says.AGREES : Says.DIFFERS;
        return sayUnlessUntold(
                trait, says, mine == 0 ? List.of() : List.of(mine), theirs == 0 ? List.of() : List.of(theirs));
    }

    private Says sayUnlessUntold(String trait, Says says, Collection<?> mine, Collection<?> theirs) {
        if (!mine.isEmpty() || !theirs.isEmpty()) {
            say(trait, says, shown(mine), shown(theirs));
        }
        return says;
    }

    private void say(String trait, Says says, String mine, String theirs) {
        reasons.add(new Reason(trait, says, mine, theirs));
    }

    private Match result(Verdict verdict, boolean editionsApart) {
        return new Match(verdict, silent, editionsApart, reasons);
    }

    private static int count(Says says) {
        return says == Says.AGREES ? 1 : 0;
    }

    /** «1-бөлім», «1-кітап» and «Т. 1» are counted by the same numbers. */
    private static Object part(Traits traits) {
        return traits.part() == 0 ? "" : String.valueOf(traits.part());
    }

    private static ResourceKind kinds(Traits traits) {
        return switch (traits.kind()) {
            case TEXTBOOK, BOOK, METHODICAL_WORK, REFERENCE_LIST, TEST -> ResourceKind.BOOK;
            case CHAPTER, ARTICLE -> ResourceKind.ARTICLE;
            default -> traits.kind();
        };
    }

    private static String shown(Object value) {
        String text = value instanceof Collection<?> all
                ? String.join(", ", all.stream().map(String::valueOf).toList())
                : String.valueOf(value);
        return text.toLowerCase(Locale.ROOT);
    }

    private static String text(Traits traits) {
        return String.join(" ", traits.title().stream().map(List::getFirst).toList());
    }

    private static String beside(Traits traits) {
        return String.valueOf(traits.otherTitles());
    }

    private static String names(Traits traits) {
        return String.join(
                "; ", traits.authors().stream().map(PersonName::written).toList());
    }
}
