package kz.ortaq.server.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.ortaq.engine.values.Place;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.Library;

/** Says how near libraries are to one reader. Serves one request. */
public final class Nearness {

    // A branch of a branch of a system; whoever registers a circle is not followed round it.
    private static final int DEEPEST = 10;
    // A region has a thousand schools; a statement may not name any number of them.
    private static final int MOST_NEAR = 5_000;

    private final Reader reader;
    private final Map<String, Library> libraries;
    private final Places places;
    private final Optional<Place> here;
    private final Set<String> above;
    private final Map<String, Distance> found = new HashMap<>();

    /** How near a library is, the nearest first. */
    public enum Distance {
        /** The reader's own. */
        OWN,
        /** In their town or district. */
        DISTRICT,
        /** In their region. */
        REGION,
        /** Of one system with theirs, wherever it is. */
        SYSTEM,
        ELSEWHERE
    }

    Nearness(Reader reader, Map<String, Library> libraries, Places places) {
        this.reader = reader;
        this.libraries = libraries;
        this.places = places;
        Library own = libraries.get(reader.library());
        this.here = own == null ? places.of(reader.place()) : place(own, places);
        this.above = own == null ? Set.of() : system(own.id());
    }

    public Reader reader() {
        return reader;
    }

    /** The place that the reader told of, or that their library stands in. */
    public Optional<Place> here() {
        return here;
    }

    /** How near a library is; {@link Distance#ELSEWHERE} of all where nothing is known of the reader. */
    public Distance of(String library) {
        return found.computeIfAbsent(library, this::distance);
    }

    /**
     * The sources of the libraries that are near, those of the nearest in the first set.
     *
     * @param byLibrary the sources of each library
     */
    List<Set<String>> sources(Map<String, List<String>> byLibrary) {
        Map<Distance, Set<String>> near = new EnumMap<>(Distance.class);
        if (reader.isKnown()) {
            byLibrary.forEach((library, sources) -> near.computeIfAbsent(of(library), distance -> new TreeSet<>())
                    .addAll(sources));
        }
        near.remove(Distance.ELSEWHERE);
        List<Set<String>> sets = new ArrayList<>();
        int room = MOST_NEAR;
        for (Set<String> set : near.values()) {
            sets.add(set.stream().limit(room).collect(Collectors.toSet()));
            room -= Math.min(room, set.size());
        }
        return sets;
    }

    private Distance distance(String id) {
        if (!reader.isKnown()) {
            return Distance.ELSEWHERE;
        }
        if (id.equals(reader.library())) {
            return Distance.OWN;
        }
        Library library = libraries.get(id);
        Optional<Place> there = library == null ? Optional.empty() : place(library, places);
        if (there.isPresent() && here.isPresent()) {
            boolean region = there.get().highest().equals(here.get().highest());
            // A region is no district: what is known of it alone may be at its other end.
            if (region
                    && there.get().district().equals(here.get().district())
                    && !here.get().kind().equals(Place.Kind.REGION)) {
                return Distance.DISTRICT;
            }
            // Of the libraries of Алматы one tells the city, another its district.
            if (region
                    && places.of(here.get().highest()).filter(Nearness::isCity).isPresent()) {
                return Distance.DISTRICT;
            }
            if (region) {
                return Distance.REGION;
            }
        }
        return system(id).stream().anyMatch(above::contains) ? Distance.SYSTEM : Distance.ELSEWHERE;
    }

    private static boolean isCity(Place place) {
        return place.kind() == Place.Kind.CITY;
    }

    /** Where a library stands: by its code, else by its region where that is certainly one place. */
    public static Optional<Place> place(Library library, Places places) {
        Optional<Place> place = places.of(library.standing().place());
        return place.isPresent() || library.region().isEmpty() ? place : places.located(library.region());
    }

    /** A library and those that it is a branch of. */
    private Set<String> system(String id) {
        Set<String> system = new LinkedHashSet<>();
        String next = id;
        while (!next.isEmpty() && system.size() < DEEPEST && system.add(next)) {
            Library library = libraries.get(next);
            next = library == null ? "" : library.standing().parent();
        }
        return system;
    }
}
