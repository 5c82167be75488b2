package kz.ortaq.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.values.Place;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Library;
import kz.ortaq.records.Work;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.Holders;
import kz.ortaq.server.catalogue.LibraryJson;
import kz.ortaq.server.catalogue.Nearness;
import kz.ortaq.server.catalogue.Readers;
import kz.ortaq.server.catalogue.RequestLinks;

/** A work as JSON: its editions, with those that hold them, as far as they are shown, the nearest to the reader first. */
final class WorkJson {

    private final Places places;
    private final Map<String, Library> libraries;
    private final Nearness near;
    private final RequestLinks requests;
    private final Holders holders;

    /** @param given the parameters of the address, which may say where the reader is */
    WorkJson(Catalogue catalogue, Map<String, List<String>> given) throws Readers.Unknown {
        places = catalogue.places();
        libraries = catalogue.libraries();
        near = catalogue.near(catalogue.readers().read(given, libraries), libraries);
        requests = catalogue.requests();
        holders = catalogue.holders(near);
    }

    Map<String, Object> of(IndexedWork indexed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", indexed.work().id());
        json.put("title", indexed.work().record().title());
        json.put("libraries", indexed.libraries());
        json.put("sources", indexed.sources());
        json.put(
                "places",
                places(
                        indexed,
                        record -> record.places().stream().flatMap(value -> places.certain(value.text(), 0).stream())));
        json.put(
                "publishedIn",
                places(
                        indexed,
                        record -> record.publishedIn().stream()
                                .flatMap(value -> places.publishedIn(value.text(), record.year()).stream())));
        Map<String, List<Holding>> first = holders.first(indexed.work());
        json.put(
                "editions",
                indexed.work().editions().stream()
                        .map(edition -> edition(edition, first.getOrDefault(edition.id(), List.of())))
                        .toList());
        List<Map<String, Object>> documents = new ArrayList<>();
        for (IndexedWork.NamedText text : indexed.texts()) {
            documents.add(Map.of(
                    "name", text.name(),
                    "mediaType", text.text().mediaType(),
                    "language", text.text().language(),
                    "pages", text.text().pages().size(),
                    "characters", text.text().characters()));
        }
        json.put("documents", documents);
        return json;
    }

    /** Places that are certain, each once. */
    private List<Map<String, Object>> places(IndexedWork indexed, Function<BibRecord, Stream<Place>> named) {
        return indexed.work().editions().stream()
                .flatMap(edition -> named.apply(edition.record()))
                .distinct()
                .map(place -> LibraryJson.place(place, places))
                .toList();
    }

    /** Some of those that hold an edition; with where the next are, until there are none. */
    Map<String, Object> holdings(Work work, Edition edition, int offset, int limit) {
        List<Holding> some = holders.page(work, edition, offset, limit);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("work", work.id());
        json.put("edition", edition.id());
        json.put("total", edition.held());
        json.put("offset", offset);
        json.put("limit", limit);
        json.put("next", offset + some.size() < edition.held() && !some.isEmpty() ? offset + some.size() : null);
        json.put(
                "holdings",
                some.stream().map(holding -> holding(holding, edition.record())).toList());
        return json;
    }

    private Map<String, Object> edition(Edition edition, List<Holding> first) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", edition.id());
        json.put("record", edition.record());
        json.put("held", edition.held());
        json.put(
                "holdings",
                first.stream()
                        .map(holding -> holding(holding, edition.record()))
                        .toList());
        json.put("from", edition.from());
        return json;
    }

    private Map<String, Object> holding(Holding holding, BibRecord record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("library", holding.library());
        json.put("record", holding.record());
        json.put("callNumber", holding.callNumber());
        json.put("copies", holding.copies());
        json.put("link", holding.link());
        json.put("access", holding.access());
        json.put("request", requests.of(holding, record).orElse(null));
        Library library = libraries.get(holding.library());
        Optional<Place> place = library == null ? Optional.empty() : Nearness.place(library, places);
        json.put("place", place.map(Place::code).orElse(null));
        if (near.reader().isKnown()) {
            json.put("distance", near.of(holding.library()).name().toLowerCase(Locale.ROOT));
        }
        return json;
    }
}
