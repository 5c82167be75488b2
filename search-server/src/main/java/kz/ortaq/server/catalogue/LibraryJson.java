package kz.ortaq.server.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.engine.values.Place;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.Library;
import org.jspecify.annotations.Nullable;

/** A library as the API and the command line print it. */
public final class LibraryJson {

    private LibraryJson() {}

    /** All that is known of it; what is not is null, but kind and region, which are empty. */
    public static Map<String, Object> of(Library library, Places places) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("library", library.id());
        for (Language language : Language.values()) {
            String name = library.names().get(language);
            if (name != null) {
                json.put("name-" + language.code(), name);
            }
        }
        json.put("kind", library.kind());
        json.put("region", library.region());
        json.put(
                "place",
                Nearness.place(library, places)
                        .map(place -> place(place, places))
                        .orElse(null));
        json.put("parent", known(library.standing().parent()));
        json.put("subordination", known(library.standing().subordination()));
        json.put("bin", known(library.standing().bin()));
        json.put("system", known(library.standing().system()));
        return json;
    }

    /** A place with its names, and the region it lies in. */
    public static Map<String, Object> place(Place place, Places places) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", place.code());
        json.put("kind", place.kind().code());
        for (Language language : Language.values()) {
            json.put("name-" + language.code(), place.name(language));
        }
        Optional<Place> region = places.of(place.highest()).filter(above -> !above.equals(place));
        json.put("region", region.map(Place::code).orElse(null));
        return json;
    }

    private static @Nullable String known(String value) {
        return value.isEmpty() ? null : value;
    }
}
