package kz.ortaq.records;

import java.util.Map;
import kz.ortaq.config.Language;

/**
 * A registered institution that shares its collections.
 *
 * @param id stable identifier, lower-case letters, digits and hyphens
 * @param names its name by language; at least one
 * @param kind the sort of library, for example {@code school} or {@code regional}; empty when unknown
 * @param region the region it stands in, as given; empty when unknown
 * @param contact how to reach its librarian; empty when unknown
 */
public record Library(
        String id, Map<Language, String> names, String kind, String region, String contact, Standing standing) {

    /**
     * Where a library stands: in the country, among libraries, and under whom. What is not known is empty.
     *
     * @param place the code of КАТО of where it is
     * @param parent the id of the library that it is a branch of
     * @param subordination {@code education}, {@code culture} or {@code other}
     * @param bin its business identification number, {@link Bin}
     * @param system what it keeps its catalogue with, for example {@code IRBIS64}
     */
    public record Standing(String place, String parent, String subordination, String bin, String system) {

        /** Nothing is known. */
        public static final Standing UNKNOWN = new Standing("", "", "", "", "");
    }

    public Library {
        names = Map.copyOf(names);
        if (id.isBlank() || names.isEmpty()) {
            throw new IllegalArgumentException("a library needs an id and a name");
        }
    }

    /** A library of which nothing else is known. */
    public Library(String id, Map<Language, String> names, String kind, String region, String contact) {
        this(id, names, kind, region, contact, Standing.UNKNOWN);
    }

    /** Its name in {@code language}, or in another language that it has. */
    public String name(Language language) {
        String name = names.get(language);
        if (name != null) {
            return name;
        }
        for (Language other : Language.values()) {
            if (names.containsKey(other)) {
                return names.getOrDefault(other, id);
            }
        }
        return id;
    }
}
