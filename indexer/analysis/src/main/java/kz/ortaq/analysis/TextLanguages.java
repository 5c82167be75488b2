package kz.ortaq.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the language of a text among those of Central Asia's libraries: Kazakh (in any script), Russian, English,
 * Ukrainian, Kyrgyz, Tatar, Bashkir, Uyghur, Mongolian, Uzbek and Tajik. Some others are known only so that they are not
 * taken for these.
 *
 * <p>Letters decide, weighed by how often each language has them, and the frequent words: Kazakh and Uyghur share ә ғ қ ң
 * ө ү һ, but only Kazakh has ұ, і and ы, and only Uyghur җ. The model is a table of a few lines, {@code languages.tsv}.
 * At most the first {@value #LONGEST} characters are read. May be used by many threads.
 */
public final class TextLanguages {

    /** A longer text is judged by its beginning. */
    public static final int LONGEST = 20_000;

    /** A language of the text, by its ISO 639-1 code, and the share of belief that goes to it, up to 1. */
    public record Guess(String language, double belief) {}

    private static final Set<String> STRANGERS = Set.of("de", "fr", "tr", "es", "ar", "fa");
    private static final int FEWEST_LETTERS = 3;
    private static final double RARE = 0.02;
    private static final double WORD_GAIN = Math.log(30);

    /** Before a letter is read, these are likelier than the rest in the libraries of Kazakhstan. */
    private static final Set<String> AT_HOME = Set.of("kk", "ru");

    private static final double HOME_GAIN = Math.log(10);
    private static final Map<String, List<Model>> MODELS = load();

    private TextLanguages() {}

    /** The language of a text, where it is one of ours and can be told better than by a coin. */
    public static Optional<String> of(CharSequence text) {
        List<Guess> guesses = guesses(text);
        return guesses.isEmpty()
                        || guesses.getFirst().belief() <= 0.5
                        || STRANGERS.contains(guesses.getFirst().language())
                ? Optional.empty()
                : Optional.of(guesses.getFirst().language());
    }

    /** All languages of the script that most of the text is in, the likeliest first; empty where there are no letters. */
    public static List<Guess> guesses(CharSequence text) {
        String read =
                text.subSequence(0, Math.min(text.length(), LONGEST)).toString().toLowerCase(Locale.ROOT);
        Map<Character, Integer> counts = new HashMap<>();
        Map<String, Integer> scripts = new HashMap<>();
        for (int i = 0; i < read.length(); i++) {
            char c = letter(read.charAt(i));
            String script = script(c);
            if (!script.isEmpty()) {
                counts.merge(c, 1, Integer::sum);
                scripts.merge(script, 1, Integer::sum);
            }
        }
        Optional<Map.Entry<String, Integer>> most = scripts.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isEmpty() || most.get().getValue() < FEWEST_LETTERS) {
            return List.of();
        }
        String script = most.get().getKey();
        counts.keySet().removeIf(c -> !script(c).equals(script));
        return weigh(MODELS.getOrDefault(script, List.of()), counts, read);
    }

    private static List<Guess> weigh(List<Model> models, Map<Character, Integer> counts, String text) {
        Set<Character> telling = new HashSet<>();
        models.forEach(model -> telling.addAll(model.letters.keySet()));
        List<String> words = List.of(text.split("[^\\p{L}\\p{M}ʼʻ'’]+"));
        Map<String, Double> best = new HashMap<>();
        for (Model model : models) {
            best.merge(model.language, model.weight(counts, telling, words), Math::max);
        }
        double highest = best.values().stream().max(Double::compare).orElse(0.0);
        double sum = best.values().stream()
                .mapToDouble(weight -> Math.exp(weight - highest))
                .sum();
        return best.entrySet().stream()
                .map(entry -> new Guess(entry.getKey(), Math.exp(entry.getValue() - highest) / sum))
                .sorted((left, right) -> {
                    int order = Double.compare(right.belief, left.belief);
                    return order != 0 ? order : left.language.compareTo(right.language);
                })
                .toList();
    }

    private static char letter(char c) {
        return switch (c) {
            case '‘', '’', '`', '\'', 'ʼ' -> 'ʻ';
            case '\u0621' -> '\u0674';
            default -> c;
        };
    }

    private static String script(char c) {
        if (MixedScript.isCyrillic(c)) {
            return "cyrillic";
        }
        if (MixedScript.isLatin(c) || c == 'ʻ') {
            return "latin";
        }
        return c >= 0x620 && c <= 0x6D5 && Character.isLetter(c) ? "arabic" : "";
    }

    private static Map<String, List<Model>> load() {
        Map<String, List<Model>> models = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TextLanguages.class.getResourceAsStream("languages.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t");
                    models.computeIfAbsent(cells[1], script -> new ArrayList<>())
                            .add(new Model(cells[0], letters(cells[2]), Set.of(cells[3].split(" "))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("languages.tsv in the jar cannot be read", e);
        }
        return models;
    }

    private static Map<Character, Double> letters(String cell) {
        Map<Character, Double> letters = new HashMap<>();
        for (String letter : cell.split(" ")) {
            letters.put(letter.charAt(0), Double.parseDouble(letter.substring(1)));
        }
        return letters;
    }

    private record Model(String language, Map<Character, Double> letters, Set<String> words) {

        /** The logarithm of how likely these letters and words are in this language. */
        double weight(Map<Character, Integer> counts, Set<Character> telling, List<String> text) {
            double weight = 0;
            int others = 0;
            double room = 1000;
            for (char c : telling) {
                double share = Math.max(letters.getOrDefault(c, RARE), RARE);
                room -= share;
                weight += counts.getOrDefault(c, 0) * Math.log(share / 1000);
            }
            for (Map.Entry<Character, Integer> count : counts.entrySet()) {
                others += telling.contains(count.getKey()) ? 0 : count.getValue();
            }
            weight += others * Math.log(room / 1000);
            weight += AT_HOME.contains(language) ? HOME_GAIN : 0;
            return weight + WORD_GAIN * text.stream().filter(words::contains).count();
        }
    }
}
