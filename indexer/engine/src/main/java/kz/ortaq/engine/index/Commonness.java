package kz.ortaq.engine.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How common words are in Kazakh at large, which the index of a small library cannot know: a word that is in few of its
 * texts may be one that every text could have. Told by how many different forms of a lemma occur in a long list of words,
 * for the more a word is used, the more of its forms are; {@code common-lemmas.txt} has the lemmas with many. Safe for use
 * by many threads.
 */
final class Commonness {

    private static final String TABLE = "common-lemmas.txt";
    /** A lemma that occurs in a thousand forms tells little more than half of what one tells that is in no list. */
    private static final double LEAST_TELLING = 16;

    private final Map<String, Float> telling = new HashMap<>();

    Commonness() {
        InputStream table = Objects.requireNonNull(Commonness.class.getResourceAsStream(TABLE), TABLE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    int forms = Integer.parseInt(line.substring(space + 1));
                    telling.put(line.substring(0, space), (float) (1 - Math.log1p(forms) / LEAST_TELLING));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    /** What a word with one of these lemmas tells, from 0 to 1; 1 for a word that is not known to be common. */
    float telling(List<String> lemmas) {
        float least = 1;
        for (String lemma : lemmas) {
            least = Math.min(least, telling.getOrDefault(lemma, 1f));
        }
        return least;
    }
}
