package kz.ortaq.engine.values;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.ortaq.config.Language;
import kz.ortaq.config.SettingsException;

/**
 * Leads what records and people write of places to the regions, cities and districts of today, in any language and
 * alphabet, former names among them. Where a name is one of several places, all are given; only what is certain is told
 * as such. Safe for use by many threads.
 */
public final class Places {

    // A settlement, a district of a city, a district or town, a region.
    private static final int[] LEVELS = {9, 5, 4, 2};
    private static final long LONGEST_FILE = 4 << 20;
    private static final Pattern CODE = Pattern.compile("\\d{9}");
    private static final Comparator<Place> ORDER = Comparator.comparing(
                    Place::kind, Comparator.comparingInt(Places::rank))
            .thenComparing(Place::code);

    private final PlaceReading reading;
    private final PlaceTable table;
    private final PlaceMemory located = new PlaceMemory();
    private final String fingerprint;

    public Places() {
        Map<String, Object> yaml = Words.table("places.yaml");
        reading = new PlaceReading(yaml);
        table = new PlaceTable(yaml, reading);
        fingerprint = "";
    }

    private Places(String own, String name) throws SettingsException {
        Map<String, Object> yaml = Words.table("places.yaml");
        reading = new PlaceReading(yaml);
        table = new PlaceTable(yaml, reading);
        new OwnPlaces(table, reading, own, name).add();
        fingerprint = Integer.toHexString(own.hashCode());
    }

    /**
     * The places of the table with those that an operator adds in a file, which may be missing: villages, and names.
     *
     * @throws SettingsException where it cannot be used, saying where, why and what to do
     */
    public static Places with(Path file) throws IOException, SettingsException {
        if (!Files.isRegularFile(file)) {
            return new Places();
        }
        if (Files.size(file) > LONGEST_FILE) {
            throw new SettingsException(file + ": a table of places has at most " + LONGEST_FILE + " bytes");
        }
        try {
            return new Places(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + ": is not in UTF-8; save it as text in UTF-8");
        }
    }

