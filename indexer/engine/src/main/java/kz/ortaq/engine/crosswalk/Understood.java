package kz.ortaq.engine.crosswalk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ortaq.engine.values.AgeMark;
import kz.ortaq.engine.values.EventDates;
import kz.ortaq.engine.values.RightsStatements;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.BibRecord.Value;
import kz.ortaq.records.BibRecordBuilder;
import kz.ortaq.records.Participation;
import kz.ortaq.records.Participation.Occasion;
import kz.ortaq.records.Participation.Role;
import kz.ortaq.records.ResourceKind;

/** Adds to a record what its words mean, and from which fields that was read. */
final class Understood {

    private static final int MOST_ORIGINS = 10;
    // An age in a longer note may be anybody's: «с 12 лет он работал».
    private static final int LONGEST_MARK = 40;
    private static final int LONGEST_DATE = 100;
    private static final int LONGEST_ANNOUNCEMENT = 5_000;

    private static final Set<ResourceKind> ANNOUNCED =
            Set.of(ResourceKind.COURSE, ResourceKind.EVENT, ResourceKind.CONTEST);

    private final Vocabulary vocabulary;
    private final Function<String, List<Value>> parts;
    private final List<BibRecord.Identifier> identifiers;
    private final Map<String, List<String>> origins = new LinkedHashMap<>();

    /** @param parts the values of the record by the part of it that they fill */
    Understood(Vocabulary vocabulary, Function<String, List<Value>> parts, List<BibRecord.Identifier> identifiers) {
        this.vocabulary = vocabulary;
        this.parts = parts;
        this.identifiers = identifiers;
    }

    /**
     * Adds it.
     *
     * @param otherwise the kind where nothing tells one
     * @param accessOtherwise who may read it where nothing says so
     */
    BibRecordBuilder add(BibRecordBuilder record, ResourceKind otherwise, String accessOtherwise, List<Value> links) {
        List<String> languages = vocabulary.languages(texts("language"));
        origin("languages", !languages.isEmpty(), values("language"));
        int year = vocabulary.year(texts("date"));
        origin("year", year != 0, values("date"));
        List<String> words = Stream.of("subject", "keyword")
                .flatMap(part -> texts(part).stream())
                .toList();
        List<String> topics = vocabulary.topics(identifiers, words);
        origin("topics", !topics.isEmpty(), topical());
        origin("links", !links.isEmpty(), links);
        audience(record);
        rights(record, accessOtherwise);
        ResourceKind kind = kind(otherwise);
        Participation participation = participation(kind);
        if (year == 0) {
            year = year(participation);
            origin("year", year != 0, participation.occasions().stream().map(one -> new Value("", "", one.from())));
        }
        return record.languages(languages)
                .year(year)
                .topics(topics)
                .kind(kind)
                .participation(participation)
                .links(links.stream().map(Value::text).toList())
                .origins(origins);
    }

    private ResourceKind kind(ResourceKind otherwise) {
        Optional<ResourceKind> coded = vocabulary.codedKind(texts("kind-code"));
        List<String> hints = new ArrayList<>(texts("type"));
        hints.addAll(texts("kind-hint"));
        Optional<ResourceKind> kind = coded.or(() -> vocabulary.kind(hints));
        origin("kind", kind.isPresent(), coded.isPresent() ? values("kind-code") : values("type", "kind-hint"));
        return kind.orElse(otherwise);
    }

    private void audience(BibRecordBuilder record) {
        List<Integer> grades = vocabulary.grades(texts("audience"));
        origin("grades", !grades.isEmpty(), values("audience"));
        if (grades.isEmpty()) {
            grades = vocabulary.gradesOfTitles(texts("title"));
            origin("grades", !grades.isEmpty(), values("title"));
        }
        String level = vocabulary.level(texts("level"), texts("audience"), identifiers, texts("level-code"));
        origin("level", !level.isEmpty(), Stream.concat(values("level", "audience", "level-code"), classes()));
        if (level.isEmpty()) {
            level = vocabulary.level(texts("title"));
            origin("level", !level.isEmpty(), values("title"));
        }
        record.grades(grades).level(level).age(age());
    }

