package kz.ortaq.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.values.EventDates;
import kz.ortaq.engine.values.Place;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Participation;
import kz.ortaq.records.Participation.Role;
import kz.ortaq.records.Work;
import org.jspecify.annotations.Nullable;

/** Gathers what the records of a work say, each thing once. */
final class WorkFacts {

    private static final int MOST_VALUES = 30;
    private static final int LONGEST_VALUE = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("dd.MM.uuuu HH:mm")
            .appendLiteral(" (UTC")
            .appendOffset("+H", "")
            .appendLiteral(")")
            .toFormatter(Locale.ROOT)
            .withZone(EventDates.KAZAKHSTAN);

    private final Words words;
    private final List<BibRecord> records;
    private final Map<String, List<Line>> facts = new LinkedHashMap<>();

    WorkFacts(Words words, Work work) {
        this.words = words;
        this.records = work.editions().stream().map(edition -> edition.record()).toList();
    }

    /** All titles but the one that heads the page. */
    List<Line> otherTitles() {
        String main = records.getFirst().title();
        return values(BibRecord::titles, value -> null)
                .filter(line -> !line.text().equals(main))
                .distinct()
                .limit(MOST_VALUES)
                .toList();
    }

    List<String> languages() {
        return records.stream()
                .flatMap(record -> record.languages().stream())
                .distinct()
                .limit(MOST_VALUES)
                .toList();
    }

    /**
     * The details of a work, in the order in which a reader asks for them.
     *
     * @param text whether its full text can be searched
     */
    List<WorkView.Fact> details(boolean text) {
        participation();
        contributors();
        add("work.subjects", values(BibRecord::subjects, value -> search(value.text())));
        add("work.keywords", values(BibRecord::keywords, value -> search(value.text())));
        add(
                "work.topics",
                records.stream()
                        .flatMap(record -> record.topics().stream())
                        .distinct()
                        .map(topic -> line(words.value(Facet.TOPIC, topic))));
        add(
                "work.kind",
                records.stream()
                        .map(record ->
                                line(words.value(Facet.KIND, record.kind().code()))));
        add("work.languages", languages().stream().map(words::languageName).map(WorkFacts::line));
        add("work.dates", values(BibRecord::dates, value -> null));
        add(isAnnounced() ? "work.provider" : "work.publisher", values(BibRecord::publishers, value -> null));
        add("work.published-in", publishedIn());
        add("work.edition", values(BibRecord::editions, value -> null));
        add("work.series", hosts(BibRecord::series));
        add("work.part-of", hosts(BibRecord::partOf));
        add("work.extent", values(BibRecord::extents, value -> null));
        add("work.audience", values(BibRecord::audiences, value -> null));
        add("work.age", texts(record -> record.age().mark()));
        add("work.places", places());
        add("work.identifiers", identifiers());
        add("work.rights", values(BibRecord::rights, WorkFacts::web));
        add("work.licence", texts(record -> record.licence().id()));
        add("work.links", links());
        add("work.text", Stream.of(line(words.of(text ? "work.text.yes" : "work.text.no"))));
        return facts.entrySet().stream()
                .map(fact -> new WorkView.Fact(fact.getKey(), fact.getValue()))
                .toList();
    }

    private void contributors() {
        Map<String, List<Line>> byRole = new LinkedHashMap<>();
        for (BibRecord record : records) {
            for (BibRecord.Contributor contributor : record.contributors()) {
                String role = contributor.role();
                String name = words.find("role." + role).orElse(role.isBlank() ? words.of("role.contributor") : role);
                byRole.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(new Line(shorten(contributor.name()), null, search(contributor.name())));
            }
        }
        byRole.entrySet().stream()
                .limit(MOST_VALUES)
                .forEach(role -> addNamed(shorten(role.getKey()), role.getValue().stream()));
    }

    /**
     * Of courses, events and contests a reader asks first until when, for whom and for how much. Where it was held before,
     * the next or last time counts.
     */
    private void participation() {
        List<Participation> latest =
                records.stream().map(BibRecord::participation).max(Comparator.comparing(WorkFacts::lastDay)).stream()
                        .toList();
        occasions("work.deadline", latest, Role.DEADLINE);
        occasions("work.start", latest, Role.START);
        occasions("work.end", latest, Role.END);
        terms("work.venue", latest, Participation::venues);
        terms("work.eligibility", latest, Participation::eligibility);
        terms("work.requirement", latest, Participation::requirements);
        terms("work.workload", latest, Participation::workloads);
        terms("work.price", latest, Participation::prices);
        terms("work.certificate", latest, Participation::certificates);
    }

