package kz.ortaq.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type: words, "phrases in quotes" (also «…» and “…”), and -words that they do not want. */
public final class SearchBox {

    // More words than this tell nothing new, and cost much.
    private static final int MOST_PARTS = 32;
    private static final Pattern PART = Pattern.compile("(-)?(?:\"([^\"]*)\"?|«([^»]*)»?|[“„]([^”“]*)[”“]?|(\\S+))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private final int longest;

    /** @param longest how many characters of a query are read; what follows is left out */
    public SearchBox(int longest) {
        this.longest = longest;
    }

    /** The query that a text means; everything, where it names no word. */
    public Query parse(String typed) {
        String text = typed.length() > longest ? typed.substring(0, longest) : typed;
        List<Query> wanted = new ArrayList<>();
        List<Query> unwanted = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find() && wanted.size() + unwanted.size() < MOST_PARTS) {
            Query query = query(part);
            if (query != null) {
                (part.group(1) == null ? wanted : unwanted).add(query);
            }
        }
        Query query = wanted.isEmpty()
                ? new Query.Everything()
                : wanted.size() == 1 ? wanted.getFirst() : new Query.Most(wanted);
        for (Query not : unwanted) {
            query = new Query.Without(query, not);
        }
        return query;
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
