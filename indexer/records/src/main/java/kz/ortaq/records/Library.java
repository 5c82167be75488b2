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
public record Library(String id, Map<Language, String> names, String kind, String region, String contact) {

    public Library {
        names = Map.copyOf(names);
        if (id.isBlank() || names.isEmpty()) {
            throw new IllegalArgumentException("a library needs an id and a name");
        }
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