    private static String lastDay(Participation participation) {
        return participation.occasions().stream()
                .map(Participation.Occasion::day)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private void occasions(String key, List<Participation> told, Role role) {
        add(key, told.stream().flatMap(one -> one.occasions(role).stream()).map(occasion -> line(moment(occasion))));
    }

    private void terms(String key, List<Participation> told, Function<Participation, List<BibRecord.Value>> part) {
        add(key, told.stream().flatMap(one -> lines(part.apply(one).stream(), value -> null)));
    }

    /** A day as it is written here; a moment by the clock of Kazakhstan, which has one time zone. */
    private static String moment(Participation.Occasion occasion) {
        if (occasion.day().isEmpty()) {
            return shorten(occasion.written());
        }
        if (occasion.moment().isEmpty()) {
            return DAY.format(LocalDate.parse(occasion.day()));
        }
        return MOMENT.format(Instant.parse(occasion.moment()));
    }

    private boolean isAnnounced() {
        return records.stream().allMatch(record -> switch (record.kind()) {
            case COURSE, EVENT, CONTEST -> true;
            default -> false;
        });
    }

    private Stream<Line> identifiers() {
        return records.stream().flatMap(record -> record.identifiers().stream()).map(identifier -> {
            String scheme = words.find("identifier." + identifier.scheme()).orElse(identifier.scheme());
            boolean named = !identifier.scheme().equals("other");
            String address = identifier.scheme().equals("doi")
                    ? WebLinks.safe("https://doi.org/" + identifier.value()).orElse(null)
                    : WebLinks.safe(identifier.value()).orElse(null);
            return new Line(shorten(named ? scheme + " " + identifier.value() : identifier.value()), null, address);
        });
    }

    private Stream<Line> links() {
        return records.stream()
                .flatMap(record -> record.links().stream())
                .flatMap(link -> WebLinks.safe(link).stream().map(address -> new Line(shorten(link), null, address)));
    }

    private Stream<Line> values(
            Function<BibRecord, List<BibRecord.Value>> part, Function<BibRecord.Value, @Nullable String> address) {
        return lines(records.stream().flatMap(record -> part.apply(record).stream()), address);
    }

    private Stream<Line> lines(Stream<BibRecord.Value> values, Function<BibRecord.Value, @Nullable String> address) {
        return values.map(value ->
                new Line(shorten(value.text()), TextLanguage.of(value, words.language()), address.apply(value)));
    }

    /** Each as it was written, and what it is called today where it was called otherwise. */
    private Stream<Line> publishedIn() {
        return records.stream()
                .flatMap(record -> record.publishedIn().stream().map(value -> {
                    Optional<Place> place = words.places().publishedIn(value.text(), record.year());
                    return new Line(shorten(value.text()) + today(place, value), null, null);
                }));
    }

    /** What it is about: where the region is certain, all about that region is one click away. */
    private Stream<Line> places() {
        return records.stream().flatMap(record -> record.places().stream()).map(value -> {
            String address = words.places()
                    .region(value.text())
                    .map(code -> SearchAddress.of(words.language(), "")
                            .with(Facet.REGION, code)
                            .toString())
                    .orElse(null);
            Optional<Place> place = words.places().certain(value.text(), 0);
            return new Line(shorten(value.text()) + today(place, value), null, address);
        });
    }

    private String today(Optional<Place> place, BibRecord.Value written) {
        String plain = written.text().toLowerCase(Locale.ROOT);
        return place.filter(known -> known.names().values().stream()
                        .noneMatch(name -> plain.contains(name.toLowerCase(Locale.ROOT))))
                .map(known -> " (" + known.name(words.language()) + ")")
                .orElse("");
    }

    private Stream<Line> texts(Function<BibRecord, String> part) {
        return records.stream().map(part).filter(text -> !text.isEmpty()).map(WorkFacts::line);
    }

    private Stream<Line> hosts(Function<BibRecord, List<BibRecord.Host>> part) {
        return records.stream()
                .flatMap(record -> part.apply(record).stream())
                .map(host -> new Line(shorten(host.text()), null, search(host.title())))
                .filter(line -> !line.text().isBlank());
    }

    private void add(String key, Stream<Line> lines) {
        addNamed(words.of(key), lines);
    }

    private void addNamed(String name, Stream<Line> lines) {
        List<Line> distinct = lines.distinct().limit(MOST_VALUES).toList();
        if (!distinct.isEmpty()) {
            facts.put(name, distinct);
        }
    }

    /** The search for these words as they stand. */
    private String search(String text) {
        String phrase = '"' + Excerpt.shorten(text.replace('"', ' '), 200).strip() + '"';
        return SearchAddress.of(words.language(), phrase).toString();
    }

    private static @Nullable String web(BibRecord.Value value) {
        return WebLinks.safe(value.text()).orElse(null);
    }

    private static Line line(String text) {
        return new Line(text, null, null);
    }

    private static String shorten(String text) {
        return Excerpt.shorten(text, LONGEST_VALUE);
    }
}
