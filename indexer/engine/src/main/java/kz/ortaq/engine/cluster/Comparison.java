package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kz.ortaq.engine.cluster.Match.Reason;
import kz.ortaq.engine.cluster.Match.Rule;
import kz.ortaq.engine.cluster.Match.Says;
import kz.ortaq.engine.cluster.Match.Verdict;
import kz.ortaq.engine.values.PersonName;
import kz.ortaq.records.ResourceKind;

/** One comparison of two descriptions, trait by trait; what follows from it is for {@link Evidence} to say. */
final class Comparison {

    // What a trait that agrees weighs, where a description could belong to either of two sides.
    private static final int OF_NUMBER = 4;
    private static final int OF_PAGES = 2;
    private static final int OF_OTHERS = 1;
    private static final String TEXTBOOK = "textbook";

    private final Traits one;
    private final Traits other;
    private final Names names;
    private final boolean explained;
    private final List<Reason> reasons = new ArrayList<>();
    private int agreeing;
    private boolean conflict;
    private boolean silent;
    private boolean otherComponent;
    // Publishers give one number to a set, so where one names its volume the number is no evidence.
    private boolean severalOfOneNumber;

    /** @param explained whether the match is to give its reasons, which costs more than the comparison itself */
    Comparison(Traits one, Traits other, Names names, boolean explained) {
        this.one = one;
        this.other = other;
        this.names = names;
        this.explained = explained;
    }

    Match match() {
        keepApart();
        if (conflict) {
            return new Match(Verdict.APART, silent, true, Rule.DIFFERS, agreeing, reasons);
        }
        Titles titles = Titles.of(one, other);
        boolean oneTitle = titles != Titles.DIFFERENT && titles != Titles.NEAR;
        say("title", oneTitle ? Says.AGREES : Says.DIFFERS, OF_OTHERS, Comparison::title);
        Authors authors = authors();
        Says body = compare("body", Traits::bodies, OF_OTHERS);
        Says isbn = compare("isbn", Traits::isbns, OF_NUMBER);
        Says publisher = publisher();
        Says year = number("year", Traits::year, OF_OTHERS);
        Says pages = number("pages", Traits::pages, OF_PAGES);
        boolean translated = compare("language", Traits::languages, OF_OTHERS) == Says.DIFFERS;
        boolean otherForm = !one.form().equals(other.form());
        if (otherForm) {
            say("form", Says.DIFFERS, 0, Traits::form);
        }
        Evidence evidence = new Evidence(
                one,
                other,
                titles,
                authors,
                body,
                isbn,
                publisher,
                year,
                pages,
                translated,
                silent,
                otherComponent,
                severalOfOneNumber);
        Evidence.Ruling ruling = evidence.ruling();
        if (ruling.because() == Rule.ORIGINAL_TITLE) {
            say("other-title", Says.AGREES, OF_OTHERS, traits -> String.valueOf(traits.otherTitles()));
        }
        boolean sameNumber = isbn == Says.AGREES;
        boolean editionsApart = translated
                || otherForm
                || year == Says.DIFFERS
                || isbn == Says.DIFFERS
                || publisher == Says.DIFFERS && !sameNumber;
        boolean oneEdition =
                ruling.verdict() == Verdict.SAME_WORK && !editionsApart && (year == Says.AGREES || sameNumber);
        return new Match(
                oneEdition ? Verdict.SAME_EDITION : ruling.verdict(),
                ruling.weak(),
                editionsApart,
                ruling.because(),
                agreeing,
                reasons);
    }

    /** What keeps two books apart whatever else agrees. */
    private void keepApart() {
        compareNumbers();
        distinguish("direction", Traits::direction);
        distinguish("medium", Traits::medium);
        distinguish("target", Traits::target);
        severalOfOneNumber = silent;
        compareComponents();
        distinguish("grade", Traits::grades);
        if (kinds(one) != kinds(other) && kinds(one) != ResourceKind.OTHER && kinds(other) != ResourceKind.OTHER) {
            say("kind", Says.DIFFERS, 0, traits -> traits.kind().code());
            conflict = true;
        }
    }

