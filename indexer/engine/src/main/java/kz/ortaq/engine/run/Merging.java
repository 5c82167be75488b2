package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Participation;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.ResourceKind;

/**
 * Makes one record of those of one edition: each field is taken whole from the record that tells most of all those that
 * have it; titles, numbers, subjects, keywords, topics, grades, places and links are gathered from all of them, for what
 * one library says of those is no other word for what another says. People, publishers, notes and audiences are taken
 * whole: the same in other words would stand there twice.
 */
final class Merging {

    private static final int MOST_GATHERED = 100;
    private static final int MOST_TITLES = 20;
    private static final Pattern UNTOLD = Pattern.compile("[^\\p{L}\\p{N}]+");
    // What a reader wants to know of a book counts more than what a cataloguer does.
    private static final int MUCH = 3;

    private final List<Source> sources;
    private final Map<String, RecordId> from = new LinkedHashMap<>();

    private Merging(List<Source> sources) {
        this.sources = sources;
    }

    /** A record and its name. */
    record Source(RecordId id, BibRecord record) {}

    /** The one record, and for each field that was taken from one of several, which that was. */
    record Merged(BibRecord record, Map<String, RecordId> from) {}

    /** How much a record tells: what a person would look for first, counted. */
    static int score(BibRecord record) {
        int told = 0;
        for (Collection<?> field : List.of(
                record.contributors(),
                record.subjects(),
                record.descriptions(),
                record.languages(),
                record.identifiers(),
                record.publishers(),
                record.links())) {
            told += field.isEmpty() ? 0 : MUCH;
        }
        for (Collection<?> field : List.of(
                record.keywords(),
                record.publishedIn(),
                record.partOf(),
                record.series(),
                record.editions(),
                record.extents(),
                record.audiences(),
                record.grades(),
                record.rights(),
                record.callNumbers())) {
            told += field.isEmpty() ? 0 : 1;
        }
        return told + (record.year() == 0 ? 0 : MUCH) + (record.kind() == ResourceKind.OTHER ? 0 : 1);
    }

    /** Merges the records of one edition, in the order in which they came; there is at least one. */
    static Merged merge(List<Source> records) {
        if (records.size() == 1) {
            return new Merged(records.getFirst().record(), Map.of());
        }
        // A stable sort: of equals the oldest comes first.
        List<Source> best = records.stream()
                .sorted(Comparator.comparing((Source source) -> -score(source.record())))
                .toList();
        Merging merging = new Merging(best);
        return new Merged(merging.record(), merging.from);
    }

    private BibRecord record() {
        return BibRecord.titled(titles())
                .contributors(list("contributors", BibRecord::contributors))
                .subjects(gathered(BibRecord::subjects, BibRecord.Value::text))
                .keywords(gathered(BibRecord::keywords, BibRecord.Value::text))
                .topics(gathered(BibRecord::topics, topic -> topic))
                .descriptions(list("descriptions", BibRecord::descriptions))
                .languages(languages())
                .dates(list("dates", BibRecord::dates))
                .year(whole("year", BibRecord::year, value -> value != 0, 0))
                .identifiers(
                        gathered(BibRecord::identifiers, identifier -> identifier.scheme() + " " + identifier.value()))
                .publishers(list("publishers", BibRecord::publishers))
                .publishedIn(list("publishedIn", BibRecord::publishedIn))
                .partOf(list("partOf", BibRecord::partOf))
                .series(list("series", BibRecord::series))
                .editions(list("editions", BibRecord::editions))
                .extents(list("extents", BibRecord::extents))
                .audiences(list("audiences", BibRecord::audiences))
                .grades(List.copyOf(new TreeSet<>(gathered(BibRecord::grades, grade -> grade))))
                .level(whole("level", BibRecord::level, level -> !level.isEmpty(), ""))
                .age(whole("age", BibRecord::age, age -> age.from() >= 0, BibRecord.Age.UNMARKED))
                .places(gathered(BibRecord::places, place -> plain(place.text())))
                .rights(list("rights", BibRecord::rights))
                .licence(whole(
                        "licence",
                        BibRecord::licence,
                        licence -> !licence.equals(BibRecord.Licence.NONE),
                        BibRecord.Licence.NONE))
                .callNumbers(gathered(BibRecord::callNumbers, BibRecord.Value::text))
                .held(gathered(BibRecord::held, held -> held))
                .types(list("types", BibRecord::types))
                .participation(
                        whole("participation", BibRecord::participation, told -> !told.isEmpty(), Participation.NONE))
                .kind(whole("kind", BibRecord::kind, kind -> kind != ResourceKind.OTHER, ResourceKind.OTHER))
                .access(access())
                .links(gathered(BibRecord::links, link -> link))
                .origins(origins())
                .build();
    }

    /** Where what is understood was read from: of what one record gave, its fields; of the rest, those of all. */
    private Map<String, List<String>> origins() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Source source : sources) {
            source.record().origins().forEach((part, fields) -> {
                RecordId giver = from.get(part);
                if (giver == null || giver.equals(source.id())) {
                    List<String> told = all.computeIfAbsent(part, key -> new ArrayList<>());
                    fields.stream()
                            .filter(field -> !told.contains(field) && told.size() < MOST_GATHERED)
                            .forEach(told::add);
                }
            });
        }
        return all;
    }

    /** The titles of the best record first, and those that others give beside them, so that it is found by each. */
    private List<BibRecord.Value> titles() {
        whole("titles", BibRecord::titles, titles -> true, List.of());
        return gathered(BibRecord::titles, title -> plain(title.text())).stream()
                .limit(MOST_TITLES)
                .toList();
    }

    private static String plain(String text) {
        return UNTOLD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /**
     * The languages of the best record, and what others add that name one of them too: a dictionary in two languages. A
     * record that names others alone has more likely a wrong code.
     */
    private List<String> languages() {
        List<String> best = list("languages", BibRecord::languages);
        LinkedHashSet<String> all = new LinkedHashSet<>(best);
        for (Source source : sources) {
            List<String> told = source.record().languages();
            if (told.stream().anyMatch(best::contains)) {
                told.stream().filter(language -> all.size() < MOST_GATHERED).forEach(all::add);
            }
        }
        if (all.size() > best.size()) {
            from.remove("languages");
        }
        return List.copyOf(all);
    }

    /** The easiest way to the thing that any library gives. */
    private String access() {
        return Stream.of("open", "library", "request")
                .filter(access -> sources.stream()
                        .anyMatch(source -> source.record().access().equals(access)))
                .findFirst()
                .orElse("");
    }

    private <T> List<T> list(String field, Function<BibRecord, List<T>> values) {
        return whole(field, values, list -> !list.isEmpty(), List.of());
    }

    private <T> T whole(String field, Function<BibRecord, T> value, Predicate<T> told, T otherwise) {
        for (Source source : sources) {
            T found = value.apply(source.record());
            if (told.test(found)) {
                from.put(field, source.id());
                return found;
            }
        }
        return otherwise;
    }

    private <T> List<T> gathered(Function<BibRecord, List<T>> values, Function<T, Object> same) {
        LinkedHashSet<Object> seen = new LinkedHashSet<>();
        List<T> all = new ArrayList<>();
        for (Source source : sources) {
            for (T value : values.apply(source.record())) {
                if (all.size() < MOST_GATHERED && seen.add(same.apply(value))) {
                    all.add(value);
                }
            }
        }
        return all;
    }
}
