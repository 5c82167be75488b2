package kz.ortaq.server.catalogue;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.Query;
import kz.ortaq.engine.query.SearchBox;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.values.Places;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a search as an address has them: {@code q}, {@code kind}, {@code language}, {@code region} by its code
 * or any of its names, {@code library}, {@code year}, {@code access} (each may be repeated), {@code page}, {@code size},
 * {@code cursor}.
 */
public final class SearchParameters {

    private static final int LARGEST_PAGE = 100;
    private static final int MOST_VALUES = 50;

    private final Settings.Search limits;
    private final SearchBox box;
    private final Supplier<Places> places;

    /** Reads few searches, or none that name a region. */
    public SearchParameters(Settings.Search limits) {
        this(limits, Places::new);
    }

    /** @param places asked where a search names a region */
    public SearchParameters(Settings.Search limits, Supplier<Places> places) {
        this.limits = limits;
        this.places = places;
        this.box = new SearchBox(limits.queryCharacters());
    }

    /** A parameter that cannot be used; the message says which, what was found and what is allowed. */
    public static final class Wrong extends Exception {

        private final Readers.@Nullable Unknown place;

        Wrong(String message) {
            super(message);
            this.place = null;
        }

        Wrong(Readers.Unknown place) {
            super(place.getMessage(), place);
            this.place = place;
        }

        /** What is wrong with the region; empty where it is something else. */
        public Optional<Readers.Unknown> place() {
            return Optional.ofNullable(place);
        }
    }

    /** Reads the parameters of an address. */
    public SearchRequest read(Map<String, List<String>> parameters) throws Wrong {
        Query query = box.parse(first(parameters, "q"));
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = parameters.getOrDefault(facet.code(), List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (values.size() > MOST_VALUES) {
                throw new Wrong(facet.code() + ": " + values.size() + " values, allowed: at most " + MOST_VALUES);
            }
            filters.put(facet, facet == Facet.REGION ? regions(values) : values);
        }
        int size = number(parameters, "size", limits.pageSize(), LARGEST_PAGE);
        int page = number(parameters, "page", 1, SearchRequest.DEEPEST / size);
        return new SearchRequest(query, filters, page, size, first(parameters, "cursor"));
    }

    private List<String> regions(List<String> written) throws Wrong {
        Set<String> codes = new LinkedHashSet<>();
        try {
            for (String value : written) {
                codes.add(Readers.region(places.get(), value));
            }
        } catch (Readers.Unknown e) {
            throw new Wrong(e);
        }
        return List.copyOf(codes);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static int number(Map<String, List<String>> parameters, String name, int otherwise, int most) throws Wrong {
        String value = first(parameters, name).strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Wrong(name + ": found “" + value + "”, allowed: a whole number from 1 to " + most
                + (name.equals("page") ? "; further on use the cursor of the answer before" : ""));
    }
}
