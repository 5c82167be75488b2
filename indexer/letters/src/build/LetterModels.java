import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Counts which letter follows which two, and writes how surprising each is in its place: a model of a language's words.
 *
 * <p>{@code java LetterModels.java LANGUAGE TEXT WORDS OUT}: TEXT is running text, WORDS a list of words, one a line;
 * one of them may be {@code -}. A model is gzipped: its letters in modified UTF-8, then for each pair of letters and
 * each letter behind it one byte, the number of bits times sixteen. Letter 0 is the end of a word, and its beginning.
 */
final class LetterModels {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int RARE = 5;

    public static void main(String[] arguments) throws IOException {
        Map<String, Double> words = new HashMap<>();
        Map<String, Double> text = words(arguments[1]);
        Map<String, Double> list = words(arguments[2]);
        list.replaceAll((word, count) -> 1.0);
        double tokens = mass(text);
        double types = mass(list);
        // Running text knows what is frequent, a list what exists; each gets half a say where there are both.
        double factor = types == 0 || tokens == 0 ? 1 : types / tokens;
        text.forEach((word, count) -> words.merge(word, count * factor, Double::sum));
        list.forEach((word, count) -> words.merge(word, count, Double::sum));
        write(words, factor, Path.of(arguments[3]));
    }

    private static Map<String, Double> words(String file) throws IOException {
        Map<String, Double> words = new HashMap<>();
        if (!file.equals("-")) {
            String text = Files.readString(Path.of(file), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            for (String word : NOT_LETTERS.split(text)) {
                if (!word.isEmpty()) {
                    words.merge(word, 1.0, Double::sum);
                }
            }
        }
        return words;
    }

    private static double mass(Map<String, Double> words) {
        return words.entrySet().stream().mapToDouble(entry -> entry.getKey().length() * entry.getValue()).sum();
    }

    private static void write(Map<String, Double> words, double unit, Path out) throws IOException {
        Map<Integer, Double> letters = new TreeMap<>();
        words.forEach((word, count) -> word.chars().forEach(letter -> letters.merge(letter, count, Double::sum)));
        String alphabet = letters.entrySet().stream()
                .filter(entry -> entry.getValue() >= RARE * Math.max(1, unit))
                .map(entry -> Character.toString(entry.getKey()))
                .collect(Collectors.joining());
        int size = alphabet.length() + 1;
        double[] three = new double[size * size * size];
        double[] two = new double[size * size];
        double[] one = new double[size];
        words.forEach((word, count) -> {
            int before = 0;
            int last = 0;
            for (int at = 0; at <= word.length(); at++) {
                int letter = at == word.length() ? 0 : alphabet.indexOf(word.charAt(at)) + 1;
                if (at < word.length() && letter == 0) {
                    before = 0;
                    last = 0;
                    continue;
                }
                three[(before * size + last) * size + letter] += count;
                two[last * size + letter] += count;
                one[letter] += count;
                before = last;
                last = letter;
            }
        });
        try (var stream = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(out)))) {
            stream.writeUTF(alphabet);
            double[] likely = new double[size];
            for (int pair = 0; pair < size * size; pair++) {
                smooth(one, 0, null, likely, unit);
                smooth(two, pair % size * size, likely, likely, unit);
                smooth(three, pair * size, likely, likely, unit);
                for (double share : likely) {
                    stream.writeByte((int) Math.min(255, Math.round(-16 * Math.log(share) / Math.log(2))));
                }
            }
        }
    }

    /** Witten and Bell: what was seen gets its share, and what was not the share of the shorter context. */
    private static void smooth(double[] counts, int from, double[] shorter, double[] into, double unit) {
        double sum = 0;
        int kinds = 0;
        for (int letter = 0; letter < into.length; letter++) {
            sum += counts[from + letter];
            kinds += counts[from + letter] > 0 ? 1 : 0;
        }
        double unseen = Math.max(1, kinds) * Math.max(1, Math.sqrt(unit));
        for (int letter = 0; letter < into.length; letter++) {
            double base = shorter == null ? 1.0 / into.length : shorter[letter];
            into[letter] = (counts[from + letter] + unseen * base) / (sum + unseen);
        }
    }
}