    private BibRecord.Age age() {
        Stream<Value> notes = Stream.of("description", "edition", "extent")
                .flatMap(part -> values(part))
                .filter(value -> value.text().length() <= LONGEST_MARK);
        return Stream.of(values("audience"), values("rights"), values("type"), values("title"), notes)
                .flatMap(Function.identity())
                .flatMap(value -> AgeMark.parse(value.text()).stream().map(mark -> {
                    origin("age", true, Stream.of(value));
                    return new BibRecord.Age(mark.written(), mark.from());
                }))
                .findFirst()
                .orElse(BibRecord.Age.UNMARKED);
    }

    private void rights(BibRecordBuilder record, String accessOtherwise) {
        RightsStatements.Rights rights = vocabulary.rights(texts("rights"));
        origin("licence", !rights.id().isEmpty() || !rights.permits().isEmpty(), values("rights"));
        origin("access", !rights.access().isEmpty(), values("rights"));
        record.licence(new BibRecord.Licence(
                        rights.id(),
                        rights.permits().stream()
                                .sorted()
                                .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                                .toList()))
                .access(rights.access().isEmpty() ? accessOtherwise : rights.access());
    }

    /** When and how one takes part, of what one takes part in: of a book with a price, nothing. */
    private Participation participation(ResourceKind kind) {
        List<Occasion> occasions = new ArrayList<>();
        for (Role role : Role.values()) {
            values(role.code()).forEach(value -> occasions.addAll(occasions(role, value)));
        }
        boolean announced = ANNOUNCED.contains(kind);
        if (!announced && (kind != ResourceKind.OTHER || occasions.isEmpty())) {
            return Participation.NONE;
        }
        if (announced && occasions.stream().noneMatch(one -> one.role() == Role.DEADLINE)) {
            lastDay().ifPresent(occasions::add);
        }
        return new Participation(
                occasions,
                parts.apply("eligibility"),
                parts.apply("requirement"),
                parts.apply("workload"),
                parts.apply("price"),
                parts.apply("certificate"),
                parts.apply("venue"));
    }

    /** The dates of a field; what tells no day stays as it is written. */
    private List<Occasion> occasions(Role role, Value value) {
        List<Occasion> told = vocabulary.eventDates(value.text()).stream()
                .map(date -> occasion(role == Role.START && date.closing() ? Role.END : role, date, value))
                .toList();
        boolean brief = value.text().length() <= LONGEST_DATE;
        return told.isEmpty() && brief ? List.of(new Occasion(role, value.text(), "", "", value.from())) : told;
    }

    private static Occasion occasion(Role role, EventDates.EventDate date, Value value) {
        return new Occasion(
                role,
                date.written(),
                date.day().toString(),
                date.instant().map(Object::toString).orElse(""),
                value.from());
    }

    /** The last day to apply that the text of an announcement names, read sentence by sentence. */
    private Optional<Occasion> lastDay() {
        return values("description")
                .flatMap(value -> Stream.of(beginning(value.text()).split("(?<=[.!?;])\\s+(?=\\p{Lu})|\\n"))
                        .flatMap(sentence -> vocabulary.eventDates(sentence).stream())
                        .filter(EventDates.EventDate::deadline)
                        .map(date -> occasion(Role.DEADLINE, date, value)))
                .findFirst();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(LONGEST_ANNOUNCEMENT, text.length()));
    }

    /** Of what is announced without a date of its own, the year in which it takes place. */
    private static int year(Participation participation) {
        return Stream.of(Role.START, Role.DEADLINE, Role.END)
                .flatMap(role -> participation.occasions(role).stream())
                .filter(occasion -> !occasion.day().isEmpty())
                .mapToInt(occasion -> LocalDate.parse(occasion.day()).getYear())
                .findFirst()
                .orElse(0);
    }

    private Stream<Value> topical() {
        return Stream.concat(classes(), values("subject", "keyword"));
    }

    private Stream<Value> classes() {
        return identifiers.stream()
                .filter(one -> Vocabulary.isClass(one.scheme()))
                .map(one -> new Value(one.value(), "", one.from()));
    }

    private void origin(String part, boolean told, List<Value> from) {
        origin(part, told, from.stream());
    }

    private void origin(String part, boolean told, Stream<Value> from) {
        if (told) {
            origins.putIfAbsent(
                    part, from.map(Value::from).distinct().limit(MOST_ORIGINS).toList());
        }
    }

    private Stream<Value> values(String... names) {
        return Stream.of(names).flatMap(name -> parts.apply(name).stream());
    }

    private List<String> texts(String part) {
        return parts.apply(part).stream().map(Value::text).toList();
    }
}
