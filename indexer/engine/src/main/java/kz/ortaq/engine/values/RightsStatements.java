package kz.ortaq.engine.values;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Tables;
import org.jspecify.annotations.Nullable;

/** What records say of rights: Creative Commons, RightsStatements.org, or words. Immutable. */
public final class RightsStatements {

    /** What may be done with a text. */
    public enum Permission {
        /** Its words may be indexed. */
        INDEXING,
        /** Passages may be shown. */
        QUOTING,
        /** The whole may be given out. */
        READING
    }

    /**
     * What one record says.
     *
     * @param id {@code CC-BY-4.0}, {@code InC-EDU} and so on; empty where no known statement is named
     * @param access {@code open}, {@code library} or {@code request}; empty where nothing is said
     * @param permits what the statement or the words permit; where both are silent, nothing is known to be
     */
    public record Rights(String id, String access, Set<Permission> permits) {
        public Rights {
            permits = Set.copyOf(permits);
        }
    }

    private static final Pattern CC_ADDRESS =
            Pattern.compile("creativecommons\\.org/licenses/(by(?:-nc)?(?:-nd|-sa)?)(?:/(\\d\\.\\d))?");
    private static final Pattern CC_SHORT = Pattern.compile(
            "(?<!\\p{L})cc[- _](by(?:[- _]nc)?(?:[- _](?:nd|sa))?)(?:[- _]?(\\d\\.\\d))?(?![\\p{L}\\d])");
    private static final Pattern CC_WORDS = Pattern.compile(
            "creative commons[- ]attribution|^attribution(?:[- ]|$)|атрибуция \\d|с указанием авторства");
    private static final Pattern VERSION = Pattern.compile("(?<!\\d)([1-4]\\.0|2\\.5)(?!\\d)");
    private static final Pattern STATEMENT = Pattern.compile("rightsstatements\\.org/(?:vocab|page)/([a-z-]{2,10})");
    private static final Pattern WHERE_COMMON = Pattern.compile("in copyright - educational use permitted");

    private final Map<String, Rights> named = new LinkedHashMap<>();
    private final Map<String, Rights> statements = new LinkedHashMap<>();
    private final Words.Finder words;
    private final Words.Finder closed;
    private final AccessWords access = new AccessWords();

    public RightsStatements() {
        Map<String, Object> table = Words.table("rights.yaml");
        Map<String, List<String>> found = new LinkedHashMap<>();
        each(table, "statements", (id, entry) -> {
            named.put(id, rights(id, entry));
            List<String> list = Tables.strings(entry, "words");
            if (!list.isEmpty()) {
                found.put(id, list);
            }
        });
        each(table, "rightsstatements", (id, entry) -> statements.put(id.toLowerCase(Locale.ROOT), rights(id, entry)));
        words = new Words.Finder(found);
        closed = new Words.Finder(Map.of("closed", Tables.strings(table, "closed")));
    }

    /** Reads the statements of one record together; what narrows counts before what opens. */
    public Rights of(List<String> texts) {
        List<String> lower = texts.stream().map(Words::lower).toList();
        String said = access.of(texts);
        if (lower.stream().anyMatch(text -> !closed.find(text).isEmpty())) {
            return new Rights("", "", EnumSet.of(Permission.INDEXING));
        }
        Rights statement = lower.stream()
                .map(this::statement)
                .filter(rights -> !rights.id().isEmpty())
                .findFirst()
                .orElse(new Rights("", "", Set.of()));
        if (said.equals("library") || said.equals("request")) {
            return new Rights(statement.id(), said, EnumSet.of(Permission.INDEXING, Permission.QUOTING));
        }
        if (!statement.id().isEmpty()) {
            return statement;
        }
        return said.equals("open") ? new Rights("", said, EnumSet.allOf(Permission.class)) : statement;
    }

    private Rights statement(String lower) {
        Matcher address = CC_ADDRESS.matcher(lower);
        if (address.find()) {
            return commons(address.group(1), address.group(2));
        }
        Matcher statement = STATEMENT.matcher(lower);
        if (statement.find()) {
            return statements.getOrDefault(statement.group(1), new Rights("", "", Set.of()));
        }
        Matcher abbreviated = CC_SHORT.matcher(lower);
        if (abbreviated.find()) {
            return commons(abbreviated.group(1).replaceAll("[ _]", "-"), abbreviated.group(2));
        }
        if (CC_WORDS.matcher(lower).find()) {
            Matcher version = VERSION.matcher(lower);
            return commons(inWords(lower), version.find() ? version.group(1) : null);
        }
        if (WHERE_COMMON.matcher(lower).find()) {
            return statements.getOrDefault("inc-edu", new Rights("", "", Set.of()));
        }
        return named.getOrDefault(words.find(lower), new Rights("", "", Set.of()));
    }

    private static String inWords(String lower) {
        String plain = lower.replaceAll("[ -]", "");
        return "by"
                + (plain.contains("noncommercial") || plain.contains("некоммерч") ? "-nc" : "")
                + (plain.contains("noderiv") ? "-nd" : plain.contains("sharealike") ? "-sa" : "");
    }

    private static Rights commons(String parts, @Nullable String version) {
        String id = "CC-" + parts.toUpperCase(Locale.ROOT) + (version == null ? "" : "-" + version);
        return new Rights(id, "open", EnumSet.allOf(Permission.class));
    }

    private static Rights rights(String id, Map<String, Object> entry) {
        Set<Permission> permits = EnumSet.noneOf(Permission.class);
        Tables.strings(entry, "permits")
                .forEach(word -> permits.add(Permission.valueOf(word.toUpperCase(Locale.ROOT))));
        return new Rights(id, String.valueOf(entry.getOrDefault("access", "")), permits);
    }

    private static void each(Map<String, Object> table, String part, BiConsumer<String, Map<String, Object>> use) {
        if (table.get(part) instanceof Map<?, ?> entries) {
            entries.forEach((id, value) -> {
                if (value instanceof Map<?, ?> map) {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    map.forEach((key, inner) -> entry.put(String.valueOf(key), inner));
                    use.accept(String.valueOf(id), entry);
                }
            });
        }
    }
}
