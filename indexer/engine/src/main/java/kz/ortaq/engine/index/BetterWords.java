package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.engine.index.Completions.Finds;
import kz.ortaq.engine.query.KeyboardLayouts;
import kz.ortaq.engine.query.WorkSummary;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * “Did you mean”: the words that were typed with those that the index does not have in the spelling that it has. Safe
 * for use by many threads.
 */
final class BetterWords {

    /** So few results that a rare word is doubted. */
    private static final long LITTLE = 2;
    /** How many times as frequent the word must be that is put in the place of a rare one. */
    private static final int MORE_FREQUENT = 10;

    private static final int MOST_TRIES = 3;
    private static final int MOST_WORDS = 8;
    private static final int READ = 5;
    private static final int LONGEST_TEXT = 100_000;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final WordForms forms;
    private final ChildSafe safe;

    BetterWords(WordForms forms, ChildSafe safe) {
        this.forms = forms;
        this.safe = safe;
    }

    /**
     * What was meant; empty where the index has all words, or nothing in their place.
     *
     * @param found how many works were found
     */
    String of(IndexSearcher searcher, Question question, long found, Finds finds) throws IOException {
        List<String> terms = List.of(SPACE.split(question.typed().strip()));
        if (question.isEmpty()
                || !question.phrases().isEmpty()
                || !question.unwanted().isEmpty()
                || terms.size() > MOST_WORDS) {
            return "";
        }
        Vocabulary vocabulary = new Vocabulary(new KnownTerms(new TermMemory(searcher.getIndexReader())));
        List<List<String>> choices = new ArrayList<>();
        int most = 0;
        for (String term : terms) {
            List<String> better = better(vocabulary, forms.words(term), term, found);
            choices.add(better);
            most = Math.max(most, better.size());
        }
        for (int i = 0; i < Math.min(most, MOST_TRIES); i++) {
            String meant = written(searcher, terms, choices, i);
            if (!meant.isEmpty() && safe.allows(meant) && finds.anything(meant)) {
                return meant;
            }
        }
        return "";
    }

    /** Keys of what a term may have been meant to be; none where it is right as it is. */
    private List<String> better(Vocabulary vocabulary, List<WordForms.Word> words, String term, long found)
            throws IOException {
        int works = 0;
        for (WordForms.Word word : words) {
            if (vocabulary.knows(word)) {
                works = Math.max(works, Math.max(1, vocabulary.works(word)));
            }
        }
        if (words.isEmpty() || (works > 0 && found > LITTLE)) {
            return List.of();
        }
        if (works == 0) {
            for (String reading : KeyboardLayouts.otherReadings(term)) {
                List<WordForms.Word> read = forms.words(reading);
                if (read.size() == 1 && vocabulary.knows(read.getFirst())) {
                    return read.getFirst().folded();
                }
            }
        }
        int enough = works * MORE_FREQUENT;
        return words.size() > 1
                ? List.of()
                : vocabulary.guesses(words.getFirst()).stream()
                        .filter(guess -> guess.works() >= enough
                                && !words.getFirst().folded().contains(guess.key()))
                        .map(Vocabulary.Guess::key)
                        .toList();
    }

    /** The terms with the i-th choice in the place of each that has any; empty where the index does not show one. */
    private String written(IndexSearcher searcher, List<String> terms, List<List<String>> choices, int i)
            throws IOException {
        List<String> written = new ArrayList<>();
        for (int t = 0; t < terms.size(); t++) {
            List<String> keys = choices.get(t);
            String word = keys.isEmpty()
                    ? terms.get(t)
                    : spelling(searcher, keys.get(Math.min(i, keys.size() - 1)), terms.get(t));
            if (word.isEmpty()) {
                return "";
            }
            written.add(word);
        }
        return String.join(" ", written);
    }

    /** How works that everyone may be shown write a word, most of them. */
    private String spelling(IndexSearcher searcher, String key, String typed) throws IOException {
        Map<String, Integer> spellings = new HashMap<>();
        for (String field : List.of(IndexFields.ALL, IndexFields.TEXT)) {
            for (ScoreDoc doc :
                    searcher.search(having(field, key), new TopScoreDocCollectorManager(READ, READ)).scoreDocs) {
                Document document =
                        searcher.storedFields().document(doc.doc, Set.of(IndexFields.SUMMARY, IndexFields.PAGE_TEXT));
                for (String word : forms.spellings(text(document), key)) {
                    spellings.merge(word, 1, Integer::sum);
                }
            }
            if (!spellings.isEmpty()) {
                break;
            }
        }
        String best = spellings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        return best.equals(typed) ? "" : best;
    }

    private static String text(Document document) throws IOException {
        String summary = document.get(IndexFields.SUMMARY);
        String text = document.get(IndexFields.PAGE_TEXT);
        if (summary != null) {
            WorkSummary work = WorkDocuments.summary(summary);
            text = String.join(
                    "\n",
                    work.title(),
                    String.join("\n", work.otherTitles()),
                    String.join("\n", work.contributors()),
                    String.join("\n", work.subjects()),
                    work.description());
        }
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static Query having(String field, String key) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(field, key)), Occur.MUST)
                .add(new TermQuery(new Term(IndexFields.ADULT, "true")), Occur.MUST_NOT)
                .build();
    }
}
