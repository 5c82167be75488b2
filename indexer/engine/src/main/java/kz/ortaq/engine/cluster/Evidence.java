package kz.ortaq.engine.cluster;

import java.util.List;
import java.util.stream.Stream;
import kz.ortaq.engine.cluster.Match.Rule;
import kz.ortaq.engine.cluster.Match.Says;
import kz.ortaq.engine.cluster.Match.Verdict;
import kz.ortaq.records.ResourceKind;

/** What two descriptions tell of each other where nothing keeps them apart, and what follows from it. */
record Evidence(
        Traits one,
        Traits other,
        Titles titles,
        Authors authors,
        Says body,
        Says isbn,
        Says publisher,
        Says year,
        Says pages,
        boolean translated,
        boolean silent,
        boolean otherComponent,
        boolean severalOfOneNumber) {

    private static final int LONG_TITLE = 5;
    private static final int VERY_LONG_TITLE = 7;
    private static final int LETTERS_OF_A_LONG_TITLE = 30;
    private static final int LETTERS_OF_A_TITLE = 15;

    /** What the two are to each other, whether a third may contradict it, and the rule that says so. */
    record Ruling(Verdict verdict, boolean weak, Rule because) {}

    Ruling ruling() {
        if (titles == Titles.DIFFERENT || titles == Titles.NEAR && !(authors == Authors.SAME && samePages())) {
            return byOtherTitle();
        }
        if (authors == Authors.OTHERS && titles == Titles.EQUAL && samePages() && Authors.nearlyOne(one, other)) {
            return same(Rule.TITLE_AND_AUTHOR, true);
        }
        if (authors == Authors.OTHERS) {
            // A number may be mistyped, or copied from the book beside it: it is no proof against a name.
            return sameNumber() ? unknown(Rule.NUMBER_AGAINST_AUTHORS) : apart(Rule.OTHER_AUTHORS);
        }
        if (untoldAuthors() && one.school() && other.school() && publisher == Says.DIFFERS && !samePages()) {
            return sameNumber() ? unknown(Rule.NUMBER_AGAINST_PUBLISHER) : apart(Rule.OTHER_PUBLISHER);
        }
        if (otherComponent || severalOfOneNumber && !samePages() || silent && !sameNumber() && !samePages()) {
            return unknown(Rule.LEFT_OUT);
        }
        if (translated) {
            boolean oneBook = authors == Authors.SAME && titles == Titles.EQUAL && publisher != Says.DIFFERS;
            return oneBook ? same(Rule.TRANSLATION, false) : unknown(Rule.TOO_LITTLE);
        }
        return switch (authors) {
            case SAME -> byAuthor();
            case PERHAPS -> {
                boolean enough = support() >= (titles != Titles.EQUAL ? 2 : isLong() ? 0 : 1);
                yield enough ? same(Rule.TITLE_AND_AUTHOR, true) : unknown(Rule.TOO_LITTLE);
            }
            case ONE_SILENT -> bySomethingElse(2);
            case BOTH_SILENT -> withoutAuthors();
            case OTHERS -> throw new IllegalStateException("other authors were dealt with");
        };
    }

    private Ruling byAuthor() {
        if (titles == Titles.EQUAL) {
            return same(Rule.TITLE_AND_AUTHOR, false);
        }
        if (titles == Titles.MAIN && (one.school() || other.school())) {
            // The subtitle that one leaves out may say that it is a book beside the textbook.
            return sameNumber() || pages == Says.AGREES ? same(Rule.TITLE_AND_AUTHOR, true) : unknown(Rule.LEFT_OUT);
        }
        return support() >= (isLong() ? 0 : one.title().size() == 1 ? 2 : 1)
                ? same(Rule.TITLE_AND_AUTHOR, false)
                : unknown(Rule.TOO_LITTLE);
    }

    private Ruling withoutAuthors() {
        Ruling ruling = bySomethingElse(1);
        if (ruling.verdict() == Verdict.SAME_WORK || titles != Titles.EQUAL) {
            return ruling;
        }
        boolean school = one.school() || other.school();
        boolean periodical = one.kind() == ResourceKind.PERIODICAL && other.kind() == ResourceKind.PERIODICAL;
        if (periodical && publisher != Says.DIFFERS
                || publisher == Says.AGREES && !one.grades().isEmpty()) {
            // Periodicals, and schoolbooks of one publisher, stay one work through the years.
            return same(Rule.SERIES, false);
        }
        if (school || contradicted()) {
            return ruling;
        }
        boolean tells = one.title().size() > 1 && letters() >= LETTERS_OF_A_TITLE && tellTheSame();
        return isLong() || tells || body == Says.AGREES && one.title().size() > 1
                ? same(Rule.TITLE_ALONE, true)
                : ruling;
    }

    private Ruling bySomethingElse(int ofLongTitle) {
        if (sameNumber()) {
            return same(Rule.NUMBER, true);
        }
        return imprintTells(ofLongTitle) ? same(Rule.IMPRINT, true) : unknown(Rule.TOO_LITTLE);
    }

    /** A translation is known by its original's title, and by its author; without that it is for nobody to guess. */
    private Ruling byOtherTitle() {
        if (Titles.meetBeside(one, other, translated) && authors == Authors.SAME && !silent) {
            return same(Rule.ORIGINAL_TITLE, false);
        }
        boolean oneLanguage = !one.languages().isEmpty() && !other.languages().isEmpty() && !translated;
        boolean perhapsOne = sameNumber() || titles == Titles.NEAR || authors == Authors.SAME && samePages();
        return oneLanguage && !perhapsOne ? apart(Rule.OTHER_TITLE) : unknown(Rule.OTHER_TITLE);
    }

    /**
     * Without authors a book is told by its imprint: a title of many words by little of it, a schoolbook of one grade by
     * publisher and year, «Стихи» only by all of it.
     */
    private boolean imprintTells(int ofLongTitle) {
        if (publisher == Says.DIFFERS || year == Says.DIFFERS || pages == Says.DIFFERS) {
            return false;
        }
        boolean school = one.school() || other.school();
        boolean yearAndPages = year == Says.AGREES && pages == Says.AGREES;
        Says part = one.numbers().isEmpty() ? Says.SILENT : Says.AGREES;
        return Stream.of(publisher, year, pages, body, part)
                                .filter(says -> says == Says.AGREES)
                                .count()
                        >= (yearAndPages ? 2 : needed(school, ofLongTitle))
                && (!school || publisher == Says.AGREES || yearAndPages);
    }

    private int needed(boolean school, int ofLongTitle) {
        int words = Math.min(one.title().size(), other.title().size());
        if (!school && words >= LONG_TITLE) {
            return words >= VERY_LONG_TITLE ? 1 : ofLongTitle;
        }
        boolean tellsEnough = words > 1 || !one.grades().isEmpty();
        return tellsEnough ? 2 : 3;
    }

    private int support() {
        return (int) Stream.of(isbn, year, publisher, pages, body)
                .filter(says -> says == Says.AGREES)
                .count();
    }

    /** Whether neither tells anything that the other leaves out. */
    private boolean tellTheSame() {
        return one.isbns().isEmpty() == other.isbns().isEmpty()
                && one.publishers().isEmpty() == other.publishers().isEmpty()
                && one.year() == other.year()
                && one.pages() == other.pages()
                && one.bodies().equals(other.bodies())
                && one.kind() == other.kind();
    }

    private boolean contradicted() {
        return Stream.of(isbn, year, publisher, pages).anyMatch(says -> says == Says.DIFFERS);
    }

    private boolean isLong() {
        return one.title().size() >= LONG_TITLE && letters() >= LETTERS_OF_A_LONG_TITLE;
    }

    private int letters() {
        return one.title().stream().map(List::getFirst).mapToInt(String::length).sum();
    }

    private boolean untoldAuthors() {
        return authors == Authors.ONE_SILENT || authors == Authors.BOTH_SILENT;
    }

    private boolean sameNumber() {
        return isbn == Says.AGREES;
    }

    private boolean samePages() {
        return pages == Says.AGREES && (sameNumber() || year == Says.AGREES && publisher == Says.AGREES);
    }

    private Ruling same(Rule because, boolean weak) {
        return new Ruling(Verdict.SAME_WORK, weak || silent || titles == Titles.MAIN, because);
    }

    private Ruling apart(Rule because) {
        return new Ruling(Verdict.APART, silent, because);
    }

    private Ruling unknown(Rule because) {
        return new Ruling(Verdict.UNKNOWN, silent, because);
    }
}
