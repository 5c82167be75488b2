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
import kz.ortaq.records.RecordId;
import kz.ortaq.records.ResourceKind;

/**
 * Makes one record of those of one edition: each field is taken whole from the record that tells most of all those that
 * have it; titles, numbers, subjects, topics and links are gathered from all of them.
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
        int year = whole("year", BibRecord::year, value -> value != 0, 0);
        return new BibRecord(
                titles(),
                list("contributors", BibRecord::contributors),
                gathered(BibRecord::subjects, BibRecord.Value::text),
                gathered(BibRecord::topics, topic -> topic),
                list("descriptions", BibRecord::descriptions),
                list("languages", BibRecord::languages),
                list("dates", BibRecord::dates),
                year,
                gathered(BibRecord::identifiers, identifier -> identifier.scheme() + " " + identifier.value()),
                list("publishers", BibRecord::publishers),
                list("partOf", BibRecord::partOf),
                list("series", BibRecord::series),
                list("editions", BibRecord::editions),
                list("extents", BibRecord::extents),
                list("audiences", BibRecord::audiences),
                List.copyOf(new TreeSet<>(gathered(BibRecord::grades, grade -> grade))),
                list("places", BibRecord::places),
                list("rights", BibRecord::rights),
                gathered(BibRecord::callNumbers, BibRecord.Value::text),
                list("types", BibRecord::types),
                whole("kind", BibRecord::kind, kind -> kind != ResourceKind.OTHER, ResourceKind.OTHER),
                access(),
                gathered(BibRecord::links, link -> link));
    }

    /** The titles of the best record first, and those that others give beside them, so that it is found by each. */
    private List<BibRecord.Value> titles() {
        whole("titles", BibRecord::titles, titles -> true, List.of());
        return gathered(
                        BibRecord::titles,
                        title -> UNTOLD.matcher(title.text().toLowerCase(Locale.ROOT))
                                .replaceAll(""))
                .stream()
                .limit(MOST_TITLES)
                .toList();
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
