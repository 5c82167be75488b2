package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Language;
import kz.ortaq.config.Tables;
import org.jspecify.annotations.Nullable;

/** The places of {@code places.yaml} by their codes and by the keys of their names. Immutable once read. */
final class PlaceTable {

    static final Map<String, Place.Kind> SECTIONS = sections();
    private static final Pattern CODE = Pattern.compile("\\d{9}");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})?–(\\d{4})?");
    private static final int OPEN = 9999;
    static final String PLACES = "places.yaml: ";

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, List<Named>> named = new HashMap<>();
    private final Map<String, Set<String>> divided = new HashMap<>();

    /** A place by one of its names; {@code former} is null for one of today. */
    record Named(Place place, Place.@Nullable FormerName former) {}

    PlaceTable(Map<String, Object> table, PlaceReading reading) {
        SECTIONS.forEach((section, kind) -> {
            if (table.get(section) instanceof Map<?, ?> entries) {
                entries.forEach((code, entry) -> add(String.valueOf(code), kind, fields(entry), reading));
            }
        });
    }

    Map<String, Place> places() {
        return places;
    }

    List<Named> named(String key) {
        return named.getOrDefault(key, List.of());
    }

    /** What a part may mean by what its names held in a year. */
    List<Named> named(PlaceReading.Part part, int year) {
        Map<String, Named> found = new LinkedHashMap<>();
        for (String key : part.keys()) {
            // The districts of cities have names that are everywhere; only beside a town of their name they count.
            boolean town = named(key).stream().anyMatch(named -> named.place().kind() == Place.Kind.TOWN);
            for (Named named : named(key)) {
                Place.Kind kind = named.place().kind();
                boolean fits = part.type() == null
                        ? kind != Place.Kind.CITY_DISTRICT || town
                        : part.type().fits(kind);
                boolean held = named.former() == null || named.former().heldIn(year);
                if (fits && held) {
                    found.merge(named.place().code(), named, (one, other) -> one.former() == null ? one : other);
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Those that lie in regions which were divided off from one of these. */
    List<Named> dividedOff(List<Named> all, Set<String> regions) {
        return all.stream()
                .filter(named -> regions.stream()
                        .anyMatch(region -> divided.getOrDefault(region, Set.of())
                                .contains(named.place().highest())))
                .toList();
    }

    /**
     * Adds a place.
     *
     * @throws IllegalStateException where it cannot be one, saying why
     */
    void add(String code, Place.Kind kind, Map<String, Object> entry, PlaceReading reading) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            if (entry.get(language.code()) instanceof String name && !name.isBlank()) {
                names.put(language, name);
            }
        }
        if (!CODE.matcher(code).matches() || !names.containsKey(Language.KK) || !names.containsKey(Language.RU)) {
            throw new IllegalStateException(
                    PLACES + code + ": a place has a code of nine digits and names in kk and ru");
        }
        String above = kind.isHighest() ? "" : code.substring(0, 2) + "0000000";
        List<Place.FormerName> former = former(code, entry);
        int since = entry.get("since") instanceof Integer year ? year : 0;
        Place place = new Place(code, names, former, above, kind, since);
        if (!above.isEmpty() && !places.containsKey(above) || places.put(code, place) != null) {
            throw new IllegalStateException(PLACES + code + " stands twice, or under no region");
        }
        if (entry.get("from") instanceof String whole) {
            divided.computeIfAbsent(whole, any -> new TreeSet<>()).add(code);
        }
        List<String> today = new ArrayList<>(names.values());
        today.addAll(Tables.strings(entry, "also"));
        today.forEach(name -> name(reading, name, new Named(place, null)));
        former.forEach(before -> before.names().forEach(name -> name(reading, name, new Named(place, before))));
    }

    private void name(PlaceReading reading, String name, Named meant) {
        for (String key : reading.part(name).keys()) {
            List<Named> found = named.computeIfAbsent(key, any -> new ArrayList<>());
            if (!found.contains(meant)) {
                found.add(meant);
            }
        }
    }

    /** Adds names to a place that is there. */
    void name(Place place, Map<String, Object> entry, PlaceReading reading) {
        Tables.strings(entry, "also").forEach(name -> name(reading, name, new Named(place, null)));
        former(place.code(), entry)
                .forEach(before -> before.names().forEach(name -> name(reading, name, new Named(place, before))));
    }

    private static List<Place.FormerName> former(String code, Map<String, Object> entry) {
        List<Place.FormerName> former = new ArrayList<>();
        if (entry.get("former") instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> before = fields(each);
                String written = String.valueOf(before.getOrDefault("years", ""));
                Matcher years = YEARS.matcher(written);
                if (!written.isEmpty() && !years.matches()) {
                    throw new IllegalStateException(
                            PLACES + code + ": years are written 1961–1992, –1992 or not at all");
                }
                boolean known = !written.isEmpty();
                former.add(new Place.FormerName(
                        known && years.group(1) != null ? Integer.parseInt(years.group(1)) : 0,
                        known && years.group(2) != null ? Integer.parseInt(years.group(2)) : OPEN,
                        Tables.strings(before, "names")));
            }
        }
        return former;
    }

    static Map<String, Object> fields(Object entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (entry instanceof Map<?, ?> map) {
            map.forEach((key, value) -> fields.put(String.valueOf(key), value));
        }
        return fields;
    }

    private static Map<String, Place.Kind> sections() {
        Map<String, Place.Kind> sections = new LinkedHashMap<>();
        sections.put("regions", Place.Kind.REGION);
        sections.put("cities", Place.Kind.CITY);
        sections.put("towns", Place.Kind.TOWN);
        sections.put("districts", Place.Kind.DISTRICT);
        sections.put("city-districts", Place.Kind.CITY_DISTRICT);
        return sections;
    }
}
