package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Languages as records write them, as ISO 639-1 codes where there is one, else ISO 639-2 or 639-3. Names in Kazakh,
 * Russian and English come from the JDK (CLDR), and from our table, which wins.
 */
public final class LanguageCodes {

    private static final int MOST = 50;
    private static final Pattern SEPARATORS = Pattern.compile("[;,/|+&()\\[\\]:]+| - ");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CODE = Pattern.compile("[a-z]{3}");
    private static final Pattern PACKED = Pattern.compile("(?:[a-z]{3}){2,10}");
    private static final Pattern TAG = Pattern.compile("([a-z]{2,3})[-_][a-z0-9_-]{2,20}");
    private static final Pattern RUSSIAN_ENDING = Pattern.compile("(?:ий|ом|ого|ому|им|ая|ой|ую|ое|ие|их|и)$");
    private static final Pattern KAZAKH_ENDING = Pattern.compile("(?:ша|ше|шадан|шеден|ты|ті|тың|тің)$");
    // Bibliographic codes of ISO 639-2, codes withdrawn from it, and names of countries taken for languages.
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("mao", "mi"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"),
            Map.entry("scr", "hr"),
            Map.entry("scc", "sr"),
            Map.entry("mol", "ro"),
            Map.entry("kz", "kk"),
            Map.entry("ua", "uk"),
            Map.entry("jp", "ja"),
            Map.entry("cn", "zh"),
            Map.entry("cz", "cs"));
    private static final Set<String> UNSAID = Set.of("und", "mis", "xxx", "zzz", "unk", "нет", "oth");
    private static final Set<String> KEPT = Set.of("mul", "zxx");

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    public LanguageCodes() {
        for (String code : Locale.getISOLanguages()) {
            if (code.length() == 2) {
                fromJdk(code);
            }
        }
        codes.putAll(OTHERS);
        KEPT.forEach(code -> codes.put(code, code));
        Words.lists(Words.table("vocabulary.yaml"), "languages").forEach((code, words) -> {
            codes.put(code, code);
            for (String word : words) {
                (CODE.matcher(word).matches() ? codes : names).put(word, code);
                name(word, code);
            }
        });
    }

    /** The codes of all languages that these values name, each once; what names none is left out. */
    public List<String> of(List<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            found.addAll(of(text));
            if (found.size() >= MOST) {
                break;
            }
        }
        return List.copyOf(found);
    }

    /** The codes of the languages that a value names; empty where it names none. */
    public List<String> of(String text) {
        String lower = Words.lower(text);
        Set<String> found = new LinkedHashSet<>();
        for (String part : SEPARATORS.split(lower)) {
            String word = part.strip();
            word = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
            if (!word.isEmpty() && found.size() < MOST) {
                add(word, found);
            }
        }
        return List.copyOf(found);
    }

    private void add(String word, Set<String> found) {
        String whole = whole(word);
        if (!whole.isEmpty()) {
            found.add(whole);
            return;
        }
        var tag = TAG.matcher(word);
        if (tag.matches()) {
            // en_US, kk-KZ: the first part is the language (BCP 47).
            String code = whole(tag.group(1));
            if (!code.isEmpty()) {
                found.add(code);
                return;
            }
        }
        List<String> packed = packed(word);
        if (!packed.isEmpty()) {
            found.addAll(packed);
        } else if (CODE.matcher(word).matches() && !UNSAID.contains(word)) {
            // A code of ISO 639-3, which has seven thousand of them.
            found.add(word);
        } else {
            inSentence(word, found);
        }
    }

    private String whole(String word) {
        String code = codes.getOrDefault(word, "");
        return code.isEmpty() ? names.getOrDefault(word, "") : code;
    }

    /** «на русском языке», «қазақ тілінде», «kaz rus»: word by word. */
    private void inSentence(String text, Set<String> found) {
        String[] words = NOT_LETTERS.split(text);
        List<String> asCodes = new ArrayList<>();
        for (String word : words) {
            String code = word.length() == 3 ? codes.getOrDefault(word, "") : "";
            if (!code.isEmpty()) {
                asCodes.add(code);
            }
            String named = names.getOrDefault(word, "");
            named = named.isEmpty() ? stems.getOrDefault(stem(word), "") : named;
            if (!named.isEmpty() && found.size() < MOST) {
                found.add(named);
            }
        }
        if (asCodes.size() == words.length) {
            found.addAll(asCodes);
        }
    }

    /** engfreger: codes of MARC one behind the other, as old records have them. */
    private List<String> packed(String word) {
        if (!PACKED.matcher(word).matches()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < word.length(); i += 3) {
            String three = word.substring(i, i + 3);
            String code = codes.getOrDefault(three, three.equals("und") || three.equals("san") ? three : "");
            if (code.isEmpty()) {
                return List.of();
            }
            if (!UNSAID.contains(code)) {
                all.add(code);
            }
        }
        return all;
    }

    private void fromJdk(String code) {
        Locale language = Locale.of(code);
        codes.put(code, code);
        try {
            codes.put(language.getISO3Language(), code);
        } catch (MissingResourceException e) {
            // A code that was withdrawn before ISO 639-2 had one for it.
            return;
        }
        for (String in : List.of("en", "ru", "kk")) {
            String name = language.getDisplayLanguage(Locale.of(in)).toLowerCase(Locale.ROOT);
            if (name.length() > 3) {
                name(name, code);
            }
        }
    }

    private void name(String word, String code) {
        String name = word.endsWith(" тілі") ? word.substring(0, word.length() - 5) : word;
        names.putIfAbsent(word, code);
        names.putIfAbsent(name, code);
        if (name.length() > 4) {
            stems.putIfAbsent(stem(name), code);
        }
    }

    /** A name without the endings of its cases: русск- for русском, қазақ for қазақша. */
    private static String stem(String word) {
        String stem = RUSSIAN_ENDING.matcher(word).replaceFirst("");
        if (stem.length() != word.length()) {
            return stem.endsWith("ск") || stem.endsWith("цк") ? stem : word;
        }
        return KAZAKH_ENDING.matcher(word).replaceFirst("");
    }
}
