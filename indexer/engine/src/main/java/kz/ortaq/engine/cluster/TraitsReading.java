package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.engine.values.Grades;
import kz.ortaq.engine.values.Imprints;
import kz.ortaq.engine.values.Isbn;
import kz.ortaq.engine.values.PersonName;
import kz.ortaq.engine.values.TextbookParts;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;

/** Reads the traits of a record. */
final class TraitsReading {

    private static final int MOST = 12;
    private static final Imprints IMPRINTS = new Imprints();
    // «Абылқасымова А.Е., Кучер Т.П.»: two authors in one field.
    private static final Pattern SEVERAL = Pattern.compile("\\s*;\\s*|(?<=\\p{L}\\.),\\s*(?=\\p{Lu}[\\p{L}-]{2})");
    private static final Pattern PAGES =
            Pattern.compile("(?<!\\d)(\\d{1,4})\\s*(?:\\[\\d+\\]\\s*)?(?:с|б|p|бет|стр|pages|pp)(?!\\p{L})");
    private static final Pattern LARGE = Pattern.compile("крупн\\p{L}* шрифт");

    private TraitsReading() {}

    static Traits read(BibRecord record) {
        String title = TitleReading.plain(record.title());
        TextbookParts parts = TextbookParts.parse(title);
        TextbookParts beside = TextbookParts.parse(joined(record.audiences()) + " " + joined(record.editions()));
        List<Integer> grades = record.grades().isEmpty() ? Grades.inTitle(title).grades() : record.grades();
        List<PersonName> creators = names(record, role -> role.equals("creator"));
        List<PersonName> authors = persons(creators);
        List<PersonName> helpers = persons(names(record, role -> !role.equals("creator")));
        if (authors.isEmpty() && helpers.isEmpty()) {
            authors = Responsibility.authors(TitleReading.bounded(record.title()));
        }
        String direction = told(parts.direction(), beside.direction());
        String medium = told(parts.medium(), beside.medium());
        String about = Stream.of(
                        List.of(record.titles().getFirst()), record.types(), record.extents(), record.editions())
                .map(TraitsReading::joined)
                .collect(Collectors.joining(" "));
        List<List<String>> words = TitleReading.words(parts.bareTitle());
        boolean school = record.kind() == ResourceKind.TEXTBOOK
                || TitleReading.isSubject(words)
                || !grades.isEmpty()
                || !direction.isEmpty()
                || !medium.isEmpty()
                || !parts.target().isEmpty();
        return new Traits(
                words,
                TitleReading.main(title, words),
                otherTitles(record, school ? TitleReading.inOtherLanguages(words) : List.of()),
                authors,
                helpers,
                bodies(creators),
                List.copyOf(new TreeSet<>(grades)),
                parts.part(),
                parts.unit(),
                parts.numbers(),
                component(parts.components()),
                direction,
                medium,
                parts.target(),
                isbns(record),
                record.year(),
                publishers(record),
                languages(record),
                record.kind(),
                form(about.toLowerCase(Locale.ROOT)),
                pages(joined(record.extents())),
                school);
    }

    private static List<List<List<String>>> otherTitles(BibRecord record, List<List<List<String>>> ofSubject) {
        return Stream.concat(
                        Stream.concat(
                                        record.titles().stream().skip(1).map(BibRecord.Value::text),
                                        TitleReading.parallel(record.title()).stream())
                                .map(other -> TextbookParts.parse(TitleReading.plain(other)))
                                .map(parts -> TitleReading.words(parts.bareTitle())),
                        ofSubject.stream())
                .limit(MOST)
                .toList();
    }

    private static List<PersonName> persons(List<PersonName> names) {
        return names.stream()
                .filter(name -> name.kind() == PersonName.Kind.PERSON)
                .limit(MOST)
                .toList();
    }

    private static List<String> bodies(List<PersonName> names) {
        return names.stream()
                .filter(name -> name.kind() == PersonName.Kind.BODY)
                .map(name -> TitleReading.words(name.surname()).stream()
                        .map(List::getFirst)
                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    private static List<PersonName> names(BibRecord record, Predicate<String> role) {
        return record.contributors().stream()
                .filter(contributor -> role.test(contributor.role()))
                .flatMap(contributor -> several(TitleReading.bounded(contributor.name())))
                .filter(name -> !name.isBlank())
                .map(PersonName::parse)
                .toList();
    }

    private static Stream<String> several(String names) {
        return names.indexOf(';') < 0 && !names.contains(".,") ? Stream.of(names) : SEVERAL.splitAsStream(names);
    }

    /** What a book is beside the textbook of its name, for a workbook names the textbook that it belongs to. */
    private static String component(List<String> named) {
        List<String> beside = named.stream()
                .filter(component -> !component.equals("student-book") && !component.equals("textbook"))
                .toList();
        return named.isEmpty() ? "" : beside.isEmpty() ? "textbook" : String.join("+", beside);
    }

    /** Where a record does not say its language, «сынып» and «класс» in its title do. */
    private static List<String> languages(BibRecord record) {
        if (!record.languages().isEmpty()) {
            return List.copyOf(new TreeSet<>(record.languages()));
        }
        String shown = TitleReading.language(record.title());
        return shown.isEmpty() ? List.of() : List.of(shown);
    }

    private static List<String> isbns(BibRecord record) {
        return record.identifiers().stream()
                .filter(identifier -> identifier.scheme().equals("isbn"))
                .flatMap(identifier -> Isbn.parse(identifier.value()).stream())
                .filter(Isbn::valid)
                .map(Isbn::number)
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    /** Publishers with their words folded over alphabets, so that «Мектеп» and “Mektep” are one. */
    private static List<String> publishers(BibRecord record) {
        Set<String> all = new TreeSet<>();
        for (BibRecord.Value publisher : record.publishers()) {
            String name = IMPRINTS.publisher(TitleReading.bounded(publisher.text()));
            if (!name.isEmpty() && all.size() < MOST) {
                all.add(TitleReading.words(name).stream().map(List::getFirst).collect(Collectors.joining(" ")));
            }
        }
        return List.copyOf(all);
    }

    private static String form(String about) {
        if (about.contains("брайл") || about.contains("braille")) {
            return "braille";
        }
        boolean large = about.contains("ірі қаріп")
                || about.contains("large print")
                || LARGE.matcher(about).find();
        return large ? "large-print" : "";
    }

    private static int pages(String extent) {
        Matcher found = PAGES.matcher(extent.toLowerCase(Locale.ROOT));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String told(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String joined(Collection<BibRecord.Value> values) {
        List<String> texts = new ArrayList<>(new LinkedHashSet<>(
                values.stream().limit(MOST).map(BibRecord.Value::text).toList()));
        return TitleReading.bounded(String.join(" ", texts));
    }
}
