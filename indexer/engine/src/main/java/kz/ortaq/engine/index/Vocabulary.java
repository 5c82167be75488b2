package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** What words one snapshot of the index has, and which of them are like a word that it has not. */
final class Vocabulary {

    // A word of three letters is like too many others.
    private static final int SHORTEST = 4;
    // From this length on two letters may be wrong.
    private static final int LONG = 8;
    private static final int MOST_GUESSES = 6;
    private static final int MOST_READ = 200;
    /** The part of all pages. */
    private static final double COMMON = 0.04;

    private static final List<String> FIELDS = List.of(IndexFields.TEXT, IndexFields.ALL);
    private static final List<String> LEMMAS =
            List.of(IndexFields.lemma(IndexFields.TEXT), IndexFields.lemma(IndexFields.ALL));

    private final KnownTerms terms;

    Vocabulary(KnownTerms terms) {
        this.terms = terms;
    }

    /**
     * A word of the index in place of one that it does not have.
     *
     * @param key its folded key
     * @param likeness from 0 to 1, how much of the word is the same
     */
    record Guess(String key, float likeness, int works) {}

    TermMemory memory() {
        return terms.memory();
    }

    /** Whether the index has a word in one of its spellings, or another form of it. */
    boolean knows(WordForms.Word word) throws IOException {
        // Lemmas first, for they are looked up anyway when works are looked for.
        return has(LEMMAS, word.lemma()) || has(FIELDS, word.folded());
    }

    /**
     * Whether so many pages have words that begin as this one that those tell little, and the index has its lemma, which
     * tells more.
     */
    boolean isCommon(WordForms.Word word) throws IOException {
        String field = IndexFields.robust(IndexFields.TEXT);
        int pages = 0;
        for (String letters : word.robust()) {
            pages = Math.max(pages, terms.documents(field, letters));
        }
        return pages > 0 && pages > COMMON * terms.memory().scores(field).documents() && has(LEMMAS, word.lemma());
    }

    /** What the presence of a word in some form tells of a work: the more, the fewer works and pages have it. */
    double rarity(WordForms.Word word) throws IOException {
        int having = works(word);
        for (String field : LEMMAS) {
            for (String lemma : word.lemma()) {
                having = Math.max(having, terms.documents(field, lemma));
            }
        }
        return TermMemory.rarity(Math.max(having, terms.reader().maxDoc()), having);
    }

    /** How many works or pages have a word as it is written, about. */
    int works(WordForms.Word word) throws IOException {
        int works = 0;
        for (String field : FIELDS) {
            for (String key : word.folded()) {
                works = Math.max(works, terms.documents(field, key));
            }
        }
        return works;
    }

    /** Words that are spelt like this one, the likest first; none for a short word or a number. */
    List<Guess> guesses(WordForms.Word word) throws IOException {
        String key = word.folded().getFirst();
        if (key.length() < SHORTEST || key.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        List<Guess> guesses = new ArrayList<>();
        read(key, key.length() >= LONG ? 2 : 1, guesses);
        guesses.sort(Comparator.comparingDouble(Guess::likeness)
                .thenComparingInt(Guess::works)
                .reversed()
                .thenComparing(Guess::key));
        List<Guess> best = new ArrayList<>();
        for (Guess guess : guesses) {
            if (best.size() < MOST_GUESSES
                    && best.stream().noneMatch(known -> known.key().equals(guess.key()))) {
                best.add(guess);
            }
        }
        return List.copyOf(best);
    }

    private void read(String key, int edits, List<Guess> guesses) throws IOException {
        // One automaton for all fields: building it costs more than running it.
        CompiledAutomaton like = FuzzyQuery.getFuzzyAutomaton(key, edits, 1, true);
        for (String field : FIELDS) {
            Terms words = MultiTerms.getTerms(terms.reader(), field);
            if (words != null) {
                read(like.getTermsEnum(words), key, guesses);
            }
        }
    }

    private static void read(TermsEnum like, String key, List<Guess> guesses) throws IOException {
        int read = 0;
        for (BytesRef term = like.next(); term != null && read < MOST_READ; term = like.next(), read++) {
            String word = term.utf8ToString();
            guesses.add(new Guess(word, likeness(key, word), like.docFreq()));
        }
    }

    /** The part of the shorter word that need not be changed, as Lucene's fuzzy queries count it. */
    private static float likeness(String key, String word) {
        int edits = Edits.between(key, word);
        return 1f
                - (float) edits / Math.min(key.codePointCount(0, key.length()), word.codePointCount(0, word.length()));
    }

    private boolean has(List<String> fields, List<String> words) throws IOException {
        for (String field : fields) {
            for (String word : words) {
                if (terms.documents(field, word) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
