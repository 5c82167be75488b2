package kz.ortaq.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.ortaq.config.LibraryTerms;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.Bin;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Readers;

/** Checks what is said of a library before it is kept; what is not said changes nothing, what is empty takes it back. */
final class LibraryChecks {

    static final String KIND = "kind";
    static final String REGION = "region";
    static final String PLACE = "place";
    static final String PARENT = "parent";
    static final String SUBORDINATION = "subordination";
    static final String BIN = "bin";
    static final String SYSTEM = "system";
    static final String CONTACT = "contact";

    /** All that can be said. */
    static final List<String> NAMES = List.of(KIND, REGION, PLACE, PARENT, SUBORDINATION, BIN, SYSTEM, CONTACT);

    private static final int LONGEST = 300;
    private static final int DEEPEST = 100;

    private final LibraryTerms terms = new LibraryTerms();
    private final Places places;
    private final Function<String, Optional<Library>> libraries;

    /**
     * @param libraries finds the libraries that may be parents
     * @param places that libraries may stand in
     */
    LibraryChecks(Function<String, Optional<Library>> libraries, Places places) {
        this.places = places;
        this.libraries = libraries;
    }

    /** The library with what is said of it, by the names above. */
    Library of(Library before, Map<String, String> said) throws Registration.Wrong {
        Library.Standing stood = before.standing();
        return new Library(
                before.id(),
                before.names(),
                one(KIND, said.getOrDefault(KIND, before.kind()), terms.kinds(), before.kind()),
                bounded(REGION, said.getOrDefault(REGION, before.region())),
                bounded(CONTACT, said.getOrDefault(CONTACT, before.contact())),
                new Library.Standing(
                        place(said.getOrDefault(PLACE, stood.place()).strip()),
                        parent(
                                before.id(),
                                said.getOrDefault(PARENT, stood.parent()).strip()),
                        one(
                                SUBORDINATION,
                                said.getOrDefault(SUBORDINATION, stood.subordination()),
                                terms.subordinations(),
                                stood.subordination()),
                        bin(said.getOrDefault(BIN, stood.bin()).replaceAll("[\\s-]", "")),
                        terms.system(bounded(SYSTEM, said.getOrDefault(SYSTEM, stood.system())))));
    }

    private String place(String typed) throws Registration.Wrong {
        if (typed.isEmpty() || places.of(typed).isPresent()) {
            return typed;
        }
        try {
            return Readers.place(places, typed).code();
        } catch (Readers.Unknown e) {
            throw new Registration.Wrong(PLACE + ": " + e.getMessage());
        }
    }

    private String parent(String id, String typed) throws Registration.Wrong {
        String above = typed;
        for (int i = 0; !above.isEmpty(); i++) {
            Optional<Library> library = libraries.apply(above);
            if (library.isEmpty() && i == 0) {
                throw new Registration.Wrong(
                        PARENT + ": there is no library “" + above + "”; “ortaq library list” prints all");
            }
            if (above.equals(id) || i > DEEPEST) {
                throw new Registration.Wrong(PARENT + ": “" + typed + "” is itself a branch of “" + id + "”");
            }
            above = library.map(found -> found.standing().parent()).orElse("");
        }
        return typed;
    }

    private static String bin(String typed) throws Registration.Wrong {
        if (!typed.isEmpty() && !Bin.isValid(typed)) {
            throw new Registration.Wrong(BIN + ": “" + typed
                    + "” is no business identification number; it has twelve digits, the fifth of them 4, 5 or 6, and the"
                    + " last checks the others; compare it with the library’s papers");
        }
        return typed;
    }

    /** One of those allowed; what stood there before may stay. */
    private static String one(String name, String typed, List<String> allowed, String before)
            throws Registration.Wrong {
        String value = typed.strip();
        if (!value.isEmpty() && !value.equals(before) && !allowed.contains(value)) {
            throw new Registration.Wrong(name + ": found “" + value + "”, allowed: " + String.join(", ", allowed));
        }
        return value;
    }

    private static String bounded(String name, String typed) throws Registration.Wrong {
        if (typed.length() > LONGEST) {
            throw new Registration.Wrong(name + ": allowed are " + LONGEST + " characters");
        }
        return typed.strip();
    }
}
