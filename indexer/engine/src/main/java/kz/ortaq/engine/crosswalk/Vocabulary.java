package kz.ortaq.engine.crosswalk;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.engine.values.ClassNumbers;
import kz.ortaq.engine.values.EventDates;
import kz.ortaq.engine.values.Grades;
import kz.ortaq.engine.values.Kinds;
import kz.ortaq.engine.values.LanguageCodes;
import kz.ortaq.engine.values.Levels;
import kz.ortaq.engine.values.PublicationDate;
import kz.ortaq.engine.values.RightsStatements;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;

/** The words by which records say what a thing is, in which language, and who may read it. */
final class Vocabulary {

    private static final Set<String> LEVELS =
            Stream.of(Levels.Level.values()).map(Vocabulary::code).collect(Collectors.toUnmodifiableSet());

    private final Kinds kinds = new Kinds();
    private final RightsStatements rights = new RightsStatements();
    private final Levels levels = new Levels();
    private final LanguageCodes languages = new LanguageCodes();
    private final ClassNumbers classes = new ClassNumbers();
    private final EventDates eventDates = new EventDates();

    /** The kind that one of these texts names; the table's order decides between several. */
    Optional<ResourceKind> kind(List<String> texts) {
        return kinds.of(texts);
    }

    /** The ISO 639-1 codes of languages as records write them; a code that is not in the table stays as it is. */
    List<String> languages(List<String> texts) {
        return languages.of(texts);
    }

    /** The topics that class numbers and words of subjects lead to, each behind the broader one. */
    List<String> topics(List<BibRecord.Identifier> identifiers, List<String> subjects) {
        Set<String> topics = new LinkedHashSet<>();
        for (BibRecord.Identifier identifier : identifiers) {
            classes.topics(identifier.scheme(), identifier.value()).forEach(topic -> addTopic(topics, topic));
        }
        // A heading with subdivisions is about its first part.
        subjects.forEach(subject -> classes.topic(subject)
                .or(() -> classes.topic(subject.split(" — ", 2)[0]))
                .ifPresent(topic -> addTopic(topics, topic)));
        return List.copyOf(topics);
    }

    private void addTopic(Set<String> topics, String topic) {
        classes.parent(topic).ifPresent(topics::add);
        topics.add(topic);
    }

    /** The days and moments that an announcement names. */
    List<EventDates.EventDate> eventDates(String text) {
        return eventDates.parse(text);
    }

    /** The grades that the audience names. */
    List<Integer> grades(List<String> audiences) {
        return grades(audiences, Grades::parse);
    }

    /** The grades that titles name. */
    List<Integer> gradesOfTitles(List<String> titles) {
        return grades(titles, Grades::inTitle);
    }

    private static List<Integer> grades(List<String> texts, Function<String, Grades> reading) {
        Set<Integer> grades = new TreeSet<>();
        texts.forEach(text -> grades.addAll(reading.apply(text).grades()));
        return List.copyOf(grades);
    }

    /**
     * The level that a table's words name, notes on the audience say, class numbers show, or coded data tell, in this
     * order; everybody, of coded data, is what cataloguers type who do not mind.
     */
    String level(
            List<String> named, List<String> audiences, List<BibRecord.Identifier> identifiers, List<String> coded) {
        Stream<String> told = named.stream().filter(LEVELS::contains);
        Stream<String> said = levels.of(audiences).map(Vocabulary::code).stream();
        Stream<String> classed = identifiers.stream()
                .flatMap(one -> Levels.ofClass(one.scheme(), one.value()).stream())
                .map(Vocabulary::code);
        List<String> codes = coded.stream()
                .flatMap(code -> Levels.ofCodedData(code).stream())
                .map(Vocabulary::code)
                .sorted(Comparator.comparing(code(Levels.Level.GENERAL)::equals))
                .toList();
        return Stream.of(told, said, classed, codes.stream())
                .flatMap(Function.identity())
                .findFirst()
                .orElse("");
    }

    /** The level that one of these texts names. */
    String level(List<String> texts) {
        return levels.of(texts).map(Vocabulary::code).orElse("");
    }

    private static String code(Levels.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** The kind that the coded data of a book tell. */
    Optional<ResourceKind> codedKind(List<String> coded) {
        return coded.stream().flatMap(data -> Kinds.ofCodedData(data).stream()).findFirst();
    }

    /** What these statements mean together. */
    RightsStatements.Rights rights(List<String> statements) {
        return rights.of(statements);
    }

    /** Whether a scheme of identifiers is one of classes. */
    static boolean isClass(String scheme) {
        return scheme.equals(ClassNumbers.UDC) || scheme.equals(ClassNumbers.BBK) || scheme.equals(ClassNumbers.DDC);
    }

    /** The first year that one of these dates tells; 0 when none does. */
    int year(List<String> dates) {
        for (String date : dates) {
            int year = PublicationDate.parse(date).year();
            if (year > 0) {
                return year;
            }
        }
        return 0;
    }
}
