package kz.ortaq.engine.index;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ortaq.config.Language;
import kz.ortaq.engine.values.ClassNumbers;
import kz.ortaq.engine.values.Place;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.BibRecord;

/** What topics and places of a record are called in all languages, so that a book is found in one that it is not in. */
final class Captions {

    private final ClassNumbers topics = new ClassNumbers();
    private volatile Places places = new Places();

    /** Says which places there are, where an operator knows more of them than the program. */
    void knowing(Places all) {
        places = all;
    }

    /** The names of its topics. */
    Stream<String> topics(BibRecord record) {
        return record.topics().stream()
                .flatMap(topic -> Stream.of(Language.values()).map(language -> topics.label(topic, language.code())))
                .distinct();
    }

    /** The names of the places that it is certainly about, and of the regions they lie in. */
    Stream<String> places(BibRecord record) {
        return record.places().stream()
                .map(value -> places.certain(value.text(), 0))
                .flatMap(Optional::stream)
                .flatMap(place -> Stream.of(place.code(), place.district(), place.highest()))
                .distinct()
                .map(places::of)
                .flatMap(Optional::stream)
                .flatMap(Captions::names)
                .distinct();
    }

    /** The codes of the regions that it is certainly about. */
    List<String> regions(BibRecord record) {
        return record.places().stream()
                .map(value -> places.region(value.text()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Stream<String> names(Place place) {
        return Stream.of(Language.values()).map(place::name);
    }
}
