package kz.ortaq.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type: words, "phrases in quotes" (also «…» and “…”), and -words that they do not want. */
public final class SearchBox {

    // More words than this tell nothing new, and cost much.
    private static final int MOST_PARTS = 32;
    private static final Pattern PART = Pattern.compile("(-)?(?:\"([^\"]*)\"?|«([^»]*)»?|[“„]([^”“]*)[”“]?|(\\S+))");
    // ISO 2108; the word before the number says nothing that the number does not.
    private static final Pattern ISBN = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d-])(?:ISBN[-:\\s]{0,3})?((?:97[89][-‐–\\s]?)?(?:\\d[-‐–\\s]?){9}[\\dXХ])"
                    + "(?![\\p{L}\\d])");
    // A question, or the beginning of an answer, as tests have them.
    private static final Pattern SENTENCE = Pattern.compile("(?:[?:…]|\\.\\.\\.|\\s[-–—]|\\S\\s+\\S+\\s+\\S+\\.)\\s*$");
    /** Of ten signs the last may be an X. */
    private static final int SHORTEST_ISBN = 9;

    /** How what the pattern finds may end: most of what is typed ends otherwise. */
    private static final String SIGNS = "?:….-–—";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private final int longest;

    /** @param longest how many characters of a query are read; what follows is left out */
    public SearchBox(int longest) {
        this.longest = longest;
    }

    /** The query that a text means: everything where it is empty, nothing where it holds no word. */
    public Query parse(String typed) {
        String cut = typed.length() > longest ? typed.substring(0, longest) : typed;
        String text = joinedIsbn(cut);
        List<Query> wanted = new ArrayList<>();
        List<Query> unwanted = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find() && wanted.size() + unwanted.size() < MOST_PARTS) {
            Query query = query(part);
            if (query != null) {
                (part.group(1) == null ? wanted : unwanted).add(query);
            }
        }
        // Signs alone, without a letter or a digit, mean nothing; an empty box means everything.
        if (wanted.isEmpty() && unwanted.isEmpty() && !cut.isBlank()) {
            return new Query.Nothing();
        }
        Query query = wanted.isEmpty()
                ? new Query.Everything()
                : wanted.size() == 1
                        ? wanted.getFirst()
                        : isSentence(text) ? new Query.Sentence(wanted) : new Query.Most(wanted);
        for (Query not : unwanted) {
            query = new Query.Without(query, not);
        }
        return query;
    }

    private static boolean isSentence(String text) {
        String end = text.stripTrailing();
        return !end.isEmpty()
                && SIGNS.indexOf(end.charAt(end.length() - 1)) >= 0
                && SENTENCE.matcher(text).find();
    }

    /** ISBN as they are printed, with hyphens or spaces, in the one form in which records are indexed. */
    private static String joinedIsbn(String text) {
        if (text.chars().filter(Character::isDigit).count() < SHORTEST_ISBN) {
            return text;
        }
        Matcher number = ISBN.matcher(text);
        StringBuilder joined = new StringBuilder();
        while (number.find()) {
            String plain = number.group(1)
                    .replaceAll("[-‐–\\s]", "")
                    .toUpperCase(Locale.ROOT)
                    .replace('Х', 'X');
            number.appendReplacement(joined, Matcher.quoteReplacement(plain));
        }
        return number.appendTail(joined).toString();
    }

    private static @Nullable Query query(Matcher part) {
        String word = part.group(5);
        if (word != null) {
            return WORD.matcher(word).find() ? new Query.Term(word) : null;
        }
        for (int group = 2; group <= 4; group++) {
            String phrase = part.group(group);
            if (phrase != null && WORD.matcher(phrase).find()) {
                return new Query.Phrase(phrase);
            }
        }
        return null;
    }
}
