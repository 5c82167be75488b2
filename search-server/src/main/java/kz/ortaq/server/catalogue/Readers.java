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

    /** A parameter that names no library and no place, or several; the message says what can be written, in English. */
    public static final class Unknown extends Exception {

        private final What what;
        private final String written;
        private final transient List<Place> several;

        /** What is wrong, for those who say it in another language. */
        public enum What {
            LIBRARY,
            PLACE,
            SEVERAL,
            FORM
        }

        public Unknown(What what, String written, String message) {
            this(what, written, List.of(), message);
        }

        private Unknown(What what, String written, List<Place> several, String message) {
            super(message);
            this.what = what;
            this.written = written;
            this.several = List.copyOf(several);
        }

        public What what() {
            return what;
        }

        /** What was written; empty where that cannot be read. */
        public String written() {
            return written;
        }

        /** The places that may be meant, some of them where there are many. */
        public List<Place> several() {
            return several;
        }

        private Unknown in(String parameter) {
            return new Unknown(what, written, several, parameter + ": " + getMessage());
        }
    }

    /** The reader that parameters tell of; {@link Reader#ANYWHERE} where they tell of none. */
    public Reader read(Map<String, List<String>> parameters, Map<String, Library> libraries) throws Unknown {
        String library = first(parameters, LIBRARY);
        if (!library.isEmpty()) {
            if (!libraries.containsKey(library)) {
                throw new Unknown(
                        Unknown.What.LIBRARY,
                        library,
                        LIBRARY + ": there is no library “" + library + "”; its id stands in its address");
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
            throw e.in(REGION);
        }
    }

    /** The place of a code or a name that is certainly one. */
    public static Place place(Places places, String written) throws Unknown {
        Optional<Place> place = places.of(written).or(() -> places.located(written));
        if (place.isPresent()) {
            return place.get();
        }
        List<Place> several = places.find(written).stream().limit(SHOWN).toList();
        String shown = shortened(written);
        if (several.isEmpty()) {
            throw new Unknown(
                    Unknown.What.PLACE,
                    shown,
                    "“" + shown + "” is no place of Kazakhstan that Ortaq knows; write its code of КАТО, nine digits,"
                            + " or its name with its region");
        }
        throw new Unknown(
                Unknown.What.SEVERAL,
                shown,
                several,
                several.stream()
                        .map(one -> one.code() + " " + places.path(one, Language.KK))
                        .collect(Collectors.joining(
                                "; ", "“" + shown + "” may be several places; write the code of one: ", "")));
    }

    /** The code of the region or city that a code or a name leads to, as works are found by it. */
    public static String region(Places places, String written) throws Unknown {
        Optional<String> region = places.of(written).map(Place::highest).or(() -> places.region(written));
        try {
            return region.isPresent() ? region.get() : place(places, written).highest();
        } catch (Unknown e) {
            throw e.in(REGION);
        }
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
        return values.isEmpty() ? "" : shortened(values.getFirst().strip());
    }

    private static String shortened(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }
}
