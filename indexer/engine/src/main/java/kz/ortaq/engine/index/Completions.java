package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.KeyboardLayouts;
import kz.ortaq.engine.query.Suggestion;
import kz.ortaq.engine.query.WorkSummary;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Completes what is being typed by titles and names of authors that one snapshot of the index has. Safe for use by many
 * threads.
 */
final class Completions {

    private static final List<String> FIELDS =
            List.of(IndexFields.TITLE + IndexFields.FOLDED, IndexFields.CONTRIBUTOR + IndexFields.FOLDED);
    private static final int SHORTEST = 2;
    private static final int MOST_WORDS = 8;
    private static final int READ = 60;
    private static final int LONGEST = 100;
    private static final int SPELLINGS = 4;
    private static final float BEGINS = 4f;
    private static final float IN_LANGUAGE = 0.5f;
    private static final float FEW_LIBRARIES = 3f;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern REST_OF_TITLE = Pattern.compile("\\s+[:/=;]\\s");

    private final WordForms forms;
    private final ChildSafe safe;

    Completions(WordForms forms, ChildSafe safe) {
        this.forms = forms;
        this.safe = safe;
    }

    /** Whether a search finds anything. */
    interface Finds {
        boolean anything(String text) throws IOException;
    }

    /** What is being typed, by whom. */
    private record Typing(String text, Prefixes prefixes, String language) {}

    /** A text that works have, and how well it completes what was typed. */
    private static final class Candidate {
        private final String text;
        private final Suggestion.Kind kind;
        private final int fit;
        private int works;
        private int holdings;
        private boolean inLanguage;

        Candidate(String text, Suggestion.Kind kind, int fit) {
            this.text = text;
            this.kind = kind;
            this.fit = fit;
        }
    }

    private static final Comparator<Candidate> BEST = Comparator.comparingInt((Candidate candidate) -> -candidate.fit)
            .thenComparing(candidate -> !candidate.inLanguage)
            .thenComparingInt(candidate -> -candidate.works)
            .thenComparingInt(candidate -> -candidate.holdings)
            .thenComparingInt(candidate -> candidate.text.length())
            .thenComparing(candidate -> candidate.text);

    /**
     * Titles and names that begin so or have words that do; where there are none, those that do with one letter wrong or
     * on another layout of the keyboard.
     *
     * @param language of the works that come first among equals; may be empty
     */
    List<Suggestion> of(IndexSearcher searcher, String typed, String language, int most, Finds finds)
            throws IOException {
        for (boolean tolerant : new boolean[] {false, true}) {
            for (String reading : readings(typed)) {
                List<List<String>> keys = forms.keys(reading);
                if (keys.isEmpty() || keys.size() > MOST_WORDS || letters(keys) < SHORTEST) {
                    continue;
                }
                List<Suggestion> found = checked(
                        candidates(searcher, new Typing(reading, new Prefixes(keys, tolerant), language)), most, finds);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static int letters(List<List<String>> keys) {
        return keys.stream().mapToInt(word -> word.getFirst().length()).sum();
    }

    private List<Suggestion> checked(List<Candidate> candidates, int most, Finds finds) throws IOException {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (suggestions.size() < most && safe.allows(candidate.text) && finds.anything(candidate.text)) {
                suggestions.add(new Suggestion(candidate.text, candidate.kind, candidate.works));
            }
        }
        return suggestions;
    }

    private List<Candidate> candidates(IndexSearcher searcher, Typing typing) throws IOException {
        ScoreDoc[] docs = searcher.search(query(typing), new TopScoreDocCollectorManager(READ, READ)).scoreDocs;
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        for (ScoreDoc doc : docs) {
            WorkSummary work = WorkDocuments.summary(searcher.storedFields()
                    .document(doc.doc, Set.of(IndexFields.SUMMARY))
                    .get(IndexFields.SUMMARY));
            Set<String> counted = new LinkedHashSet<>();
            List<String> titles = new ArrayList<>(List.of(work.title()));
            titles.addAll(work.otherTitles());
            for (String title : titles) {
                String whole = REST_OF_TITLE.split(title, 2)[0].strip();
                add(candidates, counted, whole, Suggestion.Kind.TITLE, typing, work);
            }
            for (String name : work.contributors()) {
                add(candidates, counted, name.strip(), Suggestion.Kind.AUTHOR, typing, work);
            }
        }
        return candidates.values().stream().sorted(BEST).toList();
    }

    private void add(
            Map<String, Candidate> candidates,
            Set<String> counted,
            String text,
            Suggestion.Kind kind,
            Typing typing,
            WorkSummary work) {
        List<List<String>> keys = text.length() > LONGEST ? List.of() : forms.keys(text);
        if (keys.isEmpty() || !typing.prefixes().fit(keys)) {
            return;
        }
        String name = kind + " " + text.toLowerCase(Locale.ROOT);
        if (!counted.add(name)) {
            return;
        }
        Candidate candidate =
                candidates.computeIfAbsent(name, absent -> new Candidate(text, kind, fit(text, keys, typing)));
        candidate.works++;
        candidate.holdings += work.held();
        candidate.inLanguage |= work.languages().contains(typing.language());
    }

    private static int fit(String text, List<List<String>> keys, Typing typing) {
        if (text.toLowerCase(Locale.ROOT).startsWith(typing.text().strip().toLowerCase(Locale.ROOT))) {
            return 2;
        }
        return typing.prefixes().lead(keys) ? 1 : 0;
    }

    private Query query(Typing typing) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(typing.prefixes().in(FIELDS), Occur.FILTER);
        query.add(new TermQuery(new Term(IndexFields.ADULT, "true")), Occur.MUST_NOT);
        query.add(
                FeatureField.newSaturationQuery(IndexFields.FEATURES, IndexFields.LIBRARIES, 1f, FEW_LIBRARIES),
                Occur.SHOULD);
        for (String title : forms.whole(typing.text(), SPELLINGS)) {
            query.add(boosted(new PrefixQuery(new Term(IndexFields.WHOLE_TITLE, title)), BEGINS), Occur.SHOULD);
        }
        if (!typing.language().isEmpty()) {
            Query in = new TermQuery(new Term(Facet.LANGUAGE.code(), typing.language()));
            query.add(boosted(in, IN_LANGUAGE), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query boosted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    /** What was typed, then what it is on other layouts of the keyboard, each for all words alike. */
    private static Set<String> readings(String typed) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(typed);
        List<String> words = List.of(SPACE.split(typed.strip()));
        String joined = String.join("", words);
        for (String reading : KeyboardLayouts.otherReadings(joined)) {
            if (reading.length() == joined.length()) {
                StringBuilder apart = new StringBuilder();
                int from = 0;
                for (String word : words) {
                    apart.append(from == 0 ? "" : " ").append(reading, from, from + word.length());
                    from += word.length();
                }
                readings.add(apart.toString());
            }
        }
        return readings;
    }
}
