package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.analysis.KazakhFold;
import kz.ortaq.config.Language;
import kz.ortaq.config.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was written of a place apart: «Абай ауданы, Қарағанды облысы», «г. Караганда», «Баянаульский р-н
 * Павлодарской обл.». Each part is a name, by keys on which its spellings meet, and what it says that it is a name of.
 */
final class PlaceReading {

    private static final int MOST_PARTS = 10;
    private static final int MOST_WORDS = 6;
    private static final int BEGINNING = 5;
    private static final String HOME = "KZ";
    private static final Pattern STATEMENT = Pattern.compile("[;|]+");
    private static final Pattern SEPARATOR = Pattern.compile("[,:/()\\[\\]<>=?]+|--+|[—–]|\\s-\\s");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.\"«»“”„*]+");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’ʻʼ]+");
    private static final Pattern SHORT_DISTRICT = Pattern.compile("(?iu)(?<!\\p{L})р-о?н(?!\\p{L})");
    // Павлодарская, Павлодарской, Павлодарский, Павлодарского; Pavlodarskaya: one name, which agrees with its type.
    private static final Pattern ADJECTIVE = Pattern.compile("(?<=..sk)(?:aia|oi|ui|uiu|ii|i|ogo|omu|om|im|oe|ie)$");

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, Type> beginnings = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> larger = new HashSet<>();
    private final Set<String> home = new HashSet<>();
    private final Set<String> abroad = new HashSet<>();

    /** What a word beside a name says that it names. */
    enum Type {
        REGION,
        CITY,
        DISTRICT,
        VILLAGE;

        boolean fits(Place.Kind kind) {
            return switch (this) {
                case REGION -> kind == Place.Kind.REGION;
                case CITY -> kind.isTown();
                case DISTRICT -> kind == Place.Kind.DISTRICT || kind == Place.Kind.CITY_DISTRICT;
                case VILLAGE -> kind == Place.Kind.VILLAGE;
            };
        }
    }

    /** @param type null where nothing is said of it */
    record Part(Set<String> keys, @Nullable Type type) {}

    PlaceReading(Map<String, Object> table) {
        if (table.get("types") instanceof Map<?, ?> words) {
            for (Type type : Type.values()) {
                if (words.get(type.name().toLowerCase(Locale.ROOT)) instanceof List<?> list) {
                    list.forEach(word -> type(String.valueOf(word), type));
                }
            }
        }
        Tables.strings(table, "silent").forEach(word -> silent.addAll(keys(word)));
        Tables.strings(table, "larger").forEach(name -> larger.addAll(keys(name)));
        Tables.strings(table, "abroad").forEach(name -> abroad.addAll(keys(name)));
        for (String country : Locale.getISOCountries()) {
            for (Language language : Language.values()) {
                String name = Locale.of("", country).getDisplayCountry(Locale.of(language.code()));
                (country.equals(HOME) ? home : abroad).addAll(keys(name));
            }
        }
    }

    /** Whether a name, by itself, also means a land that reaches further than the places that have it. */
    boolean isLarger(Part part) {
        return part.type() == null && part.keys().stream().anyMatch(larger::contains);
    }

    /** The parts of what was written, in its order, without what it says to lie in another country. */
    List<Part> parts(String written) {
        String bounded = written.length() > Words.LONGEST ? written.substring(0, Words.LONGEST) : written;
        List<Part> parts = new ArrayList<>();
        for (String statement : STATEMENT.split(SHORT_DISTRICT.matcher(bounded).replaceAll("район"))) {
            List<Part> said = said(statement);
            if (!liesAbroad(said)) {
                parts.addAll(said.subList(0, Math.min(said.size(), MOST_PARTS - parts.size())));
            }
        }
        return parts;
    }

    /** «Павлодар (Россия)», «Туркестан, Узбекистан»; where our country is named as well, nothing is said. */
    private boolean liesAbroad(List<Part> said) {
        return said.stream().anyMatch(part -> part.keys().stream().anyMatch(abroad::contains))
                && said.stream().noneMatch(part -> part.keys().stream().anyMatch(home::contains));
    }

    private List<Part> said(String statement) {
        List<Part> parts = new ArrayList<>();
        for (String piece : SEPARATOR.split(statement)) {
            for (List<String> words : divided(words(piece))) {
                Type alone = words.size() == 1 ? typeOf(words.getFirst()) : null;
                if (alone != null && !parts.isEmpty() && parts.getLast().type() == null) {
                    // «Целиноград (город)», «Баянаул, район»
                    parts.add(new Part(parts.removeLast().keys(), alone));
                    continue;
                }
                Part part = part(words);
                if (!part.keys().isEmpty() && parts.size() < MOST_PARTS) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    /** A single name, as the table has it. */
    Part part(String name) {
        return part(words(name));
    }

    private Part part(List<String> words) {
        Type type = null;
        List<String> name = new ArrayList<>();
        for (String word : words) {
            Type says = words.size() > 1 ? typeOf(word) : null;
            if (says != null) {
                type = type == null ? says : type;
            } else if (keys(word).stream().noneMatch(silent::contains)) {
                name.add(word);
            }
        }
        return new Part(name.isEmpty() || name.size() > MOST_WORDS ? Set.of() : keys(String.join(" ", name)), type);
    }

    /** «Абай облысы Абай ауданы» are two, and so are «город Павлодар Павлодарской области». */
    private List<List<String>> divided(List<String> words) {
        List<List<String>> all = new ArrayList<>();
        List<String> current = new ArrayList<>();
        boolean typed = false;
        for (String word : words) {
            boolean type = typeOf(word) != null;
            if (type && typed && current.size() == 2) {
                all.add(current);
                current = new ArrayList<>(List.of(word));
                continue;
            }
            if (type && typed && current.size() > 2) {
                // The type stood before its name; the last word belongs to the type that follows.
                String last = current.removeLast();
                all.add(current);
                current = new ArrayList<>(List.of(last, word));
            } else {
                current.add(word);
                typed |= type;
            }
            if (type && current.size() > 1) {
                all.add(current);
                current = new ArrayList<>();
                typed = false;
            }
        }
        if (!current.isEmpty()) {
            all.add(current);
        }
        return all;
    }

    private @Nullable Type typeOf(String word) {
        for (String key : KazakhFold.keys(word)) {
            Type exact = types.get(key);
            if (exact != null) {
                return exact;
            }
            for (Map.Entry<String, Type> beginning : beginnings.entrySet()) {
                if (key.startsWith(beginning.getKey())) {
                    return beginning.getValue();
                }
            }
        }
        return null;
    }

    private void type(String word, Type type) {
        KazakhFold.keys(word).forEach(key -> (key.length() < BEGINNING ? types : beginnings).put(key, type));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(text.strip())) {
            if (!WORD.matcher(word).replaceAll("").isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The keys of a name: its words together, each in all its readings. */
    private static Set<String> keys(String name) {
        List<String> all = List.of("");
        for (String word : WORD.split(name)) {
            if (!word.isEmpty()) {
                List<String> longer = new ArrayList<>();
                for (String key : KazakhFold.keys(word)) {
                    String stem = ADJECTIVE.matcher(key).replaceAll("");
                    all.forEach(before -> longer.add(before + stem));
                }
                all = longer.size() > KazakhFold.MAX_KEYS ? longer.subList(0, KazakhFold.MAX_KEYS) : longer;
            }
        }
        Set<String> keys = new LinkedHashSet<>(all);
        keys.remove("");
        return keys;
    }
}
