package kz.ortaq.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What can be said of libraries, by the table {@code libraries.yaml}: their kinds and subordinations, each with a name in
 * three languages, and the systems they keep their catalogues with. Immutable.
 */
public final class LibraryTerms {

    private final Map<String, Map<Language, String>> kinds;
    private final Map<String, Map<Language, String>> subordinations;
    private final List<String> systems;

    /** @throws IllegalStateException where a term lacks a language */
    public LibraryTerms() {
        Map<String, Object> table = Tables.read("/kz/ortaq/config/libraries.yaml");
        kinds = terms(table, "kinds");
        subordinations = terms(table, "subordinations");
        systems = Tables.strings(table, "systems");
    }

    /** The kinds of library, in the table's order. */
    public List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /** Under whom a library may stand. */
    public List<String> subordinations() {
        return List.copyOf(subordinations.keySet());
    }

    /** What a kind is called; the code itself where the table does not know it. */
    public String kind(String code, Language language) {
        return kinds.getOrDefault(code, Map.of()).getOrDefault(language, code);
    }

    /** What a subordination is called; the code itself where the table does not know it. */
    public String subordination(String code, Language language) {
        return subordinations.getOrDefault(code, Map.of()).getOrDefault(language, code);
    }

    /** The name of a system as the table writes it: {@code irbis-64} is IRBIS64; others stay as written. */
    public String system(String written) {
        String key = key(written);
        return systems.stream()
                .filter(name -> key(name).equals(key))
                .findFirst()
                .orElse(written.strip());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace("ирбис", "irbis").replaceAll("[^\\p{L}\\d]", "");
    }

    private static Map<String, Map<Language, String>> terms(Map<String, Object> table, String section) {
        Map<String, Map<Language, String>> terms = new LinkedHashMap<>();
        if (table.get(section) instanceof Map<?, ?> entries) {
            entries.forEach((code, names) -> {
                Map<Language, String> captions = new EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    if (!(names instanceof Map<?, ?> map) || !(map.get(language.code()) instanceof String name)) {
                        throw new IllegalStateException("libraries.yaml: " + code + " lacks " + language.code());
                    }
                    captions.put(language, name);
                }
                terms.put(String.valueOf(code), captions);
            });
        }
        return terms;
    }
}
