package kz.ortaq.engine.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.ortaq.engine.values.PersonName;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;

/**
 * What matters of a record when it is compared with another; what the record does not say is empty, 0 or, for the kind,
 * {@code OTHER}. Records with one {@link #signature} are compared as one. Immutable.
 *
 * @param title the words of the bare title with its subtitle, each as the keys on which its spellings meet
 * @param mainTitle the words before the subtitle
 * @param otherTitles parallel, original and alternative titles, likewise
 * @param authors the persons that the record names as creators
 * @param helpers persons with any other role
 * @param bodies institutes, ministries and the like among the creators, folded
 * @param numbers of part, volume, book and issue, the wider before the narrower: {@code 2.1}
 * @param component what it is beside the textbook, {@code workbook} or several joined by a plus
 * @param form {@code braille}, {@code large-print}, or empty
 * @param pages how many pages its extent tells
 * @param school whether it is made for lessons, so that publishers tell books of one title apart
 */
public record Traits(
        List<List<String>> title,
        List<List<String>> mainTitle,
        List<List<List<String>>> otherTitles,
        List<PersonName> authors,
        List<PersonName> helpers,
        List<String> bodies,
        List<Integer> grades,
        int part,
        String unit,
        String numbers,
        String component,
        String direction,
        String medium,
        String target,
        List<String> isbns,
        int year,
        List<String> publishers,
        List<String> languages,
        ResourceKind kind,
        String form,
        int pages,
        boolean school) {

    /** Of a record that says nothing. */
    public static final Traits NONE = new Traits(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            0,
            List.of(),
            List.of(),
            ResourceKind.OTHER,
            "",
            0,
            false);

    private static final int SHORTEST_SURNAME = 2;

    public Traits {
        title = List.copyOf(title);
        mainTitle = List.copyOf(mainTitle);
        otherTitles = List.copyOf(otherTitles);
        authors = List.copyOf(authors);
        helpers = List.copyOf(helpers);
        bodies = List.copyOf(bodies);
        grades = List.copyOf(grades);
        isbns = List.copyOf(isbns);
        publishers = List.copyOf(publishers);
        languages = List.copyOf(languages);
        Objects.requireNonNull(kind);
    }

    /** Reads what matters of a record. */
    public static Traits of(BibRecord record) {
        return TraitsReading.read(record);
    }

    /** All of it in one line: equal for records that no comparison can tell apart. */
    public String signature() {
        return String.join(
                "\t",
                title + "|" + mainTitle + "|" + otherTitles,
                names(authors),
                names(helpers),
                String.valueOf(bodies),
                grades + " " + numbers,
                component + "|" + direction + "|" + medium + "|" + target,
                isbns + " " + year,
                publishers + "|" + languages,
                kind.code() + "|" + form + "|" + pages + "|" + school);
    }

    /**
     * All that says which book it is, in one line: descriptions that share it are of one work, whatever their imprints say.
     * Where no author says so beyond doubt, it is all of the {@link #signature}.
     */
    public String heading() {
        if (title.isEmpty() || authors.stream().noneMatch(Traits::isTold)) {
            return signature();
        }
        return String.join(
                "\t",
                title + "|" + mainTitle + "|" + otherTitles,
                plain(authors),
                plain(helpers),
                String.valueOf(bodies),
                grades + " " + numbers,
                component + "|" + direction + "|" + medium + "|" + target,
                languages + "|" + kind.code() + "|" + school);
    }

    /** What tells the editions of its work apart. */
    public Imprint imprint() {
        return new Imprint(isbns, year, publishers, languages, form);
    }

    /** A name that is nobody else's: one surname, and not alone. */
    private static boolean isTold(PersonName name) {
        return name.kind() == PersonName.Kind.PERSON
                && name.surname().length() > SHORTEST_SURNAME
                && name.surname().chars().allMatch(Character::isLetter)
                && name.given().chars().anyMatch(Character::isLetter);
    }

    private static String plain(List<PersonName> names) {
        return names.stream().map(PersonName::plain).sorted().collect(Collectors.joining("|"));
    }

    private static String names(List<PersonName> names) {
        return names.stream().map(Traits::name).sorted().collect(Collectors.joining("|"));
    }

    private static String name(PersonName name) {
        String parts = String.join("~", name.surname(), name.given(), name.patronymic(), name.years());
        return parts.toLowerCase(Locale.ROOT) + (name.certain() ? "" : "?");
    }
}
