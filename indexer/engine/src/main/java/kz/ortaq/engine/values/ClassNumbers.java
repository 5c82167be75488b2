package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.config.Tables;

/**
 * Leads class numbers and words of subjects to the topics of our own vocabulary, so that records classified by UDC, ББК
 * or Dewey, in any language, meet. Immutable.
 */
public final class ClassNumbers {

    /** Universal Decimal Classification. */
    public static final String UDC = "udc";

    /** Библиотечно-библиографическая классификация, general and school tables. */
    public static final String BBK = "bbk";

    /** Dewey Decimal Classification. */
    public static final String DDC = "ddc";

    private static final String CHILDREN = "childrens-literature";
    private static final int LONGEST_NUMBER = 100;
    private static final int MOST = 10;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0/]+");
    private static final Pattern UDC_SHAPE = Pattern.compile("[0-9][0-9.]*[-\"'’(=:+/\\p{L}0-9.)*\\[\\]«»<>,–]*");
    private static final Pattern BBK_SHAPE =
            Pattern.compile("(?:\\d{1,2}(?:\\.\\d+)*|[А-Я]\\d*)[-.\"'(=:+/\\p{L}0-9)*\\[\\]«»,–]*");
    private static final Pattern DDC_SHAPE = Pattern.compile("\\d{3}(?:\\.\\d+)?");
    private static final Pattern BBK_ALONE = Pattern.compile(
            "\\d{2}(?:\\.\\d+)*(?:я\\d+|\\([0-9](?:Каз|Қаз|Рос|[А-Я][а-я]{2}|=)).*|\\d{2}\\.\\d.*я7\\d*");

    private final Map<String, Map<String, String>> beginnings =
            Map.of(UDC, new HashMap<>(), BBK, new HashMap<>(), DDC, new HashMap<>());
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Map<String, String>> labels = new LinkedHashMap<>();

    public ClassNumbers() {
        if (Words.table("topics.yaml").get("topics") instanceof Map<?, ?> topics) {
            topics.forEach((id, entry) -> {
                if (entry instanceof Map<?, ?> topic) {
                    add(String.valueOf(id), topic);
                }
            });
        }
    }

    /** The topics that a class number leads to, the narrowest of each of its parts; empty where it leads to none. */
    public List<String> topics(String scheme, String number) {
        Map<String, String> table = beginnings.getOrDefault(scheme, Map.of());
        Set<String> found = new LinkedHashSet<>();
        for (String part : parts(scheme, number)) {
            for (int end = part.length(); end > 0 && found.size() < MOST; end--) {
                String topic = table.get(part.substring(0, end));
                if (topic != null) {
                    found.add(topic);
                    break;
                }
            }
            // Auxiliaries that say "for children" stand behind any literature.
            if (scheme.equals(UDC) && part.startsWith("82") && part.contains("-93")
                    || scheme.equals(BBK) && part.startsWith("84") && part.contains("-44")) {
                found.add(CHILDREN);
            }
        }
        return List.copyOf(found);
    }

    /** The topic that a word or phrase of a subject names, in any of the three languages. */
    public Optional<String> topic(String word) {
        return Optional.ofNullable(words.get(Words.folded(word)));
    }

    /** The topic above; empty for one of the highest and for what is no topic. */
    public Optional<String> parent(String topic) {
        return Optional.ofNullable(parents.get(topic));
    }

    /** What a topic is called in a language (kk, ru, en); its id where it has no name in it. */
    public String label(String topic, String language) {
        return labels.getOrDefault(topic, Map.of()).getOrDefault(language, topic);
    }

    /** All topics, each behind the one above it. */
    public List<String> all() {
        return List.copyOf(labels.keySet());
    }

    /** Whether a number has the shape of its scheme: what has not is a word, a shelf or a mistake. */
    public static boolean isNumber(String scheme, String number) {
        String plain = number.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NUMBER) {
            return false;
        }
        return switch (scheme) {
            case UDC -> UDC_SHAPE.matcher(plain).matches();
            case BBK -> BBK_SHAPE.matcher(SPACES.matcher(plain).replaceAll("")).matches();
            case DDC ->
                DDC_SHAPE.matcher(plain.replace("/", "").replace("'", "")).matches();
            default -> false;
        };
    }

    /**
     * The scheme of a number that stands where UDC belongs: only ББК writes я for what a book teaches, and countries by
     * letters.
     */
    public static String schemeOf(String number) {
        return number.length() <= LONGEST_NUMBER
                        && BBK_ALONE.matcher(number.strip()).matches()
                ? BBK
                : UDC;
    }

    private static List<String> parts(String scheme, String number) {
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            return List.of();
        }
        String plain = (scheme.equals(DDC) ? number.replace("/", "").replace("'", "") : number)
                .replace('’', '\'')
                .replace('«', '"')
                .replace('»', '"')
                .replace("5Қаз", "5Каз")
                .replace("Қаз", "Каз")
                .strip();
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ';';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            // 51:53, 81.2Каз + 74.2: relations; within brackets they belong to a place or a form.
            if (":+;,".indexOf(c) >= 0 && (depth <= 0 || i == plain.length())) {
                String part = SPACES.matcher(plain.substring(from, i)).replaceAll("");
                if (!part.isEmpty() && parts.size() < MOST) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private void add(String id, Map<?, ?> topic) {
        Map<String, Object> entry = new LinkedHashMap<>();
        topic.forEach((key, value) -> entry.put(String.valueOf(key), value));
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : List.of("kk", "ru", "en")) {
            String name = String.valueOf(entry.get(language));
            names.put(language, name);
            words.put(Words.folded(name), id);
        }
        labels.put(id, Map.copyOf(names));
        Tables.strings(entry, "also")
                .forEach(word -> words.putIfAbsent(Words.folded(word.toLowerCase(Locale.ROOT)), id));
        if (entry.get("under") instanceof String parent) {
            parents.put(id, parent);
        }
        beginnings.forEach((scheme, table) -> Tables.strings(entry, scheme).forEach(number -> table.put(number, id)));
    }
}
