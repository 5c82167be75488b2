package kz.ortaq.server.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be typed of a library beside its name. */
final class LibraryDetails {

    @Option(
            names = "--kind",
            description =
                    "school, college, university, village, city, district, regional, children, pedagogical, blind,"
                            + " special or national.")
    private @Nullable String kind;

    @Option(names = "--region", description = "Its region in words; --place says it as well.")
    private @Nullable String region;

    @Option(
            names = "--place",
            description = "Where it is: a code of КАТО, nine digits, or a name: “Абай облысы, Абай ауданы”.")
    private @Nullable String place;

    @Option(names = "--parent", paramLabel = "LIBRARY", description = "The id of the library that it is a branch of.")
    private @Nullable String parent;

    @Option(names = "--subordination", description = "education, culture or other.")
    private @Nullable String subordination;

    @Option(names = "--bin", description = "Its business identification number (БСН, БИН), twelve digits.")
    private @Nullable String bin;

    @Option(names = "--system", description = "What it keeps its catalogue with: IRBIS64, Koha, …")
    private @Nullable String system;

    @Option(names = "--contact", description = "How to reach its librarian.")
    private @Nullable String contact;

    /** What was typed, by the names of {@link LibraryChecks}. */
    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        put(typed, LibraryChecks.KIND, kind);
        put(typed, LibraryChecks.REGION, region);
        put(typed, LibraryChecks.PLACE, place);
        put(typed, LibraryChecks.PARENT, parent);
        put(typed, LibraryChecks.SUBORDINATION, subordination);
        put(typed, LibraryChecks.BIN, bin);
        put(typed, LibraryChecks.SYSTEM, system);
        put(typed, LibraryChecks.CONTACT, contact);
        return typed;
    }

    private static void put(Map<String, String> typed, String name, @Nullable String value) {
        if (value != null) {
            typed.put(name, value);
        }
    }
}