    /** «1-бөлім», «1-кітап» and «Т. 1» are counted by the same numbers; «Т. 2» leaves out what «Т. 2. Ч. 1» tells. */
    private void compareNumbers() {
        boolean within = isWithin(one.numbers(), other.numbers()) || isWithin(other.numbers(), one.numbers());
        if (within) {
            say("part", Says.SILENT, 0, Traits::numbers);
            silent = true;
        } else {
            distinguish("part", Traits::numbers);
        }
    }

    private static boolean isWithin(String wide, String narrow) {
        return !wide.isEmpty() && narrow.startsWith(wide + ".");
    }

    /** A book that does not say what it is, is the textbook, and yet may be a workbook written down in haste. */
    private void compareComponents() {
        String mine = one.component().equals(TEXTBOOK) && other.component().isEmpty() ? "" : one.component();
        String theirs = other.component().equals(TEXTBOOK) && one.component().isEmpty() ? "" : other.component();
        distinguish("component", traits -> traits == one ? mine : theirs);
        otherComponent = mine.isEmpty() != theirs.isEmpty();
    }

    private void distinguish(String trait, Function<Traits, ?> value) {
        Object first = value.apply(one);
        Object second = value.apply(other);
        boolean untold = isUntold(first) || isUntold(second);
        if (first.equals(second)) {
            if (!untold) {
                say(trait, Says.AGREES, OF_OTHERS, value.andThen(Comparison::shown));
            }
            return;
        }
        say(trait, untold ? Says.SILENT : Says.DIFFERS, 0, value.andThen(Comparison::shown));
        silent |= untold;
        conflict |= !untold;
    }

    private static boolean isUntold(Object value) {
        return value.equals("") || value instanceof Collection<?> all && all.isEmpty();
    }

    private Authors authors() {
        Authors authors = Authors.of(one, other, names);
        if (authors != Authors.BOTH_SILENT) {
            Says says = switch (authors) {
                case SAME, PERHAPS -> Says.AGREES;
                case OTHERS -> Says.DIFFERS;
                default -> Says.SILENT;
            };
            say(authors == Authors.PERHAPS ? "author-perhaps" : "author", says, OF_OTHERS, Comparison::names);
        }
        return authors;
    }

    /** One name within the other is one publisher: «Атамұра» and «Атамұра, Қазақстан». */
    private Says publisher() {
        Says says = one.publishers().isEmpty() || other.publishers().isEmpty()
                ? Says.SILENT
                : Imprint.haveOnePublisher(one.publishers(), other.publishers()) ? Says.AGREES : Says.DIFFERS;
        return sayUnlessUntold("publisher", says, OF_OTHERS, traits -> shown(traits.publishers()));
    }

    private Says compare(String trait, Function<Traits, List<String>> values, int weight) {
        List<String> mine = values.apply(one);
        List<String> theirs = values.apply(other);
        Says says = mine.isEmpty() || theirs.isEmpty()
                ? Says.SILENT
                : Collections.disjoint(mine, theirs) ? Says.DIFFERS : Says.AGREES;
        return sayUnlessUntold(trait, says, weight, values.andThen(Comparison::shown));
    }

    private Says number(String trait, Function<Traits, Integer> value, int weight) {
        int mine = value.apply(one);
        int theirs = value.apply(other);
        Says says = mine == 0 || theirs == 0 ? Says.SILENT : mine == theirs ? Says.AGREES : Says.DIFFERS;
        return sayUnlessUntold(trait, says, weight, value.andThen(number -> number == 0 ? "" : String.valueOf(number)));
    }

    private Says sayUnlessUntold(String trait, Says says, int weight, Function<Traits, String> value) {
        if (says != Says.SILENT
                || explained
                        && !(value.apply(one).isEmpty() && value.apply(other).isEmpty())) {
            say(trait, says, weight, value);
        }
        return says;
    }

    private void say(String trait, Says says, int weight, Function<Traits, String> value) {
        agreeing += says == Says.AGREES ? weight : 0;
        if (explained) {
            reasons.add(new Reason(trait, says, value.apply(one), value.apply(other)));
        }
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

    private static String title(Traits traits) {
        return String.join(" ", traits.title().stream().map(List::getFirst).toList());
    }

    private static String names(Traits traits) {
        return String.join(
                "; ", traits.authors().stream().map(PersonName::written).toList());
    }
}