    /** Tells what an operator added apart; empty where nobody did. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The place of a code, or, of the code of something smaller, the district, town or city that it lies in. */
    public Optional<Place> of(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        for (int digits : LEVELS) {
            Place place = table.places().get(code.substring(0, digits) + "0".repeat(9 - digits));
            if (place != null) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** All places, regions and cities first. */
    public List<Place> all() {
        return List.copyOf(table.places().values());
    }

    /** The regions and cities of republican significance, in the order of their codes. */
    public List<Place> highest() {
        return all().stream()
                .filter(place -> place.kind().isHighest())
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    /** The towns and districts of a region or city, in the order of the table. */
    public List<Place> under(String code) {
        return all().stream()
                .filter(place -> place.parent().equals(code) && place.kind() != Place.Kind.VILLAGE)
                .toList();
    }

    /** What a place is called in a language; the code itself where it is none. */
    public String label(String code, Language language) {
        return of(code).map(place -> place.name(language)).orElse(code);
    }

    /** What a place is called with the region it lies in: «Абай облысы, Абай ауданы». */
    public String path(Place place, Language language) {
        if (place.kind() == Place.Kind.VILLAGE) {
            return of(place.district())
                            .filter(district -> !district.kind().isHighest())
                            .map(district -> path(district, language))
                            .orElse(label(place.parent(), language))
                    + ", " + place.name(language);
        }
        return place.parent().isEmpty()
                ? place.name(language)
                : label(place.parent(), language) + ", " + place.name(language);
    }

    /** All places that may be meant, the likeliest first. */
    public List<Place> find(String written) {
        return find(written, 0);
    }

    /**
     * The same by what names held in a year.
     *
     * @param year 0 where it is not known
     */
    public List<Place> find(String written, int year) {
        return candidates(written, year).named().stream()
                .map(PlaceTable.Named::place)
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /**
     * The one place that something is written about; empty where several may be meant, or land beyond it, or none is
     * known.
     */
    public Optional<Place> certain(String written, int year) {
        Candidates all = candidates(written, year);
        return all.isOfMore() ? Optional.empty() : certain(all);
    }

    /**
     * The one place where a library or a reader of today is; empty where several may be meant, or none is known. Who is
     * in «Түркістан» is in the town, whatever else is called so. Thousands of schools write one region: names are
     * remembered.
     */
    public Optional<Place> located(String written) {
        return located.of(written, name -> certain(candidates(name, 0)));
    }

    private static Optional<Place> certain(Candidates all) {
        List<Place> found =
                all.named().stream().map(PlaceTable.Named::place).distinct().toList();
        if (found.size() < 2) {
            return found.stream().filter(all::isNamedAsSuch).findFirst();
        }
        List<Place> towns =
                found.stream().filter(place -> place.kind().isTown()).toList();
        return towns.size() == 1 && prevails(towns.getFirst(), all.named())
                ? Optional.of(towns.getFirst())
                : Optional.empty();
    }

    /**
     * Whether a name means the one town that has it. A town is called by its name alone, a region hardly ever, and then
     * by its name of today; a district elsewhere leaves doubt, but not beside one of the three great cities.
     */
    private static boolean prevails(Place town, List<PlaceTable.Named> all) {
        boolean today = all.stream().anyMatch(named -> named.place().equals(town) && named.former() == null);
        return all.stream().allMatch(named -> switch (named.place().kind()) {
            case CITY, TOWN -> true;
            case REGION -> today || named.former() != null;
            case DISTRICT, VILLAGE ->
                town.kind() == Place.Kind.CITY || named.place().highest().equals(town.highest());
            case CITY_DISTRICT -> false;
        });
    }

    /** The code of the region or city that is meant or lies around it; of several places, where all lie in one. */
    public Optional<String> region(String written) {
        Optional<Place> certain = certain(written, 0);
        if (certain.isPresent()) {
            return certain.map(Place::highest);
        }
        Candidates all = candidates(written, 0);
        if (all.isOfMore()) {
            return Optional.empty();
        }
        Set<String> regions =
                all.named().stream().map(named -> named.place().highest()).collect(Collectors.toSet());
        if (all.named().stream().noneMatch(named -> all.isNamedAsSuch(named.place()))) {
            return Optional.empty();
        }
        return regions.size() == 1 ? regions.stream().findFirst() : Optional.empty();
    }

    /** The town that a book of that year was published in; empty where none or not one is known. */
    public Optional<Place> publishedIn(String written, int year) {
        List<Place> towns = find(written, year).stream()
                .filter(place -> place.kind().isTown())
                .toList();
        return towns.size() == 1 ? Optional.of(towns.getFirst()) : Optional.empty();
    }

    /**
     * What may be meant.
     *
     * @param supported whether something beside the name says what it is, or where
     * @param isOfMore whether the name is also that of a land beyond the place, and nothing beside it says which
     */
    private record Candidates(List<PlaceTable.Named> named, boolean supported, boolean isOfMore) {

        /** Алтай, Арал or Май alone are a range, a sea and a month before they are districts or villages. */
        boolean isNamedAsSuch(Place place) {
            return supported || place.kind() != Place.Kind.DISTRICT && place.kind() != Place.Kind.VILLAGE;
        }
    }

    private Candidates candidates(String written, int year) {
        List<PlaceTable.Named> narrowest = List.of();
        boolean typed = false;
        List<PlaceTable.Named> ofMore = List.of();
        Set<String> within = new LinkedHashSet<>();
        Set<String> districts = new LinkedHashSet<>();
        for (PlaceReading.Part part : reading.parts(written)) {
            List<PlaceTable.Named> found = table.named(part, year);
            if (found.isEmpty() && part.type() == PlaceReading.Type.REGION) {
                // A region that is none of ours: what stands beside it lies abroad.
                return new Candidates(List.of(), false, false);
            }
            typed |= part.type() != null && !found.isEmpty();
            if (reading.isLarger(part)) {
                ofMore = found;
            } else if (found.stream().allMatch(named -> named.place().kind().isHighest())) {
                found.forEach(named -> within.add(named.place().highest()));
            }
            found.stream()
                    .map(PlaceTable.Named::place)
                    .filter(place -> place.kind() == Place.Kind.DISTRICT)
                    .forEach(place -> districts.add(place.code()));
            narrowest = narrower(narrowest, found);
        }
        List<PlaceTable.Named> inside = narrowest.stream()
                .filter(named -> within.isEmpty()
                        || named.place().kind() == Place.Kind.CITY
                        || within.contains(named.place().highest()))
                .filter(named -> named.place().kind() != Place.Kind.VILLAGE
                        || districts.isEmpty()
                        || districts.contains(named.place().district()))
                .toList();
        boolean supported = typed || !within.isEmpty();
        boolean doubtful = narrowest.equals(ofMore) && !typed && (within.isEmpty() || inside.isEmpty());
        inside = inside.isEmpty() ? table.dividedOff(narrowest, within) : inside;
        return new Candidates(inside.isEmpty() ? narrowest : inside, supported, doubtful);
    }

    /** Of what two parts may mean, that which lies deeper. */
    private static List<PlaceTable.Named> narrower(List<PlaceTable.Named> before, List<PlaceTable.Named> found) {
        if (before.isEmpty() || found.isEmpty()) {
            return before.isEmpty() ? found : before;
        }
        return depth(found) > depth(before) ? found : before;
    }

    private static int depth(List<PlaceTable.Named> named) {
        if (named.stream().allMatch(one -> one.place().kind() == Place.Kind.REGION)) {
            return 0;
        }
        if (named.stream().allMatch(one -> one.place().kind() == Place.Kind.VILLAGE)) {
            return 3;
        }
        return named.stream().anyMatch(one -> one.place().kind().isTown()) ? 1 : 2;
    }

    private static int rank(Place.Kind kind) {
        return switch (kind) {
            case CITY, TOWN -> 0;
            case REGION -> 1;
            case DISTRICT -> 2;
            case CITY_DISTRICT -> 3;
            case VILLAGE -> 4;
        };
    }
}
