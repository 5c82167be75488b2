package kz.ortaq.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ortaq.config.Language;
import kz.ortaq.engine.values.Place;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.Library;

/**
 * Reads where a reader is: {@code library=ID} or {@code region=} with a code of КАТО or a name, as addresses and the form
 * of the pages have it, and {@code library:ID} or {@code region:CODE}, as it is remembered.
 */
public final class Readers {

    /** The parameter that names the reader's library. */
    public static final String LIBRARY = "library";

    /** The parameter that names the reader's region, town or district. */
    public static final String REGION = "region";

    private static final int LONGEST = 200;
    private static final int SHOWN = 5;

    private final Places places;

    Readers(Places places) {
        this.places = places;
    }

    /** A parameter that names no library and no place, or several; the message says what can be written. */
    public static final class Unknown extends Exception {
        public Unknown(String message) {
            super(message);
        }
    }

    /** The reader that parameters tell of; {@link Reader#ANYWHERE} where they tell of none. */
    public Reader read(Map<String, List<String>> parameters, Map<String, Library> libraries) throws Unknown {
        String library = first(parameters, LIBRARY);
        if (!library.isEmpty()) {
            if (!libraries.containsKey(library)) {
                throw new Unknown(LIBRARY + ": there is no library “" + library + "”; its id stands in its address");
            }
            return new Reader(library, "");
        }
        String region = first(parameters, REGION);
        if (region.isEmpty()) {
            return Reader.ANYWHERE;
        }
        try {
            return new Reader("", place(places, region).code());
        } catch (Unknown e) {
            throw new Unknown(REGION + ": " + e.getMessage());
        }
    }

    /** The place of a code or a name that is certainly one. */
    public static Place place(Places places, String written) throws Unknown {
        Optional<Place> place = places.of(written).or(() -> places.certain(written, 0));
        if (place.isPresent()) {
            return place.get();
        }
        String several = places.find(written).stream()
                .limit(SHOWN)
                .map(one -> one.code() + " " + places.path(one, Language.KK))
                .collect(Collectors.joining("; "));
        throw new Unknown(
                several.isEmpty()
                        ? "“" + written + "” is no place of Kazakhstan that Ortaq knows; write its code of"
                                + " КАТО, nine digits, or its name with its region"
                        : "“" + written + "” may be several places; write the code of one: " + several);
    }

    /** What was remembered; {@link Reader#ANYWHERE} where it is nothing, or no longer anything. */
    public Reader remembered(String text, Map<String, Library> libraries) {
        String value = text.substring(text.indexOf(':') + 1);
        if (text.startsWith(LIBRARY + ":") && libraries.containsKey(value)) {
            return new Reader(value, "");
        }
        return text.startsWith(REGION + ":")
                ? places.of(value).map(place -> new Reader("", place.code())).orElse(Reader.ANYWHERE)
                : Reader.ANYWHERE;
    }

    /** How a reader is remembered; empty for one who told nothing. */
    public static String memory(Reader reader) {
        if (!reader.library().isEmpty()) {
            return LIBRARY + ":" + reader.library();
        }
        return reader.place().isEmpty() ? "" : REGION + ":" + reader.place();
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        String value = values.isEmpty() ? "" : values.getFirst().strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }
}
