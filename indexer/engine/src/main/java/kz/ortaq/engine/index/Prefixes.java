package kz.ortaq.engine.index;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The beginnings of words that were typed so far, each in the keys of its spellings.
 *
 * @param tolerant whether one letter of each longer beginning, behind the first, may be wrong
 */
record Prefixes(List<List<String>> words, boolean tolerant) {

    // In a shorter one a letter that may be anything says too little.
    private static final int SHORTEST = 4;
    private static final int MOST_STATES = 10_000;

    Prefixes {
        words = words.stream().map(List::copyOf).toList();
    }

    /** Works of which some part among these fields has a word for each beginning. */
    Query in(List<String> fields) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (List<String> keys : words) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (String field : fields) {
                keys.forEach(key -> any.add(query(field, key), Occur.SHOULD));
            }
            all.add(any.build(), Occur.FILTER);
        }
        return all.build();
    }

    private Query query(String field, String key) {
        if (!bends(key)) {
            return new PrefixQuery(new Term(field, key));
        }
        String first = key.substring(0, 1);
        Automaton like = new LevenshteinAutomata(key.substring(1), true).toAutomaton(1, first);
        Automaton longer = Operations.concatenate(List.of(like, Automata.makeAnyString()));
        return new AutomatonQuery(new Term(field, key), Operations.determinize(longer, MOST_STATES));
    }

    /** Whether each beginning begins a word of a text, given as the keys of its words. */
    boolean fit(List<List<String>> text) {
        return words.stream().allMatch(keys -> text.stream().anyMatch(word -> begins(word, keys)));
    }

    /** Whether the words of a text begin so, in this order, from the first one on. */
    boolean lead(List<List<String>> text) {
        for (int i = 0; i < words.size(); i++) {
            if (i >= text.size() || !begins(text.get(i), words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean begins(List<String> word, List<String> keys) {
        for (String key : keys) {
            for (String whole : word) {
                if (whole.startsWith(key) || (bends(key) && Edits.toBeginning(key, whole) <= 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean bends(String key) {
        return tolerant && key.length() >= SHORTEST && Character.isLetter(key.charAt(0));
    }
}
